#include "rules/undo.hpp"

#include <algorithm>
#include <stdexcept>

#include "rec/sams_ftr.hpp"
#include "rules/effects.hpp"
#include "rules/history.hpp"

namespace samspil::rules {
namespace {

using namespace samspil::rec;

constexpr std::array fields{describe(FTR_DATA::FTR_HAENDELSE), describe(FTR_DATA::FTR_TIDSPUNKT)};

/// The person's 099, newest first.
std::string aktuel(key_facts const& f) {
  using line = FTR_AKTUEL::HAENDELSER;
  codec::buffer<FTR_AKTUEL> out;
  auto rows = f.person->records.all(record::type_of<PERSON_099>());
  // By time; of equal ones the later row is the newer.
  std::stable_sort(rows.begin(), rows.end(), [](std::string_view a, std::string_view b) {
    return codec::view<PERSON_099>(a)[PERSON_099::TIMESTAMPU] < codec::view<PERSON_099>(b)[PERSON_099::TIMESTAMPU];
  });
  std::size_t n = 0;
  for (auto row = rows.rbegin(); row != rows.rend() && n < line::TIMESTAMPU.count; ++row, ++n) {
    codec::view<PERSON_099> const v(*row);
    out.set(line::TIMESTAMPU, n, or_zeros(v[PERSON_099::TIMESTAMPU]))
        .set(line::HAENDELSE, n, v[PERSON_099::HAENDELSE])
        .set(line::AFLEDTMRK, n, v[PERSON_099::AFLEDTMRK]);
  }
  out.set(FTR_AKTUEL::ANTAL_HAENDELSER, n);
  return std::string(out.bytes());
}

std::string klartekst(data_facts const& f) {
  codec::buffer<FTR_KLARTEKST> out;
  auto const& codes = f.keys.table.codes;
  out.set(FTR_KLARTEKST::HAENDELSE_TEKST, codes.find("HAENDELSE", f.text("FTR-HAENDELSE"), f.keys.who.language));
  return std::string(out.bytes());
}

/// Whether a period began with the event: on its date, and the person had none of that date before, or one that the
/// event made history.
bool began_with(std::string_view row, registered_event const& undone, record::person const& before, bool ended_one) {
  std::string const start = period_start(row);
  if (start.size() < 8 || start.substr(0, 8) != undone.hdto) return false;
  std::string_view const earlier = before.first(record::record_type(row));
  return earlier.empty() || ended_one || period_start(earlier) != start;
}

/// History rows with ANNKOR A of the records that the event had made current
/// (011 aside: its history has no ANNKOR, docs/decisions/0006).
std::vector<std::string> undone_periods(record::person const& part, record::person const& before,
                                        record::change const& made, registered_event const& undone,
                                        std::string_view end12) {
  std::vector<std::string> out;
  std::vector<std::string_view> const rows = part.all();
  auto const made_one_of = [&](unsigned type) {
    return std::any_of(made.added_at.begin(), made.added_at.end(), [&](unsigned at) {
      return at < rows.size() && record::record_type(rows[at]) == type;
    });
  };
  for (unsigned const at : made.added_at) {
    if (at >= rows.size() || record::record_type(rows[at]) == 11) continue;
    std::string row = history_row(rows[at], {.since12 = end12, .annkor = 'A'});
    if (row.empty() || !began_with(rows[at], undone, before, made_one_of(record::record_type(row)))) continue;
    out.push_back(std::move(row));
  }
  return out;
}

/// The records before the event, with the notes of now (099, earlier undone periods) and the undone periods.
record::person restored(record::person const& now, registered_event const& undone, record::change const& made,
                        std::string_view end12) {
  record::person const part = record::undoable_part(now);
  auto const before = record::before_change(part, made);
  if (!before) throw std::logic_error("an event's journal does not fit the person's records");
  record::change const notes = record::change_between(part, now);  // nothing but additions
  record::person out = *before;
  std::vector<std::string_view> const rows = now.all();
  for (unsigned const at : notes.added_at) out.add(rows[at]);
  for (std::string const& row : undone_periods(part, *before, made, undone, end12)) out.add(row);
  return out;
}

std::vector<touched_person> effects(data_facts const& f) {
  std::vector<touched_person> out;
  auto const undone = f.keys.source.latest_event(f.keys.pnr());
  if (!undone || !undone->may_be_undone) throw std::logic_error("an undo that D7801 has not taken");
  for (registered_event::person const& one : undone->touched) {
    stored_person const* const now = f.keys.source.person(one.pnr);
    if (now == nullptr) throw std::logic_error("an event's journal names a person who is not in the register");
    out.push_back(touch(now->records, codec::trimmed(one.aflmrk),
                        [&](record::person& p) { p = restored(p, *undone, one.made, f.keys.hdto12()); }));
  }
  return out;
}

}  // namespace

constinit event_type const ftr{.code = "FTR",
                               .fields = fields,
                               .tidy = nullptr,
                               .aktuel = aktuel,
                               .klartekst = klartekst,
                               .effects = effects,
                               .touches_relatives = true};

}  // namespace samspil::rules
