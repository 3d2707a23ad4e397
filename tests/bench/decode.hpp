// STAM (700 bytes, 35 elementary items, one of them five times) taken apart into values in two ways: by a
// decoder written by hand for this record alone, and by the generated one.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace samspil::bench {

/// Texts without their trailing blanks, in the record's order; digits as numbers.
struct stam_values {
  std::array<std::string_view, 27> texts;
  std::array<std::uint64_t, 11> numbers;
  bool operator==(stam_values const&) const = default;
};

/// Both: false when the bytes are no STAM.
bool decode_by_hand(std::string_view bytes, stam_values& out);
bool decode_generated(std::string_view bytes, stam_values& out);

struct decode_rates {
  double by_hand = 0;     ///< records a second, the best of several rounds
  double generated = 0;
};
/// Takes the two in turns over the same records for about `seconds`.
/// std::runtime_error when they do not give the same values.
decode_rates race(std::vector<std::string> const& records, double seconds);
/// Records with names, addresses and dates of every length.
std::vector<std::string> stam_records(std::size_t count);

}  // namespace samspil::bench
