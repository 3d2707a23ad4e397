// FLY: a move within Denmark, with co-movers.
#pragma once

#include "rules/events.hpp"

namespace samspil::rules {

extern event_type const fly;

/// The main person, then the co-movers in DATA's order, each at the new address (fly_effects.cpp).
std::vector<touched_person> fly_effects(data_facts const& f);

}  // namespace samspil::rules
