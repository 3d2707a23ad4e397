// A layout as a table of offsets, for people and for the golden files.
#pragma once

#include <string>

#include "layout/layout.hpp"

namespace samspil::layout {

/// A heading with name and length of the record, then a line for each item:
/// level and name (indented by depth), start (1-based), length of one
/// occurrence, occurrences, picture (with USAGE and SIGN where they are not the
/// usual ones), what it redefines, level 88.
std::string offset_table(record const& r);

/// "S9(7) COMP-3", "9(4)", "S99 LEADING SEPARATE"; empty for a group.
std::string picture_text(item const& i);

/// "8", "1-8 by ANTAL" with DEPENDING ON; empty for an item that stands once.
std::string occurs_text(item const& i);

}  // namespace samspil::layout
