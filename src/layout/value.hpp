// The value of an item in the bytes of a record: characters of a code page,
// zoned, packed and binary numbers.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/code_page.hpp"
#include "layout/layout.hpp"

namespace samspil::layout {

enum class byte_order { big, little };

/// What a layout does not say about the bytes of its records.
struct reading {
  code_page page = code_page::iso_8859_1;
  byte_order native = byte_order::little;  ///< of COMP-5
};

struct item_value {
  /// ISO-8859-1, as long as the item, for text and DISPLAY digits; a number
  /// ("-12.50") for signed ones, those with a point and those that are packed or
  /// binary, where codes keep their leading zeros (unsigned, no point). What is
  /// no packed number is shown in hexadecimal (X'12AF').
  std::string text;
  bool fits = true;
  std::size_t wrong = 0;     ///< offset of the first byte that does not fit
  std::string_view expected{};  ///< "a digit", ...
};

/// `bytes` as `of`, an elementary item of exactly that length, says. Digits and
/// signs are looked for in the raw bytes: in the Danish EBCDIC pages the zoned
/// sign makes a letter of the last digit. A DISPLAY sign in ISO-8859-1 is read
/// in both ways that are in use (p to y, and { A to I, } J to R).
item_value value_of(item const& of, std::string_view bytes, reading const& how = {});

/// The level 88 names that hold for such a value, in the copybook's order.
std::vector<std::string_view> conditions_of(item const& of, std::string_view text);

}  // namespace samspil::layout
