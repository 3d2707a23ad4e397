#include "rec/sams_fly.hpp"
#include "rules/effects.hpp"
#include "rules/fly.hpp"
#include "rules/residence.hpp"

namespace samspil::rules {
namespace {

touched_person moved(record::person const& person, std::string_view relation, new_home const& home) {
  touched_person out{std::string(person.pnr()), std::string(relation), person, person};
  end_residence(out.after, home.since);
  take_residence(out.after, home);
  return out;
}

}  // namespace

std::vector<touched_person> fly_effects(data_facts const& f) {
  using data = rec::FLY_DATA;
  new_home const home(f);
  std::vector<touched_person> out;
  out.push_back(moved(f.person, "", home));
  codec::view<data> const seen(f.data);
  for (std::size_t i = 0; i < data::MEDFLYTTER.count; ++i) {
    std::string_view const pnr = seen(data::MEDFLYTTER, i);
    stored_person const* const other = is_zero(pnr) ? nullptr : f.keys.source.person(pnr);
    if (other == nullptr) continue;
    household_member const* const member = f.member(pnr);
    out.push_back(moved(other->records, member == nullptr ? std::string_view() : member->relation, home));
  }
  return out;
}

}  // namespace samspil::rules
