// VLST and VVIS, and the decisions VGOD, VAFV and VFOR.
#include "base/date.hpp"
#include "rec/sams_vafg.hpp"
#include "rec/sams_vlst.hpp"
#include "rec/sams_vvis.hpp"
#include "rules/checks.hpp"
#include "session/service_state.hpp"
#include "transaction/waiting.hpp"

namespace samspil::session {
namespace {

using audit = rec::AUDIT_ROW;
using vlst = rec::VLST_ANMODNING;
using vafg = rec::VAFG_ANMODNING;

constexpr std::size_t others_max = 99;

template <class Field>
std::optional<fejl> no_digits(codec::view<typename Field::record_type> const& body, Field const& field) {
  if (codec::is_digits(body[field])) return std::nullopt;
  return fejl{60, field.name};
}

std::optional<fejl> list_fault(codec::view<vlst> const& body) {
  if (auto const wrong = no_digits(body, vlst::MYNKOD)) return wrong;
  if (auto const wrong = no_digits(body, vlst::PNR)) return wrong;
  if (auto const wrong = no_digits(body, vlst::FRA_VENTENR)) return wrong;
  if (auto const wrong = no_digits(body, vlst::MAX_ANTAL)) return wrong;
  if (auto const count = codec::number(body[vlst::MAX_ANTAL]); count < 1 || count > 100)
    return fejl{60, vlst::MAX_ANTAL.name};
  std::string_view const due = body[vlst::FRIST_TIL];
  if (due != "00000000" && !parse_date8(due)) return fejl{60, vlst::FRIST_TIL.name};
  return std::nullopt;
}

transaction::waiting_filter filter_of(codec::view<vlst> const& body, rules::actor const& who, bool all_authorities) {
  transaction::waiting_filter out;
  std::string_view const asked = body[vlst::MYNKOD];
  if (asked != "0000")
    out.authority = asked;
  else if (!all_authorities)
    out.authority = who.mynkod;
  out.tilstand = body[vlst::TILSTAND][0];
  if (body[vlst::PNR] != "0000000000") out.pnr = body[vlst::PNR];
  out.from = codec::number(body[vlst::FRA_VENTENR]);
  if (body[vlst::FRIST_TIL] != "00000000") out.due_by = body[vlst::FRIST_TIL];
  out.count_max = codec::number(body[vlst::MAX_ANTAL]);
  return out;
}

/// A decision on its way through the writer; results are overwritten each time it runs.
struct decision_job {
  transaction::decision_request request;
  std::string body;  ///< with a blank FILLER
  std::optional<fejl> unreadable{};  ///< a byte of the body that ISO-8859-1 has not
  fejl wrong{};
  transaction::decided result{};
};

void run(decision_job& job, store::write_scope& scope, transaction::world_cache& worlds, clock const& time,
         bool refused) {
  using stored_receipt = rec::RECEIPT_ROW;
  job.wrong = {};
  job.result = {};
  std::string_view const funktion = transaction::funktion_of(job.request.what);
  codec::view<vafg> const body(job.body);
  auto const own_row = [&](std::string_view note) {
    auto entry = transaction::audit_of(job.request.who, funktion, job.request.reference, job.request.dialognr);
    if (job.wrong.number != 0) entry.row.set(audit::OUTCOME, "F").set(audit::FEJLNR, job.wrong.number);
    entry.row.set(audit::NOTE, note);
    scope.append_audit(entry);
  };
  if (auto const stored = scope.receipt(job.request.who.actor.kundenr, job.request.reference)) {
    if (job.unreadable || !transaction::is_same_decision(*stored, funktion, job.body)) {
      job.wrong = {66, rec::HOVED::KUNDEREFERENCE.name};
      return own_row({});
    }
    job.result.receipt = transaction::kvittering((*stored)[stored_receipt::KVITTERING]);
    return own_row("the stored receipt again");
  }
  if (job.unreadable) {
    job.wrong = *job.unreadable;
    return own_row({});
  }
  if (!codec::is_digits(body[vafg::VENTENR])) {
    job.wrong = {60, vafg::VENTENR.name};
    return own_row({});
  }
  if (refused) {
    job.wrong = {9, {}};
    return own_row({});
  }
  job.request.ventenr = codec::number(body[vafg::VENTENR]);
  job.request.begrundelse = codec::trimmed(body[vafg::BEGRUNDELSE]);
  job.request.business_date = time.business_date();
  job.result = transaction::decide(scope, *worlds.of(scope), time.now(), job.request);
  if (job.result.wrong_state) job.wrong = {65, vafg::VENTENR.name};
}

/// Whether the entry has this person among its others.
bool names(store::audit_entry const& entry, std::string_view pnr) {
  for (std::size_t at = 0; at < entry.others.size(); at += 10)
    if (std::string_view(entry.others).substr(at, 10) == pnr) return true;
  return false;
}

}  // namespace

void service::state::list_waiting(logged_on_message const& m) {
  codec::view<vlst> const body(m.asked.body);
  if (auto const wrong = list_fault(body)) return refuse(m, *wrong);
  auto const around = world();
  rules::actor const& who = m.caller.actor;
  rules::tables const& tables = around->tables(time.business_date());
  bool const all = tables.groups.scope(who.group) == "ALL";
  auto entry = transaction::audit_of(m.caller, "VLST", m.reference(), m.dialognr());
  reply out;
  if (!all && body[vlst::MYNKOD] != "0000" && body[vlst::MYNKOD] != who.mynkod) {
    out.kvit = 'F';
    out.messages.push_back(rules::make_message(tables, who, "W0005", 5, 'F', vlst::MYNKOD.name));
    entry.row.set(audit::OUTCOME, "F").set(audit::MEDDNR, 5);
    return answer_audited(m.ex, out, std::move(entry));
  }
  auto const filter = filter_of(body, who, all);
  auto const list = db.with_read([&](store::read_scope& scope) { return transaction::list_waiting(scope, filter); });
  codec::buffer<rec::VLST_SVAR> head;
  head.set(rec::VLST_SVAR::ANTAL, list.posts.size()).set(rec::VLST_SVAR::FLERE, list.more ? "X" : " ");
  out.body = head.bytes();
  for (auto const& post : list.posts) {
    out.body.append(post.bytes());
    std::string_view const pnr = post[rec::VENTPOST::PNR];
    if (entry.row[audit::PNR] == std::string(10, ' '))
      entry.row.set(audit::PNR, pnr);
    else if (entry.row[audit::PNR] != pnr && !names(entry, pnr) && entry.others.size() < others_max * 10)
      entry.add_other(pnr);
  }
  entry.row.set(audit::FIELD_CLASSES, "VENTPOST");
  answer_audited(m.ex, out, std::move(entry));
}

void service::state::show_waiting(logged_on_message const& m) {
  codec::view<rec::VVIS_ANMODNING> const body(m.asked.body);
  if (auto const wrong = no_digits(body, rec::VVIS_ANMODNING::VENTENR)) return refuse(m, *wrong);
  std::uint64_t const ventenr = codec::number(body[rec::VVIS_ANMODNING::VENTENR]);
  rules::actor const& who = m.caller.actor;
  auto const begun = transaction::audit_of(m.caller, "VVIS", m.reference(), m.dialognr());
  // Made afresh each time: nothing of a run that is done again stays in the answer or its row.
  auto [out, entry] = db.with_read([&](store::read_scope& scope) {
    auto const around = worlds.of(scope);
    rules::tables const& tables = around->tables(time.business_date());
    auto const event = scope.waiting(ventenr);
    reply made;
    auto row = begun;
    if (!event) {
      made.messages.push_back(
          rules::make_message(tables, who, "W7026", 7026, 'F', rec::VVIS_ANMODNING::VENTENR.name));
    } else if (!transaction::may_see(who, tables, *event)) {
      made.messages.push_back(rules::make_message(tables, who, "W0005", 5, 'F', rec::VVIS_ANMODNING::VENTENR.name));
    } else {
      auto shown = transaction::show_waiting(scope, *around, *event, who.language, time.business_date());
      made.body = std::move(shown.body);
      row.others = std::move(shown.others);
      transaction::add_keys(row, (*event)[rec::WAITING_ROW::EVENT_KEYS]);
    }
    return std::pair(std::move(made), std::move(row));
  });
  out.kvit = kvit_of(out.messages);
  entry.row.set(audit::NOTE, "VENTENR " + std::to_string(ventenr));
  if (out.kvit == 'F')
    entry.row.set(audit::OUTCOME, "F").set(audit::MEDDNR, out.messages.front().number);
  else
    entry.row.set(audit::FIELD_CLASSES, "STAM AKTUEL DATA");
  answer_audited(m.ex, out, std::move(entry));
}

void service::state::decide(logged_on_message const& m, transaction::decision what,
                            std::optional<fejl> const& unreadable) {
  auto job = std::make_shared<decision_job>();
  job->unreadable = unreadable;
  job->request.what = what;
  job->request.who = m.caller;
  job->request.reference = m.reference();
  job->request.dialognr = m.dialognr();
  job->body = m.asked.body;
  std::size_t const filler = decltype(vafg::BEGRUNDELSE)::offset + decltype(vafg::BEGRUNDELSE)::width;
  job->body.replace(filler, job->body.size() - filler, job->body.size() - filler, ' ');
  job->request.body = job->body;
  db.submit([this, job](store::write_scope& scope) { run(*job, scope, worlds, time, saves_refused); },
            [job, ex = m.ex, language = std::string(m.language())](std::exception_ptr e) {
              if (e) return ex->fail(e);
              ex->answer_save(job->wrong, std::move(job->result.messages), job->result.receipt.bytes(), language);
            });
}

}  // namespace samspil::session
