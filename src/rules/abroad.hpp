// UDR, UAD and IND: leaving the country, an address there, coming back.
#pragma once

#include "rules/events.hpp"

namespace samspil::rules {

extern event_type const udr;
extern event_type const uad;
extern event_type const ind;

}  // namespace samspil::rules
