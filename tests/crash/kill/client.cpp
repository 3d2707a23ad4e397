#include "client.hpp"

#include <thread>

#include "rec/sams_fly.hpp"
#include "support/small_register.hpp"

namespace samspil::test {
namespace {

std::string today() { return date8(system_clock().business_date()); }

std::string fly(bool odd) {
  codec::buffer<rec::FLY_DATA> data;
  data.set(rec::FLY_DATA::VEJKOD, "1000").set(rec::FLY_DATA::HUSNR, odd ? "005" : "007");
  return std::string(data.bytes());
}

[[noreturn]] void unexpected(char const* step, client::answer const& got) {
  throw std::runtime_error(std::string(step) + ": " + got.summary());
}

}  // namespace

provider_client::provider_client(unsigned id, unsigned step, unsigned count, std::function<std::string()> port,
                                 std::string ca, ledger& to)
    : id_(id),
      step_(step),
      count_(count),
      port_(std::move(port)),
      ca_(std::move(ca)),
      ledger_(to),
      dialogue_([this](std::string_view m) { return connection_->exchange(m); }, "1234", "KOMM01") {}

void provider_client::connect() {
  connection_.reset();
  client::endpoint to;
  to.port = port_();
  to.ca_file = ca_;
  connection_.emplace(to);
  if (!dialogue_.token().empty() && dialogue_.echo().accepted()) return;  // a session survives the kill
  if (auto const got = dialogue_.logon(right_password); !got.accepted()) unexpected("LOGN", got);
}

template <class F>
void provider_client::until_answered(F const& step) {
  for (;;) {
    try {
      if (!connection_) connect();
      step();
      return;
    } catch (client::connection_error const&) {
      connection_.reset();
      ++repeats_;
      std::this_thread::sleep_for(std::chrono::milliseconds(5));  // the server is coming up again
    }
  }
}

void provider_client::save_once(std::string const& reference, std::string const& pnr, bool odd) {
  auto const known = dialogue_.stat(reference);
  if (known.accepted()) {
    ledger_.add(reference, known.body(), pnr);
    last_dialogue_.clear();
    return;
  }
  if (auto const got = dialogue_.init("FLY", pnr, today(), "0101"); !got.accepted()) unexpected("INIT", got);
  if (auto const got = dialogue_.vali(fly(odd)); !got.accepted()) unexpected("VALI", got);
  last_dialogue_ = dialogue_.dialogue();
  auto const saved = dialogue_.gemh(reference);
  if (!saved.accepted()) unexpected("GEMH", saved);
  ledger_.add(reference, saved.body(), pnr);
}

void provider_client::ask_last_again() {
  if (last_reference_.empty() || last_dialogue_.empty()) return;
  dialogue_.use_dialogue(last_dialogue_);
  auto const again = dialogue_.gemh(last_reference_);
  if (!again.accepted()) unexpected("GEMH again", again);
  if (again.body() != ledger_.receipt(last_reference_)) throw std::runtime_error("GEMH again: another receipt");
}

void provider_client::run(std::atomic<bool> const& stop) {
  try {
    for (unsigned n = 0; !stop; ++n) {
      unsigned const mine = (count_ - id_ + step_ - 1) / step_;
      std::string const pnr = crowd_pnr(id_ + n % mine * step_);
      std::string const reference = "K" + std::to_string(id_) + "-" + std::to_string(n);
      std::uint64_t const before = repeats_;
      until_answered([&] { save_once(reference, pnr, n / mine % 2 == 0); });
      last_reference_ = reference;
      if (repeats_ != before) until_answered([&] { ask_last_again(); });
    }
  } catch (std::exception const& e) {
    fault_ = "client " + std::to_string(id_) + ": " + e.what();
  }
}

}  // namespace samspil::test
