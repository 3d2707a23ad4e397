// Copybooks read into layouts: the one source of widths (architecture.md,
// "Layouts"). The generator, the tools and the tests all start here.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "layout/number.hpp"
#include "layout/tree.hpp"

namespace samspil::layout {

/// One line of the offset table.
struct item {
  unsigned level = 0;
  std::string name;  ///< upper case, hyphens kept; FILLER for an unnamed item
  std::size_t start = 0;   ///< 1-based, of the first occurrence, every table before it as long as it can be
  std::size_t length = 0;  ///< bytes of one occurrence
  std::size_t occurs = 1;  ///< the most, with DEPENDING ON
  std::size_t least = 1;   ///< the fewest, with DEPENDING ON; else the same as occurs
  std::string depending;   ///< empty when the number is fixed
  std::size_t counter = 0;  ///< index of the item that `depending` means
  std::string picture;     ///< empty for a group
  category kind = category::text;
  bool numeric = false;    ///< a number, plain or edited
  bool is_signed = false;
  std::size_t digits = 0;  ///< stored digits of a number
  scale point;
  std::string usage;  ///< as written (COMP for COMPUTATIONAL), DISPLAY without USAGE; empty for a group
  storage stored = storage::display;
  sign_place sign = sign_place::last_digit;
  bool justified = false;        ///< to the right
  bool blank_when_zero = false;
  std::string redefines;  ///< empty when it redefines nothing
  std::size_t below = 0;  ///< how many of the items that follow it stand below it
  std::vector<condition> conditions;   ///< its level 88
  std::optional<std::string> initial;  ///< its VALUE, as a level 88 has it
  spot at;                             ///< in the copybook

  bool group() const { return picture.empty(); }
  /// Its values are numbers ("-12.50") and not its bytes (see `allowed`).
  bool number() const;
  /// It occurs several times, or a number of times that varies.
  bool is_table() const { return occurs != 1 || !depending.empty(); }
};

/// One level 01 or 77: items[0] is the record itself, the others follow in the
/// copybook's order.
struct record {
  std::string name;
  std::size_t length = 0;  ///< bytes; the most, with DEPENDING ON
  std::vector<item> items;
};

/// Reads every level 01 and 77 of `copybook`. `name` stands in the error, which
/// is the first in the copybook.
result<std::vector<record>> read_copybook(std::string_view copybook, std::string_view name,
                                          format as = format::automatic);

/// Everything that can be said of a copybook.
struct copybook_check {
  std::vector<record> records;           ///< those without a fault
  std::vector<copybook_error> faults;    ///< one for each level 01 at most; where the text itself fails, one
  std::vector<copybook_error> warnings;  ///< what is read, but perhaps not as its writer meant it
};
copybook_check check_copybook(std::string_view copybook, std::string_view name, format as = format::automatic);

}  // namespace samspil::layout
