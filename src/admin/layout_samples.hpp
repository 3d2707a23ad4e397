// What fields of CPR's and this project's names hold, for examples.
#pragma once

#include <string>
#include <string_view>

#include "layout/layout.hpp"

namespace samspil::admin {

/// A fictitious value (ISO-8859-1) for an item by its name, which fits its
/// width; nothing for a name that says nothing.
std::string_view sample_for(layout::item const& i);

}  // namespace samspil::admin
