// The events of each person: LAST-EVENT in PERSON-ROW, from there PREVIOUS-NUMBER in
// journal row after journal row, and no event of the person beside them.
#include <memory>
#include <unordered_map>

#include "store/keys.hpp"
#include "store/row_codec.hpp"
#include "store/verification.hpp"

namespace samspil::store {
namespace {

/// Number of the last event by PNR.
using last_events = std::unordered_map<std::uint64_t, std::uint64_t>;

std::optional<journal_row> event_of(std::string_view row) {
  try {
    return parse_journal(row);
  } catch (error const&) {
    return std::nullopt;  // verify_rows has it
  }
}

/// Rows never change in what is looked at here, so that a wrong one stays wrong.
std::shared_ptr<last_events const> collect(verification& v) {
  auto last = std::make_shared<last_events>();
  v.phase("events of persons", table::journal);
  v.env.walk(table::journal, nullptr, {}, {}, [&](std::string_view k, std::string_view bytes) {
    v.counted();
    auto const row = event_of(bytes);
    if (!row || !codec::is_digits(k)) return true;
    bool right = true;
    auto const persons = persons_of(*row);
    for (touched_person const& one : row->touched)
      for (event_person const& other : persons)  // the main person's stands twice
        right = right && (one.pnr != other.pnr || one.previous == other.previous);
    for (event_person const& one : persons) {
      if (!codec::is_digits(one.pnr)) continue;
      std::uint64_t& before = (*last)[codec::number(one.pnr)];
      right = right && one.previous == before;
      before = codec::number(k);
    }
    std::string const text = "the event before it of one of its persons is another";
    if (!right) v.suspect(table::journal, std::string(k), text, [text] { return std::optional(text); });
    return true;
  });
  return last;
}

/// The event before `number` that has the person; `number` itself when its row is not there or has not the person.
std::uint64_t step_back(environment const& env, std::string_view pnr, std::uint64_t number) {
  auto const bytes = env.get(table::journal, nullptr, journal_key(number));
  auto const row = bytes ? event_of(*bytes) : std::nullopt;
  if (!row) return number;
  for (event_person const& one : persons_of(*row))
    if (one.pnr == pnr) return one.previous;
  return number;
}

/// `known`: the last event when the journal was read. There may be later ones now.
std::optional<std::string> wrong_last_event(environment const& env, std::string_view pnr, std::uint64_t said,
                                            std::uint64_t known) {
  while (said > known) {
    std::uint64_t const before = step_back(env, pnr, said);
    if (before >= said) return "LAST-EVENT names an event that is not the person's";
    said = before;
  }
  if (said != known) return "LAST-EVENT is not its last event";
  return std::nullopt;
}

}  // namespace

void verify_events(verification& v) {
  if (v.is_damaged(table::journal) || v.is_damaged(table::person)) return;
  auto const last = collect(v);  // shared: each suspicion keeps its check
  v.phase("last events", table::person);
  v.each(table::person, {}, [&v, last](std::string_view pnr, std::string_view row) -> std::optional<std::string> {
    if (row.size() < rec::PERSON_ROW::length || !rec::PERSON_ROW::parses(row.data()) || !codec::is_digits(pnr))
      return std::nullopt;  // verify_rows has it
    std::uint64_t const said = codec::number(codec::view<rec::PERSON_ROW>(row)[rec::PERSON_ROW::LAST_EVENT]);
    auto const known = last->find(codec::number(pnr));
    return wrong_last_event(v.env, pnr, said, known == last->end() ? 0 : known->second);
  });
}

}  // namespace samspil::store
