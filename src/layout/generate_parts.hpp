// Internal. The parts of a generated file.
#pragma once

#include "layout/generate.hpp"

namespace samspil::layout {

/// Why C++ cannot be written for `r`; nothing when it can.
std::optional<copybook_error> cpp_fault(record const& r);
/// `struct FLY_DATA {...};`, for a record without a fault.
std::string struct_of(record const& r);
/// The definitions of its functions.
std::string functions_of(record const& r);

/// How often an item stands in its record and how far apart.
struct repetition {
  std::size_t count = 1;
  std::size_t stride = 0;
};
/// For r.items[i], its own OCCURS or that of the group around it.
repetition repetition_of(record const& r, std::size_t i);
/// The index of the item that r.items[i] stands below; 0 is the record.
std::size_t parent_of(record const& r, std::size_t i);
/// True when the bytes of r.items[i] are another item's: it or a group around it redefines.
bool is_other_view(record const& r, std::size_t i);

/// A C++ string literal with every byte of `text`.
std::string in_quotes(std::string_view text);

}  // namespace samspil::layout
