#include "transaction/decide.hpp"

#include "rec/sams_init.hpp"
#include "rec/sams_vafg.hpp"
#include "rules/checks.hpp"
#include "rules/effects.hpp"
#include "transaction/registration.hpp"
#include "transaction/revalidate.hpp"
#include "transaction/store_source.hpp"
#include "transaction/waiting.hpp"

namespace samspil::transaction {
namespace {

using audit = rec::AUDIT_ROW;
using row = rec::WAITING_ROW;
using vafg = rec::VAFG_ANMODNING;

/// One decision on its way: what is checked, then what is written.
struct step {
  store::write_scope& scope;
  world const& around;
  decision_request const& request;
  std::string time20;
  std::string utc20;
  store::audit_entry entry;
  decided out{};

  void refuse(std::string_view rule, unsigned number, std::string_view felt) {
    rules::tables const& tables = around.tables(request.business_date);
    out.messages.push_back(rules::make_message(tables, request.who.actor, rule, number, 'F', felt));
  }
  bool may_decide(store::waiting_row const& event) const {
    if (request.what == decision::withdraw)
      return request.any_customer || event[row::KUNDENR] == request.who.actor.kundenr;
    return may_see(request.who.actor, around.tables(request.business_date), event);
  }
  bool state_allows(store::waiting_row const& event) const {
    std::string_view const state = event[row::TILSTAND];
    return state == "A" || (request.what == decision::withdraw && state == "G");
  }
  void check(std::optional<store::waiting_row> const& event);
  void write(store::waiting_row event, store_source& source, rules::key_facts const& facts);
  void store_receipt();
};

void step::check(std::optional<store::waiting_row> const& event) {
  if (!event) return refuse("W7026", 7026, vafg::VENTENR.name);
  if (!may_decide(*event)) return refuse("W0005", 5, vafg::VENTENR.name);
  if (!state_allows(*event)) {
    out.wrong_state = true;
    return;
  }
  if (request.what == decision::reject && request.begrundelse.empty()) refuse("W7002", 7002, vafg::BEGRUNDELSE.name);
}

void step::write(store::waiting_row event, store_source& source, rules::key_facts const& facts) {
  bool const registers = request.what == decision::approve && *facts.event_date <= request.business_date;
  char const state = request.what == decision::reject     ? 'X'
                     : request.what == decision::withdraw ? 'T'
                     : registers                          ? 'E'
                                                          : 'G';
  std::uint64_t const number = scope.next_journal_number();
  std::vector<rules::touched_person> touched;
  if (registers) touched = rules::effects(facts, event[row::EVENT_DATA], std::string_view(time20).substr(0, 12));
  for (rules::touched_person const& one : touched)
    if (one.pnr != facts.pnr()) entry.add_other(one.pnr);
  entry.row.set(audit::NUMBER_GIVEN, number).set(audit::FIELD_CLASSES, "DATA");
  auto const mark = scope.append_audit(entry);

  journal_facts const journal{std::string(funktion_of(request.what)), std::string(event[row::EVENT_KEYS]),
                              std::string(event[row::EVENT_DATA]), request.who.actor.kundenr, request.who.actor.user,
                              request.ventenr, time20, utc20, facts.table.rule_version};
  unsigned const closed = state != 'G' && facts.person != nullptr && facts.person->waiting_open != 0 ? 1 : 0;
  if (registers) {
    register_event(scope, journal, touched, source, mark, {mark.sequence, closed});
    event.set(row::REGISTERED_NUMBER, number);
  } else {
    unsigned const open = facts.person != nullptr ? facts.person->waiting_open - closed : 0;
    journal_only(scope, journal, mark, facts.person, {mark.sequence, open});
  }
  event.set(row::TILSTAND, std::string_view(&state, 1))
      .set(row::AFGJORT, time20)
      .set(row::AFGJORT_AF, std::string_view(request.who.actor.user).substr(0, 8))
      .set(row::BEGRUNDELSE, request.begrundelse);
  scope.put_waiting(event);

  receipt_facts result;
  result.registrering = registers ? 'R' : 'V';
  result.ventenr = request.ventenr;
  result.tilstand = state;
  result.keys = event[row::EVENT_KEYS];
  out.receipt = make_receipt(result, number, time20, mark);
}

void step::store_receipt() {
  using stored = rec::RECEIPT_ROW;
  store::receipt_row receipt;
  receipt.set(stored::LAYOUT_VERSION, store::layout_version)
      .set(stored::KUNDENR, request.who.actor.kundenr)
      .set(stored::KUNDEREFERENCE, request.reference)
      .set(stored::FUNKTION, funktion_of(request.what))
      .set(stored::DIALOGNR, request.dialognr)
      .set(stored::BODY, request.body)
      .set(stored::KVITTERING, out.receipt.bytes())
      .set(stored::BRUGER_ID, request.who.actor.user)
      .set(stored::STORED_UTC, utc20);
  scope.add_receipt(receipt);
}

}  // namespace

std::string_view funktion_of(decision what) {
  constexpr std::string_view names[] = {"VGOD", "VAFV", "VFOR"};
  return names[static_cast<std::size_t>(what)];
}

decided decide(store::write_scope& scope, world const& around, utc_micros now, decision_request const& request) {
  step s{scope, around, request, local_digits(now), utc_digits(now),
         request.row ? *request.row
                     : audit_of(request.who, funktion_of(request.what), request.reference, request.dialognr)};
  auto const event = scope.waiting(request.ventenr);
  std::string const keys(event ? (*event)[row::EVENT_KEYS] : std::string_view());
  if (event) add_keys(s.entry, keys);
  s.entry.row.set(audit::RULE_VERSION, around.tables(request.business_date).rule_version)
      .set(audit::NOTE, "VENTENR " + std::to_string(request.ventenr));
  s.check(event);

  store_source source(scope, around);
  source.ignore_waiting(request.ventenr);
  bool fine = !s.out.wrong_state && s.out.messages.empty();
  if (fine) {
    rules::actor const reporter = reporter_of(*event, request.who.actor.language);
    rules::key_facts const facts(keys, reporter, around.tables(request.business_date), source, request.business_date);
    if (request.what == decision::approve) s.out.messages = still_refused(facts, (*event)[row::EVENT_DATA]);
    fine = s.out.messages.empty();
    if (fine) s.write(*event, source, facts);
  }
  if (fine) {
    if (!request.reference.empty()) s.store_receipt();
  } else {
    s.entry.row.set(audit::OUTCOME, "F")
        .set(audit::FEJLNR, s.out.wrong_state ? 65 : 0)
        .set(audit::MEDDNR, s.out.messages.empty() ? 0 : s.out.messages.front().number);
    scope.append_audit(s.entry);
  }
  return std::move(s.out);
}

}  // namespace samspil::transaction
