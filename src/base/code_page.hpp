// The code pages of listeners and partners' files (protocol.md, section 3).
// Inside the program every text is ISO-8859-1.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace samspil {

/// IBM277 is the Danish and Norwegian EBCDIC page; IBM1142 the same with the
/// euro sign (byte 5A) in the place of the currency sign.
enum class code_page { iso_8859_1, ibm277, ibm1142 };

/// "ISO-8859-1", "IBM277" and "IBM1142"; nothing for another name.
std::optional<code_page> find_code_page(std::string_view name);
std::string_view name_of(code_page page);

/// A text in another page. Every byte has its counterpart but one: the euro of
/// IBM1142 is not in ISO-8859-1, the currency sign of ISO-8859-1 (A4) not in IBM1142.
struct converted {
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  std::string text;         ///< as long as what it was made of; SUB (1A, EBCDIC 3F) where there is no counterpart
  std::size_t lost = none;  ///< the first byte without a counterpart, from 0
};
converted to_latin1(code_page from, std::string_view bytes);
/// The first byte from `at` on that to_latin1 has no counterpart for; converted::none without.
std::size_t first_lost(code_page from, std::string_view bytes, std::size_t at = 0);
converted from_latin1(code_page to, std::string_view text);

/// One byte; SUB when it has no counterpart.
unsigned char to_latin1(code_page from, unsigned char byte);

}  // namespace samspil
