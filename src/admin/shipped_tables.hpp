// The tables that come with the program: rights of groups, texts of codes and
// messages, from records/*.txt that is built into the library, and the rules.
#pragma once

#include <string>

#include "store/reference.hpp"

namespace samspil::admin {

/// The file of a shipped table, ISO-8859-1. std::logic_error for a kind that has none (roads, authorities).
std::string shipped_table(store::reference kind);

}  // namespace samspil::admin
