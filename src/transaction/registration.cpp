#include "transaction/registration.hpp"

#include "rec/sams_init.hpp"
#include "rules/tables.hpp"
#include "store/rows.hpp"

namespace samspil::transaction {
namespace {

using row = rec::JOURNAL_ROW;
using head = rec::PERSON_ROW;

store::journal_row journal_of(store::write_scope const& scope, journal_facts const& facts, char registrering,
                              store::audit_mark const& mark) {
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
      .set(row::AUDIT_SEQUENCE, mark.sequence);
  return out;
}

codec::buffer<head> head_of(std::uint64_t changed, std::uint64_t waiting_changed, unsigned waiting_open) {
  codec::buffer<head> out;
  out.set(head::CHANGED, changed).set(head::WAITING_CHANGED, waiting_changed).set(head::WAITING_OPEN, waiting_open);
  return out;
}

}  // namespace

std::uint64_t register_event(store::write_scope& scope, journal_facts const& facts,
                             std::vector<rules::touched_person> const& touched, rules::register_source& source,
                             store::audit_mark const& mark, leaving const& waiting) {
  store::journal_row journal = journal_of(scope, facts, 'R', mark);
  codec::view<rec::INIT_ANMODNING> const keys(facts.keys);
  std::string_view const main = keys[rec::INIT_ANMODNING::PNR];
  auto const undone = keys[rec::INIT_ANMODNING::HAENDELSE] == "FTR" ? source.latest_event(main) : std::nullopt;
  for (rules::touched_person const& one : touched) {
    rules::stored_person const* before = source.person(one.pnr);
    bool const leaves = one.pnr == main && waiting.waiting_changed != 0;
    scope.put_person(one.pnr,
                     head_of(mark.sequence, leaves ? waiting.waiting_changed : before->waiting_changed,
                             before->waiting_open - (leaves ? waiting.closed : 0)),
                     one.after.bytes());
    record::change made = record::undoable_change(one.before, one.after);
    journal.touched.push_back({one.pnr, one.aflmrk, std::move(made.removed), std::move(made.removed_at),
                               std::move(made.added_at)});
  }
  scope.add_journal(journal);
  if (undone) scope.set_undone(undone->number, journal.number());
  return journal.number();
}

std::uint64_t journal_only(store::write_scope& scope, journal_facts const& facts, store::audit_mark const& mark) {
  store::journal_row const journal = journal_of(scope, facts, 'V', mark);
  scope.add_journal(journal);
  return journal.number();
}

void put_waiting_counts(store::write_scope& scope, std::string_view pnr, rules::stored_person const& person,
                        std::uint64_t waiting_changed, unsigned waiting_open) {
  scope.put_person(pnr, head_of(person.changed, waiting_changed, waiting_open), person.records.bytes());
}

}  // namespace samspil::transaction
