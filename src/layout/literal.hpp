// Internal. Literals of VALUE clauses as they stand in their item.
#pragma once

#include "layout/tree.hpp"

namespace samspil::layout {

struct literal_value {
  std::string value;
  std::string reason;  ///< why it does not fit; empty when it does
};

/// Whether values of `n` are numbers in the sense of layout::number_text, and
/// not the bytes of the item: signed, with a point or P, or not DISPLAY.
bool is_number(node const& n);

/// `literal`, quotes and sign included, as it stands in `n` (see `allowed`).
literal_value value_in(node const& n, std::string_view literal);

}  // namespace samspil::layout
