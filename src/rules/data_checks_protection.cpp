#include "rules/data_checks.hpp"
#include "rules/protection.hpp"

namespace samspil::rules::due {
namespace {

bool in_force(data_facts const& f) {
  protection_change const change(f);
  return change.is_done(f.person) == change.set;
}

}  // namespace

bool no_action(data_facts const& f, data_field const* field, unsigned) {
  std::string_view const handling = f.value(*field, 0);
  return handling != "S" && handling != "O";
}

bool already_set(data_facts const& f, data_field const* field, unsigned) {
  return f.value(*field, 0) == "S" && in_force(f);
}

bool nothing_to_lift(data_facts const& f, data_field const* field, unsigned) {
  return f.value(*field, 0) == "O" && !in_force(f);
}

bool longer_than_a_year(data_facts const& f, data_field const* field, unsigned) {
  std::string_view const end = f.value(*field, 0);
  return f.text("HANDLING") == "S" && (is_zero(end) || end > date8(add_years(*f.keys.event_date, 1)));
}

bool no_end_date(data_facts const& f, data_field const* field, unsigned) {
  std::string_view const end = f.value(*field, 0);
  return !is_zero(end) && (!parse_date8(end) || end < f.keys.hdto());
}

bool no_child(data_facts const& f, data_field const* field, unsigned occurrence) {
  std::string_view const pnr = f.value(*field, occurrence);
  if (is_zero(pnr)) return false;
  household_member const* const member = f.member(pnr);
  if (member == nullptr || member->relation != relation_child) return true;
  for (unsigned earlier = 1; earlier < occurrence; ++earlier)
    if (f.value(*field, earlier) == pnr) return true;
  return false;
}

}  // namespace samspil::rules::due
