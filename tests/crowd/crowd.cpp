#include "crowd/crowd.hpp"

#include <algorithm>
#include <thread>

#include "rec/sams_fly.hpp"
#include "rec/sams_init.hpp"
#include "rec/sams_kvittering.hpp"
#include "rec/sams_logn.hpp"
#include "rec/sams_stat.hpp"
#include "support/small_register.hpp"

namespace samspil::test {
namespace {

using rec::HOVED;

constexpr unsigned thread_count = 4;

std::string difference(std::string_view field, std::string_view expected, std::string_view came) {
  return std::string(field) + ": expected " + std::string(expected) + ", came " + std::string(came);
}

/// What the answer should repeat of its request; empty when it does. LOGN gives
/// another TOKEN and INIT another DIALOGNR.
std::string not_echoed(codec::view<HOVED> asked, codec::view<HOVED> came) {
  auto const differs = [&](auto const& field) { return asked[field] != came[field]; };
  std::string_view const function = asked[HOVED::FUNKTION];
  if (differs(HOVED::FUNKTION)) return difference("FUNKTION", function, came[HOVED::FUNKTION]);
  if (differs(HOVED::KUNDENR) || differs(HOVED::BRUGER_ID)) return "KUNDENR or BRUGER-ID: not that of the request";
  if (differs(HOVED::KUNDEREFERENCE))
    return difference("KUNDEREFERENCE", asked[HOVED::KUNDEREFERENCE], came[HOVED::KUNDEREFERENCE]);
  if (function != "INIT" && differs(HOVED::DIALOGNR))
    return difference("DIALOGNR", asked[HOVED::DIALOGNR], came[HOVED::DIALOGNR]);
  if (function != "LOGN" && differs(HOVED::TOKEN)) return "TOKEN: not that of the request";
  return {};
}

/// The KVITTERING of a move that went straight to the register.
std::string wrong_in(codec::view<rec::KVITTERING> receipt, member const& of, std::string_view date) {
  using row = rec::KVITTERING;
  if (receipt[row::REGISTRERING] != "R") return difference("REGISTRERING", "R", receipt[row::REGISTRERING]);
  if (receipt[row::TILSTAND] != "E") return difference("TILSTAND", "E", receipt[row::TILSTAND]);
  if (receipt[row::HAENDELSE] != "FLY") return difference("HAENDELSE", "FLY", receipt[row::HAENDELSE]);
  if (receipt[row::HDTO] != date) return difference("HDTO", date, receipt[row::HDTO]);
  return receipt[row::PNR] == of.pnr ? "" : "PNR: expected the person of this dialogue, came another one";
}

}  // namespace

crowd::crowd(client::endpoint to, time_outs limits, unsigned connections, unsigned sessions, faults& out)
    : to_(std::move(to)),
      limits_(limits),
      sessions_(sessions),
      out_(out),
      members_(connections),
      tokens_(sessions) {
  for (unsigned i = 0; i < connections; ++i) {
    members_[i].pnr = crowd_pnr(i);
    members_[i].reference = "CROWD-" + std::to_string(i);
    members_[i].husnr = i % 2 == 0 ? "005" : "007";
  }
}

client::request crowd::prepare(std::string_view function, std::size_t i, std::size_t session) const {
  client::dialogue_client maker({}, "1234", "KOMM01");
  maker.use_token(tokens_[session]);
  maker.use_dialogue(members_[i].dialogue);
  return maker.prepare(function);
}

client::request crowd::prepare(std::string_view function, std::size_t i) const {
  return prepare(function, i, i % sessions_);
}

void crowd::in_threads(std::string const& step, std::size_t count,
                       std::function<void(std::size_t, std::size_t)> const& work) {
  if (!out_.none()) return;
  std::vector<std::jthread> threads;
  for (unsigned t = 0; t < thread_count; ++t)
    threads.emplace_back([&, first = count * t / thread_count, last = count * (t + 1) / thread_count] {
      try {
        work(first, last);
      } catch (std::exception const& e) {
        out_.add(step + ": " + e.what());
      }
    });
}

void crowd::check(std::string const& step, std::size_t i, asking const& ask, taking const& take) {
  std::string const who = "connection " + std::to_string(i) + ": " + step;
  auto const got = client::answer::read(
      expecting(who, "an answer", [&] { return members_[i].line->receive_message(); }));
  if (!got) return out_.add(who + ": " + got.error().text());
  if (got->fejlnr() != "00" || got->kvit() != 'O') return out_.add(who + ": expected 00 O, came " + got->summary());
  std::string const asked = ask(i).bytes();
  std::string wrong = not_echoed(codec::view<HOVED>(asked), got->hoved());
  if (wrong.empty()) wrong = take(i, *got);
  if (!wrong.empty()) out_.add(who + ": " + wrong);
}

void crowd::everywhere(std::string const& step, std::size_t count, asking const& ask, taking const& take) {
  in_threads(step, count, [&](std::size_t first, std::size_t last) {
    for (std::size_t i = first; i < last; ++i) members_[i].line->send(ask(i).bytes());
    for (std::size_t i = first; i < last; ++i) check(step, i, ask, take);
  });
}

void crowd::open(std::string const& step, std::size_t i, asking const& ask, taking const& take) {
  // A password goes to a server whose certificate is checked. To read and check
  // it for every connection would take a third of the test's time.
  client::endpoint to = to_;
  if (i >= sessions_) to.ca_file.clear();
  unless_late(limits_, [&](auto const& sent) {
    members_[i].line.emplace(to);
    members_[i].line->send(ask(i).bytes());
    sent();
    check(step, i, ask, take);
  });
}

void crowd::log_on() {
  codec::buffer<rec::LOGN_ANMODNING> body;
  body.set(rec::LOGN_ANMODNING::KENDEORD, right_password);
  std::vector<std::string> dates(sessions_);
  auto const ask = [&](std::size_t i) { return prepare("LOGN", i).body(body.bytes()); };
  auto const take = [&](std::size_t i, client::answer const& got) {
    tokens_[i] = got.hoved()[HOVED::TOKEN];
    dates[i] = got.part<rec::LOGN_SVAR>()[rec::LOGN_SVAR::FORRETNINGSDATO];
    return std::string();
  };
  in_threads("LOGN", sessions_, [&](std::size_t first, std::size_t last) {
    for (std::size_t i = first; i < last; ++i) open("LOGN", i, ask, take);
  });
  business_date_ = dates.front();
}

void crowd::open_others() {
  auto const ask = [this](std::size_t i) { return prepare("EKKO", i); };
  auto const take = [](std::size_t, client::answer const&) { return std::string(); };
  in_threads("EKKO", members_.size(), [&](std::size_t first, std::size_t last) {
    for (std::size_t i = std::max<std::size_t>(first, sessions_); i < last; ++i) open("EKKO", i, ask, take);
  });
}

void crowd::initiate() {
  using rec::INIT_ANMODNING;
  auto const ask = [this](std::size_t i) {
    codec::buffer<INIT_ANMODNING> body;
    body.set(INIT_ANMODNING::HAENDELSE, "FLY")
        .set(INIT_ANMODNING::PNR, members_[i].pnr)
        .set(INIT_ANMODNING::HDTO, business_date_)
        .set(INIT_ANMODNING::KOMKOD, "0101");
    return prepare("INIT", i).body(body.bytes());
  };
  everywhere("INIT", members_.size(), ask, [this](std::size_t i, client::answer const& got) -> std::string {
    members_[i].dialogue = got.hoved()[HOVED::DIALOGNR];
    auto const stam = got.part<rec::STAM>();
    if (stam[rec::STAM::PNR] != members_[i].pnr) return "STAM: expected the person asked for, came another one";
    std::string_view const husnr = codec::trimmed(stam[rec::STAM::HUSNR]);
    return husnr == "003" ? "" : difference("STAM HUSNR", "003", husnr);
  });
}

void crowd::validate() {
  auto const ask = [this](std::size_t i) {
    codec::buffer<rec::FLY_DATA> data;
    data.set(rec::FLY_DATA::VEJKOD, "1000").set(rec::FLY_DATA::HUSNR, members_[i].husnr);
    return prepare("VALI", i).body(data.bytes());
  };
  everywhere("VALI", members_.size(), ask, [this](std::size_t i, client::answer const& got) -> std::string {
    std::string_view const husnr = codec::trimmed(got.part<rec::FLY_DATA>()[rec::FLY_DATA::HUSNR]);
    return husnr == members_[i].husnr ? "" : difference("HUSNR", members_[i].husnr, husnr);
  });
}

void crowd::save() {
  auto const ask = [this](std::size_t i) {
    client::request out = prepare("GEMH", i);
    out.hoved().set(HOVED::KUNDEREFERENCE, members_[i].reference);
    return out;
  };
  everywhere("GEMH", members_.size(), ask, [this](std::size_t i, client::answer const& got) {
    members_[i].receipt = got.body();
    return wrong_in(got.part<rec::KVITTERING>(), members_[i], business_date_);
  });
}

void crowd::ask_for_receipts() {
  auto const of = [this](std::size_t i) { return (i + 1) % members_.size(); };
  auto const ask = [&](std::size_t i) {
    codec::buffer<rec::STAT_ANMODNING> body;
    body.set(rec::STAT_ANMODNING::SOEGT_REFERENCE, members_[of(i)].reference);
    return prepare("STAT", i, (i + sessions_ / 2) % sessions_).body(body.bytes());
  };
  everywhere("STAT", members_.size(), ask, [&](std::size_t i, client::answer const& got) -> std::string {
    return got.body() == members_[of(i)].receipt ? "" : "expected the receipt that GEMH gave, came another one";
  });
}

void crowd::see_goodbye() {
  in_threads("goodbye", members_.size(), [this](std::size_t first, std::size_t last) {
    for (std::size_t i = first; i < last; ++i) {
      bool clean = false;
      std::string const rest = members_[i].line->receive_to_end(&clean);
      if (clean && rest.empty()) continue;
      out_.add("connection " + std::to_string(i) + ": expected close_notify and nothing before it, came " +
               std::to_string(rest.size()) + " bytes and " + (clean ? "close_notify" : "an end without it"));
    }
  });
}

std::size_t crowd::receipts() const {
  return static_cast<std::size_t>(
      std::ranges::count_if(members_, [](member const& m) { return !m.receipt.empty(); }));
}

}  // namespace samspil::test
