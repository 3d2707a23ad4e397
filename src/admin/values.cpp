#include "admin/values.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <stdexcept>

#include "admin/encoding.hpp"
#include "codec/field.hpp"

namespace samspil::admin {
namespace {

wrong_value wrong(std::string_view option, std::string_view expected) {
  return {option, "expected " + std::string(expected)};
}

/// Clears the bits behind `prefix`.
void mask(std::array<unsigned char, 16>& address, std::size_t bytes, unsigned prefix) {
  for (std::size_t i = 0; i < bytes; ++i) {
    unsigned const kept = prefix > i * 8 ? std::min<unsigned>(8, prefix - static_cast<unsigned>(i) * 8) : 0;
    address[i] = static_cast<unsigned char>(address[i] & (0xff00u >> kept));
  }
}

}  // namespace

bool is_control(char c) {
  auto const byte = static_cast<unsigned char>(c);
  return byte < 0x20 || (byte >= 0x7f && byte < 0xa0);
}

void throw_exception_from_error(wrong_value const& e, boost::source_location const&) {
  throw std::logic_error("unchecked result: " + e.text);
}

value_result<std::string> kundenr_value(std::string_view text) {
  if (text.size() > 4 || !codec::is_digits(text) || codec::number(text) == 0)
    return wrong("--kundenr", "a number of 1 to 9999");
  return std::string(4 - text.size(), '0') + std::string(text);
}

value_result<std::string> user_id_value(std::string_view text) {
  auto const id = to_latin1(text);
  bool const fits = id && !id->empty() && id->size() <= 8 && std::none_of(id->begin(), id->end(), [](char c) {
    return is_control(c) || c == ' ' || c == '\xa0';
  });
  if (!fits) return wrong("--user", "one to eight characters without blanks");
  return *id;
}

value_result<std::string> pnr_value(std::string_view text) {
  std::string digits(text);
  if (digits.size() == 11 && digits[6] == '-') digits.erase(6, 1);
  if (digits.size() != 10 || !codec::is_digits(digits)) return wrong("PNR", "ten digits");
  return digits;
}

value_result<std::uint64_t> number_value(std::string_view option, std::string_view text, std::uint64_t least,
                                         std::uint64_t most) {
  if (text.size() <= 18 && codec::is_digits(text)) {
    std::uint64_t const n = codec::number(text);
    if (n >= least && n <= most) return n;
  }
  return wrong(option, "a number of " + std::to_string(least) + " to " + std::to_string(most));
}

value_result<std::string> digits_value(std::string_view option, std::string_view text, std::size_t width) {
  if (text.size() != width || !codec::is_digits(text)) return wrong(option, std::to_string(width) + " digits");
  return std::string(text);
}

value_result<date> date_value(std::string_view option, std::string_view text) {
  auto const day = parse_date10(text);
  if (!day) return wrong(option, "a date, yyyy-mm-dd");
  return *day;
}

value_result<std::string> text_value(std::string_view option, std::string_view text, std::size_t width) {
  auto const latin1 = to_latin1(text);
  if (!latin1) return wrong(option, "characters of ISO-8859-1, given as UTF-8");
  if (std::any_of(latin1->begin(), latin1->end(), is_control)) return wrong(option, "no control characters");
  if (latin1->size() > width) return wrong(option, "at most " + std::to_string(width) + " characters");
  return *latin1;
}

value_result<std::string> cidr_value(std::string_view text) {
  auto const slash = text.find('/');
  std::string const address(text.substr(0, slash));
  std::array<unsigned char, 16> bytes{};
  int family = AF_INET;
  if (::inet_pton(AF_INET, address.c_str(), bytes.data()) != 1) family = AF_INET6;
  wrong_value const bad("--address", "expected an IPv4 or IPv6 range such as 10.0.0.0/8");
  if (family == AF_INET6 && ::inet_pton(AF_INET6, address.c_str(), bytes.data()) != 1) return bad;
  // An IPv4 client is known by its IPv4 address, however it came.
  constexpr std::array<unsigned char, 12> mapped{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
  if (family == AF_INET6 && std::equal(mapped.begin(), mapped.end(), bytes.begin())) return bad;
  unsigned const bits = family == AF_INET ? 32 : 128;
  unsigned prefix = bits;
  if (slash != std::string_view::npos) {
    std::string_view const digits = text.substr(slash + 1);
    if (digits.size() > 3 || !codec::is_digits(digits) || codec::number(digits) > bits) return bad;
    prefix = static_cast<unsigned>(codec::number(digits));
  }
  mask(bytes, bits / 8, prefix);
  std::array<char, INET6_ADDRSTRLEN> printed{};
  ::inet_ntop(family, bytes.data(), printed.data(), printed.size());
  return std::string(printed.data()) + "/" + std::to_string(prefix);
}

std::vector<std::string> split_list(std::string_view text) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    auto const comma = text.find(',');
    parts.emplace_back(text.substr(0, comma));
    if (comma == std::string_view::npos) break;
    text.remove_prefix(comma + 1);
    if (text.empty()) parts.emplace_back();
  }
  return parts;
}

std::string join_list(std::vector<std::string> const& parts, std::string_view between) {
  std::string out;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i != 0) out += between;
    out += parts[i];
  }
  return out;
}

}  // namespace samspil::admin
