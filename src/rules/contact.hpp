// KAD and SUA: a contact address beside the home, lines that supplement it.
#pragma once

#include "rules/events.hpp"

namespace samspil::rules {

extern event_type const kad;
extern event_type const sua;

}  // namespace samspil::rules
