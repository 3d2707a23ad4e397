#include "rules/effects.hpp"
#include "rules/protection.hpp"
#include "rules/protections.hpp"

namespace samspil::rules {
namespace {

touched_person touched(record::person const& person, std::string_view relation, protection_change const& change) {
  touched_person out{std::string(person.pnr()), std::string(relation), person, person};
  if (!change.is_done(person)) change.apply(out.after);
  return out;
}

}  // namespace

std::vector<touched_person> protection_effects(data_facts const& f) {
  protection_change const change(f);
  std::vector<touched_person> out;
  out.push_back(touched(f.person, "", change));
  data_field const& children = *find_field(*f.keys.event, "BARN");
  for (unsigned i = 1; i <= children.count; ++i) {
    std::string_view const pnr = f.value(children, i);
    stored_person const* const child = is_zero(pnr) ? nullptr : f.keys.source.person(pnr);
    if (child == nullptr) continue;
    household_member const* const member = f.member(pnr);
    out.push_back(touched(child->records, member == nullptr ? std::string_view() : member->relation, change));
  }
  return out;
}

}  // namespace samspil::rules
