// NAB, LVB, MFB and KRE: a protection is set or lifted, for the person and for
// own children. The four have the same layouts and differ in BESKYTTYPE.
#pragma once

#include "rules/events.hpp"

namespace samspil::rules {

extern event_type const nab;
extern event_type const lvb;
extern event_type const mfb;
extern event_type const kre;

/// BESKYTTYPE that the event sets or lifts; empty for other events.
std::string_view protection_type(std::string_view haendelse);

/// The person, then the children in DATA's order (protection_effects.cpp).
std::vector<touched_person> protection_effects(data_facts const& f);

}  // namespace samspil::rules
