// FTR: the person's latest event is undone in every person that it touched.
#pragma once

#include "rules/events.hpp"

namespace samspil::rules {

extern event_type const ftr;

}  // namespace samspil::rules
