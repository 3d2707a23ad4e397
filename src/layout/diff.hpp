// Two versions of a layout, and what the newer one breaks for programs that
// read by the older.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "layout/layout.hpp"

namespace samspil::layout {

struct change {
  std::string_view what;  ///< added, removed, renamed, moved, resized, retyped, repeated, values
  std::string record;     ///< as the older version names it; the newer one's for what was added
  std::string item;       ///< with its groups; empty when it is the record itself
  std::string before;     ///< "at 5", "4 bytes", "X(4)", ...; empty for what was added
  std::string after;
  bool breaking;
};

/// The changes from `before` to `after`, in the order of `before`, what was
/// added last. Breaking is what lets a program that knows `before` read
/// something else in the same bytes, or miss them: everything but additions
/// (also into FILLER), new names for the same bytes and other level 88.
std::vector<change> differences(std::vector<record> const& before, std::vector<record> const& after);

}  // namespace samspil::layout
