// Digits checked and converted eight at a time.
#pragma once

#include <cstdint>
#include <cstring>

namespace samspil::codec {

/// True when all eight bytes of `word` are 0x30 to 0x39.
constexpr bool eight_digits(std::uint64_t word) {
  constexpr std::uint64_t high_halves = 0xF0F0F0F0F0F0F0F0;
  constexpr std::uint64_t threes = 0x3030303030303030;
  constexpr std::uint64_t six = 0x0606060606060606;  // carries 0x3A to 0x3F into the high half
  return (word & high_halves) == threes && ((word + six) & high_halves) == threes;
}

/// The number that eight digits hold; `word` as a little-endian machine reads them.
constexpr std::uint64_t eight_digits_value(std::uint64_t word) {
  word = (word & 0x0F0F0F0F0F0F0F0F) * 2561 >> 8;            // pairs: the first times 10 plus the second
  word = (word & 0x00FF00FF00FF00FF) * 6553601 >> 16;        // fours: times 100
  return (word & 0x0000FFFF0000FFFF) * 42949672960001 >> 32;  // eight: times 10,000
}

/// True when the Width bytes at `at` are digits. Reads not one byte more.
template <std::size_t Width>
bool all_digits(char const* at) {
  std::uint64_t word = 0x3030303030303030;
  if constexpr (Width < 8) {
    std::memcpy(&word, at, Width);
    return eight_digits(word);
  } else {
    bool good = true;
    for (std::size_t i = 0; i + 8 <= Width; i += 8) {
      std::memcpy(&word, at + i, 8);
      good &= eight_digits(word);
    }
    if constexpr (Width % 8 != 0) {  // the last eight, some of them for the second time
      std::memcpy(&word, at + Width - 8, 8);
      good &= eight_digits(word);
    }
    return good;
  }
}

}  // namespace samspil::codec
