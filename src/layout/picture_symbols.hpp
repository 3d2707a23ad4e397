// Internal. A picture as the symbols that it is made of, and what they may follow.
#pragma once

#include <vector>

#include "layout/picture.hpp"

namespace samspil::layout {

/// One symbol with how often it stands. CR and DB are C and D.
struct symbol {
  char what = 0;
  std::size_t times = 1;
  std::size_t at = 0;  ///< offset in the picture
  bool counted = false;  ///< with (n)
};

using picture_check = std::optional<picture_fault>;

/// The symbols of `text`, neighbours that are the same as one.
struct symbols_reading {
  std::vector<symbol> symbols;
  picture_check fault;
};
symbols_reading read_symbols(std::string_view text);

/// Fill `to` from symbols of which at least one is A or X; of 9, S, V and P
/// only; of a number with symbols of editing among them.
picture_check read_text(std::vector<symbol> const& symbols, picture& to);
picture_check read_digits(std::vector<symbol> const& symbols, picture& to);
picture_check read_edited(std::vector<symbol> const& symbols, picture& to);

/// "symbol CR".
std::string symbol_text(symbol const& s);

}  // namespace samspil::layout
