// Event-AKTUEL of INIT and VVIS: what the event may change, as it stands now.
#pragma once

#include <string>

#include "rules/facts.hpp"

namespace samspil::rules {

/// 500 bytes, made for the keys' HDTO. The keys hold.
std::string make_aktuel(key_facts const& keys);

}  // namespace samspil::rules
