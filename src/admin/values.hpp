// Values of options, checked and as the records have them. What is wrong is one
// line for the messages and never holds a personnummer or a password.
#pragma once

#include <boost/system/result.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"

namespace samspil::admin {

struct wrong_value {
  wrong_value() = default;
  /// What, and what is wrong with it: two parts, so that a text alone is never taken for an error.
  wrong_value(std::string_view what, std::string_view fault) : text(std::string(what) + ": " + std::string(fault)) {}
  std::string text;
  bool operator==(wrong_value const&) const = default;
};

template <class T>
using value_result = boost::system::result<T, wrong_value>;

/// value() on a failed result is a mistake of the program.
[[noreturn]] void throw_exception_from_error(wrong_value const& e, boost::source_location const&);

/// A control character of ISO-8859-1.
bool is_control(char c);
/// KUNDENR: 1 to 9999, as four digits.
value_result<std::string> kundenr_value(std::string_view text);
/// A user's id: one to eight printable characters, no blank; ISO-8859-1.
value_result<std::string> user_id_value(std::string_view text);
/// A personnummer: ten digits, also with a hyphen after the sixth.
value_result<std::string> pnr_value(std::string_view text);
/// A whole number of `least` to `most`.
value_result<std::uint64_t> number_value(std::string_view option, std::string_view text, std::uint64_t least,
                                         std::uint64_t most);
/// Exactly `width` digits.
value_result<std::string> digits_value(std::string_view option, std::string_view text, std::size_t width);
/// yyyy-mm-dd.
value_result<date> date_value(std::string_view option, std::string_view text);
/// Text of at most `width` characters of ISO-8859-1, given as UTF-8, without control characters.
value_result<std::string> text_value(std::string_view option, std::string_view text, std::size_t width);
/// An address range: IPv4 or IPv6, with or without `/prefix`; its network
/// address with its prefix ("10.0.0.0/8", "192.168.1.1/32", "2001:db8::/32").
value_result<std::string> cidr_value(std::string_view text);

/// The parts of a list with commas; an empty text has none.
std::vector<std::string> split_list(std::string_view text);
/// The parts with commas between.
std::string join_list(std::vector<std::string> const& parts, std::string_view between = ",");

}  // namespace samspil::admin
