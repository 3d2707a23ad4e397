#include "layout/value.hpp"

#include <algorithm>
#include <cstdint>

namespace samspil::layout {
namespace {

constexpr std::size_t none = std::string_view::npos;

unsigned byte_at(std::string_view bytes, std::size_t i) { return static_cast<unsigned char>(bytes[i]); }

/// A digit of a number and the sign that its byte carries.
struct signed_digit {
  char digit = '0';
  bool negative = false;
  bool valid = false;
};

constexpr unsigned ebcdic_digit_zone = 0xf;

signed_digit plain_digit(unsigned byte, bool ebcdic) {
  unsigned const zone = ebcdic ? ebcdic_digit_zone : 0x3;
  return {static_cast<char>('0' + (byte & 0xf)), false, byte >> 4 == zone && (byte & 0xf) <= 9};
}

/// C, A, E and F are plus, D and B minus, as the mainframe's instructions take them.
bool is_sign(unsigned half_byte) { return half_byte >= 0xa; }
bool is_minus(unsigned half_byte) { return half_byte == 0xd || half_byte == 0xb; }

signed_digit zoned_digit(unsigned byte, bool ebcdic) {
  unsigned const zone = byte >> 4;
  unsigned const digit = byte & 0xf;
  if (ebcdic) return {static_cast<char>('0' + digit), is_minus(zone), is_sign(zone) && digit <= 9};
  if (auto const plain = plain_digit(byte, false); plain.valid) return plain;
  constexpr std::string_view gnu_minus = "pqrstuvwxy";
  constexpr std::string_view plus = "{ABCDEFGHI";
  constexpr std::string_view minus = "}JKLMNOPQR";
  for (std::string_view const letters : {gnu_minus, plus, minus})
    if (std::size_t const at = letters.find(static_cast<char>(byte)); at != none)
      return {static_cast<char>('0' + at), letters != plus, true};
  return {};
}

item_value misfit(std::string text, std::size_t wrong, std::string_view expected) {
  return {std::move(text), false, wrong, expected};
}

bool is_amount(item const& of) { return of.is_signed || of.point.decimals != 0 || of.point.tens != 0; }

/// A code keeps its zeros, an amount does not.
std::string shown(item const& of, bool negative, std::string const& digits) {
  if (is_amount(of)) return number_text(of.point, negative, digits);
  std::string const text = number_text(of.point, false, digits);
  return std::string(of.digits - std::min(of.digits, text.size()), '0') + text;
}

item_value display_digits(item const& of, std::string_view bytes, reading const& how) {
  bool const ebcdic = how.page != code_page::iso_8859_1;
  std::string const characters = to_latin1(how.page, bytes).text;
  if (of.blank_when_zero && characters.find_first_not_of(' ') == none) return {characters};
  std::size_t sign_at = none;
  if (of.is_signed)
    sign_at = of.sign == sign_place::before || of.sign == sign_place::first_digit ? 0 : bytes.size() - 1;
  bool const separate = of.is_signed && (of.sign == sign_place::before || of.sign == sign_place::behind);
  bool negative = false;
  std::string digits;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (i == sign_at && separate) {
      if (characters[i] != '+' && characters[i] != '-') return misfit(characters, i, "+ or -");
      negative = characters[i] == '-';
      continue;
    }
    auto const one = i == sign_at ? zoned_digit(byte_at(bytes, i), ebcdic) : plain_digit(byte_at(bytes, i), ebcdic);
    if (!one.valid) return misfit(characters, i, i == sign_at ? "a digit with a sign" : "a digit");
    digits += one.digit;
    negative = negative || one.negative;
  }
  return {of.number() ? shown(of, negative, digits) : std::move(digits)};
}

std::string in_hexadecimal(std::string_view bytes) {
  std::string out = "X'";
  for (std::size_t i = 0; i < bytes.size(); ++i)
    for (unsigned const half : {byte_at(bytes, i) >> 4, byte_at(bytes, i) & 0xf}) out += "0123456789ABCDEF"[half];
  return out + "'";
}

item_value packed_digits(item const& of, std::string_view bytes) {
  std::string digits;
  for (std::size_t half = 0; half + 1 < 2 * bytes.size(); ++half) {
    unsigned const value = half % 2 == 0 ? byte_at(bytes, half / 2) >> 4 : byte_at(bytes, half / 2) & 0xf;
    if (value > 9) return misfit(in_hexadecimal(bytes), half / 2, "a digit in each half byte");
    digits += static_cast<char>('0' + value);
  }
  unsigned const sign = byte_at(bytes, bytes.size() - 1) & 0xf;
  if (!is_sign(sign)) return misfit(in_hexadecimal(bytes), bytes.size() - 1, "a sign in the last half byte");
  if (!of.is_signed && is_minus(sign)) return misfit(in_hexadecimal(bytes), bytes.size() - 1, "no minus");
  if (digits.size() > of.digits) {
    if (digits.front() != '0') return misfit(in_hexadecimal(bytes), 0, "0 in the half byte in front of its digits");
    digits.erase(0, 1);
  }
  return {shown(of, is_minus(sign), digits)};
}

item_value binary_digits(item const& of, std::string_view bytes, byte_order order) {
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i)
    value = value << 8 | byte_at(bytes, order == byte_order::big ? i : bytes.size() - 1 - i);
  std::uint64_t const sign_bit = std::uint64_t(1) << (8 * bytes.size() - 1);
  bool const negative = of.is_signed && (value & sign_bit) != 0;
  // Two's complement: what is above the item's own bits has no part in it.
  if (negative) value = (~value + 1) & (sign_bit | (sign_bit - 1));
  return {shown(of, negative, std::to_string(value))};
}

/// An edited number holds digits, what fills it and what its picture sets between.
item_value edited_number(item const& of, std::string_view bytes, reading const& how) {
  std::string text = to_latin1(how.page, bytes).text;
  for (std::size_t i = 0; i < text.size(); ++i) {
    bool const known = std::string_view("0123456789 ").find(text[i]) != none || of.picture.find(text[i]) != none;
    bool const sign = (text[i] == '-' || text[i] == '+') && of.picture.find_first_of("+-") != none;
    if (!known && !sign) return misfit(std::move(text), i, "a number as its picture edits it");
  }
  return {std::move(text)};
}

}  // namespace

item_value value_of(item const& of, std::string_view bytes, reading const& how) {
  if (of.kind == category::edited && of.numeric) return edited_number(of, bytes, how);
  if (of.kind != category::digits) return {to_latin1(how.page, bytes).text};
  switch (of.stored) {
    case storage::display: return display_digits(of, bytes, how);
    case storage::packed: return packed_digits(of, bytes);
    case storage::binary: return binary_digits(of, bytes, byte_order::big);
    case storage::native: return binary_digits(of, bytes, how.native);
  }
  return {};
}

std::vector<std::string_view> conditions_of(item const& of, std::string_view text) {
  // The zeros in front of a packed or binary code are none of its level 88.
  std::string const value = of.number() && !is_amount(of) ? number_text({}, false, text) : std::string(text);
  bool const numbers = of.number();
  auto const holds = [&](allowed const& a) {
    if (!numbers) return a.from <= value && value <= a.to;
    return compare_numbers(a.from, value) <= 0 && compare_numbers(value, a.to) <= 0;
  };
  std::vector<std::string_view> out;
  for (condition const& c : of.conditions)
    if (std::any_of(c.values.begin(), c.values.end(), holds)) out.push_back(c.name);
  return out;
}

}  // namespace samspil::layout
