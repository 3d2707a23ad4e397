// Internal. A record of fixed width as its difference from another of the same kind:
// so many equal bytes (one byte), so many others (one byte), those others; again
// until the record is whole.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace samspil::store {

/// Appends what makes `record` of `before`, which has as many bytes.
void append_difference(std::string_view record, char const* before, std::string& to);

/// Takes a difference off `rest`, makes the record of what `record` holds. False when it is not whole, or goes on
/// behind the record; then both hold anything.
bool take_difference(std::string_view& rest, std::span<char> record);

/// Takes the first `length` bytes off `rest`; false when it has fewer.
inline bool take_bytes(std::string_view& rest, std::size_t length, std::string_view& taken) {
  if (rest.size() < length) return false;
  taken = rest.substr(0, length);
  rest.remove_prefix(length);
  return true;
}

}  // namespace samspil::store
