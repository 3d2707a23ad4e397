// Copybooks read into layouts: the one source of widths (architecture.md,
// "Layouts"). The generator, the tools and the tests all start here.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "layout/tree.hpp"

namespace samspil::layout {

/// One line of the offset table.
struct item {
  unsigned level = 0;
  std::string name;  ///< upper case, hyphens kept; FILLER for an unnamed item
  std::size_t start = 0;   ///< 1-based, of the first occurrence
  std::size_t length = 0;  ///< bytes of one occurrence
  std::size_t occurs = 1;  ///< the most, with DEPENDING ON
  std::size_t least = 1;   ///< the fewest, with DEPENDING ON; else the same as occurs
  std::string depending;   ///< empty when the number is fixed
  std::string picture;     ///< empty for a group
  category kind = category::text;
  bool is_signed = false;
  std::size_t decimals = 0;
  std::string usage;      ///< DISPLAY; empty for a group
  std::string redefines;  ///< empty when it redefines nothing
  std::size_t below = 0;  ///< how many of the items that follow it stand below it
  std::vector<condition> conditions;  ///< its level 88
  spot at;                ///< in the copybook

  bool group() const { return picture.empty(); }
};

/// One level 01: items[0] is the record itself, the others follow in the
/// copybook's order.
struct record {
  std::string name;
  std::size_t length = 0;  ///< bytes; the most, with DEPENDING ON
  std::vector<item> items;
};

/// Reads every level 01 of `copybook`. `name` stands in the error.
result<std::vector<record>> read_copybook(std::string_view copybook, std::string_view name,
                                          format as = format::automatic);

}  // namespace samspil::layout
