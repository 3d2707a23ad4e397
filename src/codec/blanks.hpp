// Trailing blanks, sixteen or eight bytes at a time.
#pragma once

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <type_traits>

namespace samspil::codec {

/// Eight bytes, those that are blank turned to zero.
inline std::uint64_t filled_of_eight(char const* at) {
  std::uint64_t word;
  std::memcpy(&word, at, 8);
  return word ^ 0x2020202020202020;
}

#ifdef __SSE2__
/// A bit for each of sixteen bytes, the first one lowest: set where it is no blank.
inline unsigned filled_of_sixteen(char const* at) {
  __m128i const bytes = _mm_loadu_si128(reinterpret_cast<__m128i const*>(at));
  return static_cast<unsigned>(_mm_movemask_epi8(_mm_cmpeq_epi8(bytes, _mm_set1_epi8(' ')))) ^ 0xFFFFU;
}
#endif

/// `text` without its trailing blanks.
constexpr std::string_view trimmed(std::string_view text) {
  std::size_t width = text.size();
  if (!std::is_constant_evaluated() && std::endian::native == std::endian::little) {
    char const* const at = text.data();
#ifdef __SSE2__
    for (; width >= 16; width -= 16)
      if (unsigned const filled = filled_of_sixteen(at + width - 16); filled != 0)
        return {at, width - 16 + static_cast<std::size_t>(std::bit_width(filled))};
#endif
    for (; width >= 8; width -= 8)  // the last byte is the highest of the word
      if (std::uint64_t const filled = filled_of_eight(at + width - 8); filled != 0)
        return {at, width - static_cast<std::size_t>(std::countl_zero(filled)) / 8};
    if (width != 0 && text.size() >= 8) {  // what is left, with bytes behind it that do not count
      std::uint64_t const filled = filled_of_eight(at) << (8 * (8 - width));
      return {at, filled == 0 ? 0 : width - static_cast<std::size_t>(std::countl_zero(filled)) / 8};
    }
  }
  while (width != 0 && text[width - 1] == ' ') --width;
  return text.substr(0, width);
}

}  // namespace samspil::codec
