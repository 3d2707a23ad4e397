// FSV and GEN: a person disappears and is found again.
#pragma once

#include "rules/events.hpp"

namespace samspil::rules {

extern event_type const fsv;
extern event_type const gen;

}  // namespace samspil::rules
