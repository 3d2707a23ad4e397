// A record as an example of its layout, for the documentation.
#pragma once

#include <string>
#include <string_view>

#include "layout/layout.hpp"

namespace samspil::admin {

/// The bytes (ISO-8859-1) of a made-up record: VALUE and level 88 where the
/// copybook has them, what CPR's field names stand for, else something of the
/// item's type. Tables of DEPENDING ON have one occurrence where they may.
std::string example_of(layout::record const& r);

/// Whether "T(1).A(1)" names the first occurrence in every table.
bool is_first_occurrence(std::string_view name);

}  // namespace samspil::admin
