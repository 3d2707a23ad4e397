// STB and FKI: citizenship and membership of the church.
#pragma once

#include "rules/events.hpp"

namespace samspil::rules {

extern event_type const stb;
extern event_type const fki;

}  // namespace samspil::rules
