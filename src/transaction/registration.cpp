#include "transaction/registration.hpp"

#include "rec/sams_init.hpp"
#include "rules/tables.hpp"
#include "store/rows.hpp"

namespace samspil::transaction {
namespace {

using row = rec::JOURNAL_ROW;
using head = rec::PERSON_ROW;
using init = rec::INIT_ANMODNING;

store::journal_row journal_of(store::write_scope const& scope, journal_facts const& facts, char registrering,
                              store::audit_mark const& mark, rules::stored_person const* main) {
  store::journal_row out;
  out.head.set(row::NUMBER_GIVEN, scope.next_journal_number())
      .set(row::FUNKTION, facts.funktion)
      .set(row::REGISTRERING, std::string_view(&registrering, 1))
      .set(row::EVENT_KEYS, facts.keys)
      .set(row::EVENT_DATA, facts.data)
      .set(row::TIMESTAMPU, std::string_view(facts.time20).substr(0, 12))
      .set(row::WRITTEN_UTC, facts.utc20)
      .set(row::KUNDENR, facts.kundenr)
      .set(row::BRUGER_ID, facts.user)
      .set(row::VENTENR, facts.ventenr)
      .set(row::RULE_VERSION, facts.rule_version)
      .set(row::AUDIT_SEQUENCE, mark.sequence)
      .set(row::PREVIOUS_NUMBER, main != nullptr ? main->last_event : 0);
  return out;
}

std::string_view main_of(journal_facts const& facts) {
  return codec::view<init>(facts.keys)[init::PNR];
}

void put(store::write_scope& scope, std::string_view pnr, std::uint64_t changed, waiting_counts counts,
         std::uint64_t last_event, std::string_view records) {
  codec::buffer<head> whole;
  whole.set(head::CHANGED, changed)
      .set(head::WAITING_CHANGED, counts.changed)
      .set(head::WAITING_OPEN, counts.open)
      .set(head::LAST_EVENT, last_event);
  scope.put_person(pnr, whole, records);
}

}  // namespace

std::uint64_t register_event(store::write_scope& scope, journal_facts const& facts,
                             std::vector<rules::touched_person> const& touched, rules::register_source& source,
                             store::audit_mark const& mark, leaving const& waiting) {
  std::string_view const main = main_of(facts);
  rules::stored_person const* const main_before = source.person(main);
  store::journal_row journal = journal_of(scope, facts, 'R', mark, main_before);
  auto const undone =
      codec::view<init>(facts.keys)[init::HAENDELSE] == "FTR" ? source.latest_event(main) : std::nullopt;
  auto const counts_of = [&](std::string_view pnr, rules::stored_person const& before) {
    bool const leaves = pnr == main && waiting.waiting_changed != 0;
    return waiting_counts{leaves ? waiting.waiting_changed : before.waiting_changed,
                          before.waiting_open - (leaves ? waiting.closed : 0)};
  };
  bool main_is_touched = false;
  for (rules::touched_person const& one : touched) {
    rules::stored_person const* before = source.person(one.pnr);
    main_is_touched = main_is_touched || one.pnr == main;
    put(scope, one.pnr, mark.sequence, counts_of(one.pnr, *before), journal.number(), one.after.bytes());
    record::change made = record::undoable_change(one.before, one.after);
    journal.touched.push_back({one.pnr, one.aflmrk, std::move(made.removed), std::move(made.removed_at),
                               std::move(made.added_at), before->last_event});
  }
  if (!main_is_touched && main_before != nullptr)
    put(scope, main, main_before->changed, counts_of(main, *main_before), journal.number(),
        main_before->records.bytes());
  scope.add_journal(journal);
  if (undone) scope.set_undone(undone->number, journal.number());
  return journal.number();
}

std::uint64_t journal_only(store::write_scope& scope, journal_facts const& facts, store::audit_mark const& mark,
                           rules::stored_person const* main, waiting_counts counts) {
  store::journal_row const journal = journal_of(scope, facts, 'V', mark, main);
  if (main != nullptr) put(scope, main_of(facts), main->changed, counts, journal.number(), main->records.bytes());
  scope.add_journal(journal);
  return journal.number();
}

void put_waiting_counts(store::write_scope& scope, std::string_view pnr, rules::stored_person const& person,
                        waiting_counts counts) {
  put(scope, pnr, person.changed, counts, person.last_event, person.records.bytes());
}

}  // namespace samspil::transaction
