// The grammar of conditions (docs/rules.md).
#pragma once

#include "base/result.hpp"
#include "rules/condition_syntax.hpp"

namespace samspil::rules {

/// Bytes that a condition may have, and parentheses that may be open at a time.
inline constexpr std::size_t longest_condition = 2000;
inline constexpr std::size_t deepest_condition = 20;

/// Reads a condition; the tree points into `text`. An error names the place and what was expected there.
boost::system::result<condition_syntax, condition_error> parse_condition(std::string_view text);

/// value() on a failed result is a mistake of the program.
[[noreturn]] inline void throw_exception_from_error(condition_error const& e, boost::source_location const&) {
  throw std::logic_error("unchecked condition: " + e.what);
}

}  // namespace samspil::rules
