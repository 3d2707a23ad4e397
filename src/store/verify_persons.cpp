// Each person: whole records of its own, the events that wait for it, and the
// audit rows that it names.
#include "record/person.hpp"
#include "store/keys.hpp"
#include "store/verification.hpp"

namespace samspil::store {
namespace {

using head_record = rec::PERSON_ROW;

std::optional<std::string> wrong_records(verification const& v, std::string_view pnr, std::string_view records) {
  auto const parsed = record::person::parse(records);
  if (!parsed) return "its records do not parse: " + parsed.error().text();
  if (parsed->pnr() != pnr) return "its records are another person's";
  return v.how.check_person ? v.how.check_person(pnr, records) : std::nullopt;
}

/// Events in state A or G with this person as main person.
std::uint64_t open_events(environment const& env, std::string_view pnr) {
  std::vector<std::string> numbers;
  env.walk(table::waiting_person, nullptr, pnr, {}, [&](std::string_view entry, std::string_view) {
    numbers.emplace_back(entry.substr(10));
    return true;
  });
  std::uint64_t open = 0;
  for (auto const& number : numbers) {
    auto const row = env.get(table::waiting, nullptr, number);
    if (!row || row->size() != rec::WAITING_ROW::length) continue;
    auto const state = codec::view<rec::WAITING_ROW>(*row)[rec::WAITING_ROW::TILSTAND];
    if (state == "A" || state == "G") ++open;
  }
  return open;
}

std::optional<std::string> wrong_sequence(environment const& env, std::uint64_t first, std::string_view sequence,
                                          char const* what) {
  std::uint64_t const number = codec::number(sequence);
  if (number < first || env.has(table::audit, nullptr, sequence)) return std::nullopt;  // none, or pruned
  return std::string(what) + " names an audit row that is missing";
}

std::optional<std::string> wrong_head(environment const& env, std::uint64_t first, std::string_view pnr,
                                      codec::view<head_record> head) {
  if (auto wrong = wrong_sequence(env, first, head[head_record::CHANGED], "CHANGED")) return wrong;
  if (auto wrong = wrong_sequence(env, first, head[head_record::WAITING_CHANGED], "WAITING-CHANGED")) return wrong;
  std::uint64_t const open = open_events(env, pnr);
  if (codec::number(head[head_record::WAITING_OPEN]) != open)
    return "WAITING-OPEN does not count its " + std::to_string(open) + " open events";
  return std::nullopt;
}

}  // namespace

void verify_persons(verification& v) {
  if (v.is_damaged(table::audit) || v.is_damaged(table::waiting) || v.is_damaged(table::waiting_person)) return;
  v.phase("persons", table::person);
  v.each(table::person, {}, [&v](std::string_view pnr, std::string_view row) -> std::optional<std::string> {
    if (row.size() < head_record::length || !head_record::parses(row.data()))
      return std::nullopt;        // verify_rows has it
    std::string const copy(row);  // what follows reads other rows
    if (auto wrong = wrong_head(v.env, v.first_audit, pnr, codec::view<head_record>(copy))) return wrong;
    return wrong_records(v, pnr, std::string_view(copy).substr(head_record::length));
  });
  v.phase("persons of a load", table::person_staged);
  v.each(table::person_staged, {},
         [&v](std::string_view pnr, std::string_view records) { return wrong_records(v, pnr, records); });
}

}  // namespace samspil::store
