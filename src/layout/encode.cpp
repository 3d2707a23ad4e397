#include "layout/encode.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>

namespace samspil::layout {
namespace {

/// A number as its stored digits, all of them.
struct stored_number {
  bool negative = false;
  std::string digits;
};

/// `text` without its point, its P left out; nothing when it is no number of the item.
std::optional<stored_number> stored(item const& of, std::string_view text) {
  stored_number out{text.starts_with('-'), {}};
  if (out.negative) text.remove_prefix(1);
  if (out.negative && !of.is_signed) return std::nullopt;
  std::size_t const point = std::min(text.find('.'), text.size());
  std::string_view const behind = text.substr(std::min(point + 1, text.size()));
  if (behind.size() > of.point.decimals) return std::nullopt;
  out.digits = std::string(text.substr(0, point)) + std::string(behind);
  out.digits.append(of.point.decimals - behind.size(), '0');
  if (out.digits.empty() || out.digits.find_first_not_of("0123456789") != std::string::npos) return std::nullopt;
  for (std::size_t i = 0; i < of.point.tens && !out.digits.empty(); ++i) {
    if (out.digits.back() != '0') return std::nullopt;
    out.digits.pop_back();
  }
  out.digits.erase(0, std::min(out.digits.find_first_not_of('0'), out.digits.size()));
  if (out.digits.size() > of.digits) return std::nullopt;
  out.digits.insert(0, of.digits - out.digits.size(), '0');
  return out;
}

char byte(unsigned value) { return static_cast<char>(value); }

/// A digit with a sign: GnuCOBOL's p to y in ISO-8859-1, the zone C or D in EBCDIC.
char zoned(char digit, bool negative, bool ebcdic) {
  unsigned const value = static_cast<unsigned>(digit - '0');
  if (ebcdic) return byte((negative ? 0xd0u : 0xc0u) + value);
  return byte((negative ? 0x70u : 0x30u) + value);
}

std::string display(item const& of, stored_number const& number, reading const& how) {
  std::string out = from_latin1(how.page, number.digits).text;
  if (!of.is_signed) return out;
  bool const ebcdic = how.page != code_page::iso_8859_1;
  std::string const sign = from_latin1(how.page, number.negative ? "-" : "+").text;
  switch (of.sign) {
    case sign_place::before: return sign + out;
    case sign_place::behind: return out + sign;
    case sign_place::first_digit: out.front() = zoned(number.digits.front(), number.negative, ebcdic); break;
    case sign_place::last_digit: out.back() = zoned(number.digits.back(), number.negative, ebcdic); break;
  }
  return out;
}

std::string packed(item const& of, stored_number const& number) {
  std::string halves = number.digits;
  if (halves.size() % 2 == 0) halves.insert(0, 1, '0');
  std::string out;
  for (std::size_t i = 0; i + 1 < halves.size(); i += 2)
    out += byte(static_cast<unsigned>(halves[i] - '0') << 4 | static_cast<unsigned>(halves[i + 1] - '0'));
  unsigned const sign = !of.is_signed ? 0xfu : number.negative ? 0xdu : 0xcu;
  return out + byte(static_cast<unsigned>(halves.back() - '0') << 4 | sign);
}

std::string binary(item const& of, stored_number const& number, byte_order order) {
  std::uint64_t value = 0;
  std::from_chars(number.digits.data(), number.digits.data() + number.digits.size(), value);
  if (number.negative) value = ~value + 1;
  std::string out;
  for (std::size_t i = 0; i < of.length; ++i, value >>= 8) out += byte(static_cast<unsigned>(value & 0xff));
  if (order == byte_order::big) std::reverse(out.begin(), out.end());
  return out;
}

}  // namespace

std::optional<std::string> bytes_of(item const& of, std::string_view text, reading const& how) {
  if (of.kind != category::digits) {
    if (text.size() > of.length) return std::nullopt;
    std::string out(text);
    out.insert(of.justified ? 0 : out.size(), of.length - text.size(), ' ');
    return from_latin1(how.page, out).text;
  }
  auto const number = stored(of, text);
  if (!number) return std::nullopt;
  switch (of.stored) {
    case storage::display: return display(of, *number, how);
    case storage::packed: return packed(of, *number);
    case storage::binary: return binary(of, *number, byte_order::big);
    case storage::native: return binary(of, *number, how.native);
  }
  return std::nullopt;
}

}  // namespace samspil::layout
