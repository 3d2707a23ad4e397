// What a PICTURE says about an item of USAGE DISPLAY.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace samspil::layout {

/// X: any bytes. 9: digits only, with S (sign overpunched in the last byte) and V.
enum class category : char { text = 'X', digits = '9' };

struct picture {
  std::string text;  ///< as in the copybook, upper case
  category kind = category::text;
  std::size_t width = 0;     ///< bytes
  std::size_t decimals = 0;  ///< digits behind V
  bool is_signed = false;
};

/// Why `text` is no picture that is known here, with the offset in it.
struct picture_fault {
  std::size_t offset = 0;
  std::string reason;
};

/// Takes X, A, 9 and (n) in any mixture (text), or S, 9, V and (n) (digits).
/// Edited pictures, P, and a width of 0 or above max_width are refused.
struct picture_reading {
  picture value;
  std::optional<picture_fault> fault;
};
picture_reading read_picture(std::string_view text);

/// No item and no record may be longer, in bytes.
inline constexpr std::size_t max_length = 16'777'215;
/// The most digits of a number that -std=ibm and the default of cobc both take.
inline constexpr std::size_t max_digits = 31;

}  // namespace samspil::layout
