// NVN: a change of name, which the records of spouse and children repeat.
#pragma once

#include <string>

#include "rules/events.hpp"

namespace samspil::rules {

extern event_type const nvn;

/// ADRNVN as DATA gives it; where that is blank FORNVN MELNVN EFTERNVN with one blank
/// between, not cut (domain.md, "Messages of the data").
std::string addressing_name(data_facts const& f);

}  // namespace samspil::rules
