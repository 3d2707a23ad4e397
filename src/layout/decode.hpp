// Records read by a layout that is known only at run time: for the tools that
// show records, and for a copybook that the program was not built with.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "layout/layout.hpp"

namespace samspil::layout {

/// An elementary item at one place of a record.
struct placed_item {
  item const* what;   ///< of the record that was given
  std::string name;   ///< with its occurrences: "MEDFLYTTER(3)", "HUSSTAND(2).PNR"
  std::size_t start;  ///< 1-based
};

/// Every occurrence of every elementary item in order, redefinitions aside; as
/// many occurrences as a table can have.
std::vector<placed_item> placed_items(record const& r);

/// An item and its bytes.
struct decoded_item {
  placed_item at;
  std::string_view value;
  bool fits;  ///< false when a digits item holds something else (with S the last byte may hold the sign)
};

/// `bytes` item by item; they must outlive the result. A table of DEPENDING ON
/// has as many occurrences as its counter says. Errors: a length that is not
/// the record's, a counter that is no number of its range. An item that does
/// not hold what its picture says is no error: the tools must show it.
samspil::result<std::vector<decoded_item>> decode(record const& r, std::string_view bytes);

}  // namespace samspil::layout
