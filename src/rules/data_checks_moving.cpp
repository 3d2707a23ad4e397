#include "rules/data_checks.hpp"

namespace samspil::rules::due {
namespace {

/// More days than this before the business date is late (7108).
constexpr int days_late = 5;

/// yyyyMMdd of TILFLYDTO of record 002, empty without one.
std::string_view moved_in(record::person const& person) {
  return person.value(rec::PERSON_002::TILFLYDTO).substr(0, 8);
}

}  // namespace

bool reported_late(data_facts const& f, data_field const*, unsigned) {
  return days_between(*f.keys.event_date, f.keys.business_date) > days_late;
}

bool before_the_address(data_facts const& f, data_field const*, unsigned) { return f.keys.hdto() < moved_in(f.person); }

std::string address_since(data_facts const& f) { return std::string(moved_in(f.person)); }

bool no_member(data_facts const& f, data_field const* field, unsigned occurrence) {
  std::string_view const pnr = f.value(*field, occurrence);
  return !is_zero(pnr) && pnr != f.keys.pnr() && f.member(pnr) == nullptr;
}

bool named_twice(data_facts const& f, data_field const* field, unsigned occurrence) {
  std::string_view const pnr = f.value(*field, occurrence);
  if (is_zero(pnr)) return false;
  if (pnr == f.keys.pnr()) return true;
  for (unsigned earlier = 1; earlier < occurrence; ++earlier)
    if (f.value(*field, earlier) == pnr) return true;
  return false;
}

bool count_differs(data_facts const& f, data_field const* field, unsigned) {
  data_field const* const list = field + 1;  // a count stands before its list in every layout
  std::uint64_t const count = codec::number(f.value(*field, 0));
  if (count > list->count) return true;
  for (unsigned i = 1; i <= list->count; ++i)
    if (is_zero(f.value(*list, i)) == (i <= count)) return true;
  return false;
}

bool before_their_address(data_facts const& f, data_field const* field, unsigned occurrence) {
  household_member const* const member = f.member(f.value(*field, occurrence));
  return member != nullptr && f.keys.hdto() < moved_in(member->person->records);
}

}  // namespace samspil::rules::due
