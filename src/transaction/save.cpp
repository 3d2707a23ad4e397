#include "transaction/save.hpp"

#include "rules/checks.hpp"
#include "rules/effects.hpp"
#include "rules/road.hpp"
#include "transaction/registration.hpp"
#include "transaction/store_source.hpp"
#include "transaction/validate.hpp"

namespace samspil::transaction {
namespace {

using audit = rec::AUDIT_ROW;
using waiting = rec::WAITING_ROW;

constexpr int days_to_decide = 14;  // FRIST: business date of receipt + 14 days (domain.md, "The waiting register")

/// Default is deny (domain.md, "Security groups"): only a mode that is known lets an event in.
bool may_report(rules::key_facts const& facts) { return facts.event_mode == 'D' || facts.event_mode == 'G'; }

/// Where the event goes: nothing for the register, else the state it starts
/// with in the waiting register.
std::optional<char> waiting_state(rules::key_facts const& facts) {
  if (facts.event_mode == 'G') return 'A';
  if (*facts.event_date > facts.business_date) return 'G';
  return std::nullopt;
}

bool changed_since(std::uint64_t seen, rules::stored_person const* person) {
  return person == nullptr || person->changed > seen;
}

std::uint64_t rights_changed_now(store::write_scope const& scope, caller const& who) {
  if (who.security_version != 0 && who.security_version == scope.security_version()) return who.actor.rights_changed;
  auto const user = scope.user(who.actor.kundenr, who.actor.user);
  return user ? codec::number((*user)[rec::USER_ROW::RIGHTS_CHANGED]) : ~std::uint64_t{0};
}

store::receipt_row receipt_row_of(save_request const& request, kvittering const& receipt, std::string_view utc20) {
  using row = rec::RECEIPT_ROW;
  store::receipt_row out;
  out.set(row::LAYOUT_VERSION, store::layout_version)
      .set(row::KUNDENR, request.who.actor.kundenr)
      .set(row::KUNDEREFERENCE, request.reference)
      .set(row::FUNKTION, "GEMH")
      .set(row::DIALOGNR, request.dialognr)
      .set(row::KVITTERING, receipt.bytes())
      .set(row::BRUGER_ID, request.who.actor.user)
      .set(row::STORED_UTC, utc20);
  return out;
}

store::waiting_row waiting_row_of(save_request const& request, receipt_facts const& facts, std::string_view time20,
                                  unsigned rule_version) {
  store::waiting_row out;
  out.set(waiting::LAYOUT_VERSION, store::layout_version)
      .set(waiting::VENTENR, facts.ventenr)
      .set(waiting::TILSTAND, std::string_view(&facts.tilstand, 1))
      .set(waiting::EVENT_KEYS, request.event.keys)
      .set(waiting::EVENT_DATA, request.event.data)
      .set(waiting::GODKENDES_AF, codec::view<rec::INIT_ANMODNING>(request.event.keys)[rec::INIT_ANMODNING::KOMKOD])
      .set(waiting::MODTAGET, time20)
      .set(waiting::FRIST, date8(add_days(request.business_date, days_to_decide)))
      .set(waiting::KUNDENR, request.who.actor.kundenr)
      .set(waiting::BRUGER_ID, request.who.actor.user)
      .set(waiting::SECURITY_GROUP, request.who.actor.group)
      .set(waiting::USER_MYNKOD, request.who.actor.mynkod)
      .set(waiting::RULE_VERSION, rule_version);
  return out;
}

}  // namespace

saved save(store::write_scope& scope, world const& around, utc_micros now, save_request const& request) {
  store_source source(scope, around);
  rules::actor const& who = request.who.actor;
  rules::key_facts const facts(request.event.keys, who, around.tables(request.business_date), source,
                               request.business_date);
  store::audit_entry entry = audit_of(request.who, "GEMH", request.reference, request.dialognr);
  add_keys(entry, request.event.keys);
  entry.row.set(audit::RULE_VERSION, facts.table.rule_version);

  saved out;
  auto const refuse = [&](unsigned number) {
    out.messages.push_back(rules::make_message(facts.table, who, "G" + std::to_string(number), number, 'F', ""));
  };
  std::string const time20 = local_digits(now);
  std::vector<rules::touched_person> touched;
  bool stale = changed_since(request.event.seen, facts.person) || facts.person->waiting_changed > request.event.seen;
  // Also who was touched when VALI answered: a spouse who no longer is one has changed.
  for (std::size_t at = 0; at + 10 <= request.event.touched.size(); at += 10)
    stale = stale || changed_since(request.event.seen, source.person(request.event.touched.substr(at, 10)));
  if (!stale) {
    touched = rules::effects(facts, request.event.data, std::string_view(time20).substr(0, 12));
    for (rules::touched_person const& one : touched)
      stale = stale || changed_since(request.event.seen, source.person(one.pnr));
  }
  if (stale) refuse(7022);
  versions const now_valid =
      versions_of(scope, around, who.group, rights_changed_now(scope, request.who), request.business_date);
  if (request.event.at != now_valid) refuse(7024);
  // INIT has refused it, whatever its rules say; nothing is stored by a right that nobody gave.
  if (out.messages.empty() && !may_report(facts)) refuse(184);
  if (!out.messages.empty()) {
    entry.row.set(audit::OUTCOME, "F").set(audit::MEDDNR, out.messages.front().number);
    scope.append_audit(entry);
    return out;
  }

  for (rules::touched_person const& one : touched)
    if (one.pnr != facts.pnr()) entry.add_other(one.pnr);
  std::uint64_t const number = scope.next_journal_number();
  entry.row.set(audit::NUMBER_GIVEN, number).set(audit::FIELD_CLASSES, "DATA");
  store::audit_mark const mark = scope.append_audit(entry);
  journal_facts journal{"GEMH", request.event.keys, request.event.data, who.kundenr, who.user, 0,
                        time20, utc_digits(now), facts.table.rule_version};
  receipt_facts result;
  result.keys = request.event.keys;
  if (auto const state = waiting_state(facts)) {
    result.registrering = 'V';
    result.ventenr = scope.next_ventenr();
    result.tilstand = *state;
    if (*state == 'A') {
      result.godkendes_af = facts.komkod();
      result.godkendes_af_nvn = rules::authority_name(source, facts.komkod());
    }
    journal.ventenr = result.ventenr;
    scope.put_waiting(waiting_row_of(request, result, time20, facts.table.rule_version));
    journal_only(scope, journal, mark, facts.person, {mark.sequence, facts.person->waiting_open + 1});
  } else {
    register_event(scope, journal, touched, source, mark);
  }
  out.receipt = make_receipt(result, number, time20, mark);
  scope.add_receipt(receipt_row_of(request, out.receipt, journal.utc20));
  return out;
}

}  // namespace samspil::transaction
