// Items in words, for people who do not read COBOL.
#pragma once

#include <string>

#include "layout/layout.hpp"

namespace samspil::layout {

/// "text", "digits", "number, signed, 2 decimals, packed", ...; "group" for one.
std::string type_text(item const& i);
/// The values of a level 88: `"01" to "07", "20"`, numbers without quotes.
std::string values_text(item const& of, condition const& c);
/// Each item's name with the named groups around it, without the record:
/// "FRA.KOMKOD"; of r.items, by index.
std::vector<std::string> item_paths(record const& r);

}  // namespace samspil::layout
