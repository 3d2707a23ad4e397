// A layout as a page of Markdown.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "layout/layout.hpp"

namespace samspil::admin {

/// The page, UTF-8: for each record its offsets, types, code sets of level 88
/// and an example. `copybook` is the text that the records were read from: its
/// comments right above a record or an item go with it. `examples` has the
/// bytes of a record (ISO-8859-1) by its name; for others one is made up.
std::string document(std::string const& title, std::string_view copybook, std::vector<layout::record> const& records,
                     std::map<std::string, std::string> const& examples);

}  // namespace samspil::admin
