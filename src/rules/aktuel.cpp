#include "rules/aktuel.hpp"

namespace samspil::rules {

std::string make_aktuel(key_facts const& keys) { return keys.event->aktuel(keys); }

}  // namespace samspil::rules
