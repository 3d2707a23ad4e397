// INIT, VALI, AFBR and STAT: look-ups, answered when their audit row is on disk.
#include <algorithm>

#include "rec/sams_init.hpp"
#include "rec/sams_stat.hpp"
#include "rules/checks.hpp"
#include "session/service_state.hpp"
#include "transaction/initiate.hpp"
#include "transaction/receipt.hpp"
#include "transaction/validate.hpp"

namespace samspil::session {
namespace {

using audit = rec::AUDIT_ROW;
using keys_record = rec::INIT_ANMODNING;

std::string digits12(std::uint64_t n) {
  std::string const text = std::to_string(n);
  return std::string(12 - text.size(), '0') + text;
}

/// The row of an event's message: outcome and first message from the reply.
store::audit_entry event_entry(logged_on_message const& m, std::string_view keys, reply const& what,
                               std::string_view field_classes, unsigned rule_version) {
  auto entry = transaction::audit_of(m.caller, m.asked.what->code, m.reference(),
                                     what.dialognr ? std::string_view(*what.dialognr) : m.dialognr());
  transaction::add_keys(entry, keys);
  entry.row.set(audit::RULE_VERSION, rule_version);
  if (what.kvit == 'F')
    entry.row.set(audit::OUTCOME, "F").set(audit::MEDDNR, what.messages.empty() ? 0 : what.messages.front().number);
  else
    entry.row.set(audit::FIELD_CLASSES, field_classes);
  return entry;
}

/// INIT-ANMODNING with a blank FILLER, as receipts compare it.
codec::buffer<keys_record> keys_of(codec::view<keys_record> body) {
  codec::buffer<keys_record> keys;
  keys.set(keys_record::HAENDELSE, body[keys_record::HAENDELSE])
      .set(keys_record::PNR, body[keys_record::PNR])
      .set(keys_record::HDTO, body[keys_record::HDTO])
      .set(keys_record::KOMKOD, body[keys_record::KOMKOD]);
  return keys;
}

}  // namespace

void service::state::initiate(logged_on_message const& m) {
  unsigned const inits_max = m.limit.inits_per_user_and_minute;
  if (inits_max != 0 && !inits.take(m.who->kundenr, m.who->user, inits_max, time.steady()))
    return refuse(m, {67, {}});
  if (!dialogues.has_room(*m.who, m.limit)) return refuse(m, {67, {}});
  auto const keys = keys_of(codec::view<keys_record>(m.asked.body));
  m.ex->concerns(keys[keys_record::HAENDELSE]);
  std::uint64_t const committed = db.committed_sequence();
  auto result = db.with_read([&](store::read_scope& scope) {
    return transaction::initiate(scope, *worlds.of(scope, m.around), m.caller.actor, keys.bytes(),
                                 time.business_date(), committed);
  });
  reply out;
  std::function<void()> undo;
  out.dialognr = digits12(0);
  out.messages = std::move(result.messages);
  if (result.ok) {
    std::string_view const pnr = keys[keys_record::PNR];
    auto const is_7020 = [](rules::message const& one) { return one.number == 7020; };
    std::erase_if(out.messages, [&](rules::message const& one) { return is_7020(one) && !m.who->warn_once(pnr); });
    std::uint64_t const number = numbers.next();
    undo = [this, number] { dialogues.close(number); };
    if (std::ranges::any_of(out.messages, is_7020))
      undo = [this, number, who = m.who, person = std::string(pnr)] {
        dialogues.close(number);
        who->not_warned(person);
      };
    out.dialognr = digits12(number);
    out.body.reserve(rec::STAM::length + result.aktuel.size());
    out.body.append(result.stam.bytes()).append(result.aktuel);
    dialogues.open(std::make_shared<dialogue>(number, m.who, keys, result.seen));
  }
  out.kvit = kvit_of(out.messages);
  auto entry = event_entry(m, keys.bytes(), out, "STAM AKTUEL", result.rule_version);
  entry.others = std::move(result.others);
  // An INIT that could not be answered has opened nothing and told nothing.
  answer_audited(m.ex, out, std::move(entry), std::move(undo));
}

void service::state::validate(logged_on_message const& m) {
  auto const open = dialogues.find(codec::number(m.dialognr()), *m.who, m.limit);
  if (!open) return refuse(m, {64, rec::HOVED::DIALOGNR.name});
  m.ex->concerns(open->keys[keys_record::HAENDELSE]);
  std::uint64_t turn = 0;
  {
    std::lock_guard const lock(open->mutex);
    if (open->spent) return refuse(m, {64, rec::HOVED::DIALOGNR.name});
    open->approved.reset();
    turn = ++open->validations;
  }
  auto result = db.with_read([&](store::read_scope& scope) {
    return transaction::validate(scope, *worlds.of(scope, m.around), m.caller.actor, open->keys.bytes(), m.asked.body,
                                 time.business_date());
  });
  std::shared_ptr<transaction::approved_event const> approved;
  if (result.ok)
    approved = std::make_shared<transaction::approved_event>(transaction::approved_event{
        std::string(open->keys.bytes()), result.data, result.at, open->seen, result.touched});
  {
    std::lock_guard const lock(open->mutex);
    if (open->spent) return refuse(m, {64, rec::HOVED::DIALOGNR.name});
    if (open->validations == turn) open->approved = approved;
  }
  reply out;
  out.messages = std::move(result.messages);
  out.kvit = kvit_of(out.messages);
  out.body = result.data + result.klartekst;
  auto entry = event_entry(m, open->keys.bytes(), out, "DATA KLARTEKST", result.rule_version);
  entry.others = std::move(result.others);
  // A VALI that could not be answered has approved nothing. Another one may have since.
  answer_audited(m.ex, out, std::move(entry), [open, approved] {
    std::lock_guard const lock(open->mutex);
    if (open->approved == approved) open->approved.reset();
  });
}

void service::state::cancel(logged_on_message const& m) {
  auto const open = dialogues.find(codec::number(m.dialognr()), *m.who, m.limit);
  if (!open) return refuse(m, {64, rec::HOVED::DIALOGNR.name});
  {
    std::lock_guard const lock(open->mutex);
    if (open->spent) return refuse(m, {64, rec::HOVED::DIALOGNR.name});
    open->spent = true;
  }
  dialogues.close(open->number);
  m.ex->answer({});
}

void service::state::status(logged_on_message const& m) {
  codec::view<rec::STAT_ANMODNING> const body(m.asked.body);
  std::string_view const reference = codec::trimmed(body[rec::STAT_ANMODNING::SOEGT_REFERENCE]);
  auto const found = db.with_read(
      [&](store::read_scope& scope) { return transaction::receipt_now(scope, m.who->kundenr, reference); });
  reply out;
  auto entry = transaction::audit_of(m.caller, "STAT", reference, m.dialognr());
  if (found) {
    out.body = found->bytes();
    entry.row.set(audit::PNR, (*found)[rec::KVITTERING::PNR])
        .set(audit::HAENDELSE, (*found)[rec::KVITTERING::HAENDELSE])
        .set(audit::FIELD_CLASSES, "KVITTERING");
  } else {
    out.kvit = 'F';
    auto const around = world();
    out.messages.push_back(rules::make_message(around->tables(time.business_date()), m.caller.actor, "S7025", 7025,
                                               'F', rec::STAT_ANMODNING::SOEGT_REFERENCE.name));
    entry.row.set(audit::OUTCOME, "F").set(audit::MEDDNR, 7025);
  }
  answer_audited(m.ex, out, std::move(entry));
}

void service::state::heartbeat(logged_on_message const& m) { m.ex->answer({}); }

// The token lives until its end is on disk, so that a LOGF which got 08 can be sent again. Of two at the same time
// one ends it; to the other it is gone, as to every message from the commit on (security_version).
void service::state::log_off(logged_on_message const& m) {
  auto const entry = transaction::audit_of(m.caller, "LOGF", m.reference(), m.dialognr());
  auto const gone = std::make_shared<bool>(false);
  db.submit(
      [who = m.who, entry, gone](store::write_scope& scope) {
        *gone = !scope.erase_session(who->token_hash);
        auto row = entry;
        if (*gone) row.row.set(audit::OUTCOME, "F").set(audit::FEJLNR, 68);
        scope.append_audit(row);
      },
      [this, who = m.who, gone, ex = m.ex, language = std::string(m.language())](std::exception_ptr e) {
        if (e) return ex->fail(e);
        sessions.remove(who->token_hash);
        if (*gone) return ex->refuse({68, {}}, language);
        ex->answer({});
      });
}

}  // namespace samspil::session
