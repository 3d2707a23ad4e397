// A record as an example of its layout, for the documentation.
#pragma once

#include <string>

#include "layout/layout.hpp"

namespace samspil::admin {

/// The bytes (ISO-8859-1) of a made-up record: VALUE and level 88 where the
/// copybook has them, what CPR's field names stand for, else something of the
/// item's type. Tables of DEPENDING ON have one occurrence where they may.
std::string example_of(layout::record const& r);

}  // namespace samspil::admin
