// Patterns of texts (docs/rules.md, "Patterns"): [A-Z] . \d \l \p ? * + {2,4} | ( ).
// One is made into a small automaton once; a match walks over the text once and
// takes no memory.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "rules/condition_syntax.hpp"

namespace samspil::rules {

class pattern {
 public:
  /// Single characters and classes that a pattern may have, repetitions counted out.
  static constexpr std::size_t most_positions = 63;

  /// An error names the 0-based byte of `text`.
  static boost::system::result<pattern, condition_error> parse(std::string_view text);
  /// Whether the whole of `value` fits.
  bool matches(std::string_view value) const;

 private:
  friend class pattern_parser;
  std::array<std::uint64_t, 256> places_{};  ///< the positions that take a byte
  std::vector<std::uint64_t> follow_;        ///< the positions that may come behind a position
  std::uint64_t first_ = 0, last_ = 0;
  bool empty_ = true;  ///< whether it takes an empty text
};

}  // namespace samspil::rules
