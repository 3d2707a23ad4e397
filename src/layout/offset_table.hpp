// A layout as a table of offsets, for people and for the golden files.
#pragma once

#include <string>

#include "layout/layout.hpp"

namespace samspil::layout {

/// A heading with name and length of the record, then a line for each item:
/// level and name (indented by depth), start (1-based), length of one
/// occurrence, occurrences, picture, what it redefines, level 88.
std::string offset_table(record const& r);

/// "8", "1-8 by ANTAL" with DEPENDING ON; empty for an item that stands once.
std::string occurs_text(item const& i);

}  // namespace samspil::layout
