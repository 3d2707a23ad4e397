#include "rules/effects.hpp"
#include "rules/fly.hpp"
#include "rules/residence.hpp"

namespace samspil::rules {

std::vector<touched_person> fly_effects(data_facts const& f) {
  new_home const home(f);
  return touch_all_moving(f, [&](record::person& p) {
    end_residence(p, home.since);
    take_residence(p, home);
  });
}

}  // namespace samspil::rules
