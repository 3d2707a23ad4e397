#pragma once

#include <cstddef>
#include <string>

namespace samspil::test {

/// `text` followed by blanks, `length` bytes in all; a longer text is cut.
inline std::string padded(std::string text, std::size_t length) {
  text.resize(length, ' ');
  return text;
}

}  // namespace samspil::test
