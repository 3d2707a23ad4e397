// What generated code says about a record at run time.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>

#include "codec/field.hpp"

namespace samspil::codec {

/// One elementary item.
struct column {
  std::string_view name;
  std::size_t offset;  ///< 0-based, of the first occurrence
  std::size_t width;
  kind type;
  std::size_t count;   ///< 1 when it does not repeat
  std::size_t stride;  ///< bytes from one occurrence to the next
};

/// One value or range of a level 88, at the width of its item. The item's table
/// stands beside it: rec::WAITING_ROW::TILSTAND_88.
struct allowed {
  std::string_view condition;  ///< name of the level 88
  std::string_view from;
  std::string_view to;  ///< the same as `from` for a single value
};

/// True when `value` is one of `table` (bytes compared as unsigned).
constexpr bool is_allowed(std::span<allowed const> table, std::string_view value) {
  for (allowed const& a : table)
    if (a.from <= value && value <= a.to) return true;
  return false;
}

/// A record of Length bytes with blanks in its X items and zeros in its 9 items.
template <std::size_t Length>
constexpr std::array<char, Length> initial_bytes(std::span<column const> columns) {
  std::array<char, Length> out{};
  for (char& c : out) c = ' ';
  for (column const& c : columns) {
    if (c.type != kind::digits) continue;
    for (std::size_t i = 0; i < c.count; ++i)
      for (std::size_t at = 0; at < c.width; ++at) out[c.offset + i * c.stride + at] = '0';
  }
  return out;
}

}  // namespace samspil::codec
