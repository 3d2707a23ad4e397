// The events of a person since a customer's last extract.
#include <algorithm>
#include <utility>
#include <vector>

#include "admin/extract.hpp"
#include "rec/person.hpp"
#include "rec/sams_init.hpp"
#include "record/person.hpp"

namespace samspil::admin {
namespace {

using journal_record = rec::JOURNAL_ROW;

/// The 099 that the event wrote to this person's records (domain.md, "Effects in general").
std::string events_in(store::journal_row const& row, std::string_view pnr) {
  using event = rec::PERSON_099;
  codec::view<rec::INIT_ANMODNING> const keys(row.head[journal_record::EVENT_KEYS]);
  std::string out;
  for (store::touched_person const& one : row.touched) {
    if (one.pnr != pnr) continue;
    codec::buffer<event> record;
    record.set(event::RECORDTYPE, record::type_of<event>())
        .set(event::PNR, pnr)
        .set(event::TIMESTAMPU, row.head[journal_record::TIMESTAMPU])
        .set(event::HAENDELSE, keys[rec::INIT_ANMODNING::HAENDELSE])
        .set(event::AFLEDTMRK, one.aflmrk);
    out += record.bytes();
  }
  return out;
}

}  // namespace

std::optional<std::string> changes_of(store::read_scope const& scope, std::string_view kundenr, std::string_view pnr,
                                      std::uint64_t from, std::uint64_t to) {
  std::vector<std::pair<std::uint64_t, std::string>> changes;
  scope.each_journal_of(pnr, [&](store::journal_row const& row) {
    std::uint64_t const at = codec::number(row.head[journal_record::AUDIT_SEQUENCE]);
    if (at <= from) return false;
    if (at > to || row.head[journal_record::REGISTRERING] != "R") return true;
    if (std::string events = events_in(row, pnr); !events.empty()) changes.emplace_back(at, std::move(events));
    return true;
  });
  for (store::fed_person& one : scope.fed(kundenr, pnr))
    if (one.sequence > from && one.sequence <= to) changes.emplace_back(one.sequence, std::move(one.events));
  if (changes.empty()) return std::nullopt;
  std::sort(changes.begin(), changes.end());
  std::string out;
  for (auto const& [at, events] : changes) out += events;
  return out;
}

}  // namespace samspil::admin
