// Records read by a layout that is known only at run time: for the tools that
// show records, and for a copybook that the program was not built with.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "layout/value.hpp"

namespace samspil::layout {

/// An elementary item at one place of a record.
struct placed_item {
  item const* what;   ///< of the record that was given
  /// With its occurrences: "MEDFLYTTER(3)", "HUSSTAND(2).PNR"; with all groups
  /// around it where the record has the name twice.
  std::string name;
  std::size_t start;  ///< 1-based
  bool view = false;  ///< it, or a group around it, redefines other items
};

enum class views { left_out, included };

/// Every occurrence of every elementary item in order; as many occurrences as
/// a table can have.
std::vector<placed_item> placed_items(record const& r, views redefinitions = views::left_out);

/// Bytes of the record that `bytes` begins with: tables of DEPENDING ON have as
/// many occurrences as their counters say. Errors: a counter that is not there,
/// or no number of its range.
samspil::result<std::size_t> length_of(record const& r, std::string_view bytes, reading const& how = {});

/// An item and its bytes.
struct decoded_item {
  placed_item at;
  std::string_view bytes;
  item_value value;
};

/// `bytes` item by item; they must outlive the result. Errors: as length_of,
/// and a length that is not the record's. An item that does not hold what its
/// picture says is no error: the tools must show it.
samspil::result<std::vector<decoded_item>> decode(record const& r, std::string_view bytes, reading const& how = {},
                                                  views redefinitions = views::left_out);

/// What does not fit in an item that does not: field, byte and what was expected.
decode_error misfit(record const& r, decoded_item const& what);

}  // namespace samspil::layout
