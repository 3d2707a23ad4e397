// How the bytes of an item hold what its picture says: USAGE and SIGN.
#pragma once

#include <cstddef>

namespace samspil::layout {

enum class storage {
  display,  ///< a character for each symbol of the picture
  binary,   ///< COMP, COMP-4, BINARY: two's complement, big-endian
  native,   ///< COMP-5: the same in the byte order of the machine that wrote it
  packed    ///< COMP-3, PACKED-DECIMAL: a digit in each half byte, the sign in the last
};

/// Where a number of USAGE DISPLAY has its sign.
enum class sign_place {
  last_digit,   ///< in the zone of the last digit (what SIGN TRAILING says, and nothing)
  first_digit,  ///< SIGN LEADING
  before,       ///< a byte + or - of its own: SIGN LEADING SEPARATE
  behind        ///< SIGN TRAILING SEPARATE
};

/// The most digits that a binary number can have.
inline constexpr std::size_t max_binary_digits = 18;

/// Bytes of a binary number: 2 up to 4 digits, 4 up to 9, 8 up to 18. COMP-5
/// of one or two digits takes 1, as GnuCOBOL has it (IBM's compilers take 2).
constexpr std::size_t binary_width(std::size_t digits, storage how) {
  if (digits <= 2 && how == storage::native) return 1;
  return digits <= 4 ? 2 : digits <= 9 ? 4 : 8;
}
/// Bytes of a packed number: its digits and a half byte of sign, filled up to a whole byte.
constexpr std::size_t packed_width(std::size_t digits) { return digits / 2 + 1; }

}  // namespace samspil::layout
