// What a PICTURE says about an item: its category, digits, point and sign, and
// the bytes that it takes as DISPLAY.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace samspil::layout {

/// X: any bytes. 9: a number, with S and V. edited: characters set between
/// digits or letters (B 0 / , . + - CR DB $ Z *), for people to read.
enum class category : char { text = 'X', digits = '9', edited = 'E' };

struct picture {
  std::string text;  ///< as in the copybook, upper case
  category kind = category::text;
  std::size_t width = 0;     ///< bytes as DISPLAY, a separate sign not counted
  std::size_t digits = 0;    ///< digits that are stored; of a number only
  std::size_t decimals = 0;  ///< digits behind the point, P between them counted
  std::size_t tens = 0;      ///< P at the end: zeros that are not stored
  bool is_signed = false;    ///< S
  bool numeric = false;      ///< a number, plain or edited
  bool asterisk = false;     ///< edited with *
};

/// Why `text` is no picture that is known here, with the offset in it.
struct picture_fault {
  std::size_t offset = 0;
  std::string reason;
};

struct picture_reading {
  picture value;
  std::optional<picture_fault> fault;
};

/// Takes A, X and 9 in any mixture (text), 9 with S, V and P (digits), and
/// either with the symbols of edited pictures in the order that COBOL allows;
/// each with (n). A currency sign behind the digits, P in an edited picture,
/// more than max_digits digits or max_length bytes are refused.
picture_reading read_picture(std::string_view text);

/// No item and no record may be longer, in bytes.
inline constexpr std::size_t max_length = 16'777'215;
/// The most digits of a number, as IBM's compilers have it.
inline constexpr std::size_t max_digits = 31;
/// The longest picture as it is written.
inline constexpr std::size_t max_picture_text = 50;

}  // namespace samspil::layout
