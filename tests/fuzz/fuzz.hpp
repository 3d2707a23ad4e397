// What every fuzz target needs. A target takes any bytes; beside not crashing
// it has properties to check, named in its first lines.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

/// libFuzzer calls it for every input. The bytes are of exactly `size` on the
/// heap, so that the address sanitizer sees a byte too many. Gives 0.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size);

namespace samspil::fuzz {

inline std::string_view text(std::uint8_t const* data, std::size_t size) {
  return {reinterpret_cast<char const*>(data), size};
}

/// Ends the program with the name of the property when it does not hold.
inline void check(bool holds, char const* property) {
  if (holds) return;
  std::fprintf(stderr, "property does not hold: %s\n", property);
  std::abort();
}

/// Whether `line` and `column` (1-based) name a byte of `text`, or the place right behind a line.
inline bool is_place(std::string_view text, std::size_t line, std::size_t column) {
  for (; line > 1; --line) {
    std::size_t const end = text.find('\n');
    if (end == std::string_view::npos) return false;
    text.remove_prefix(end + 1);
  }
  return line == 1 && column >= 1 && column <= text.substr(0, text.find('\n')).size() + 1;
}

}  // namespace samspil::fuzz
