// Internal. Personnummer of fictitious persons: date, century digit and sex are
// right. Most do not hold modulus 11: such numbers are valid (formats.md,
// "Personnummer") and were not given out before 2007. Those that do are of one
// series, so that a reader can tell them (docs/decisions/0010).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/clock.hpp"

namespace samspil::admin {

class pnr_giver {
 public:
  pnr_giver();
  /// A number for one born on `born` (1900 to 2036), 'M' or 'K'; never the
  /// same twice. std::length_error when a day has no number left.
  std::string next(date born, char sex);
  /// The same with modulus 11: digit 7 is 9, for one born before 1937 it is 3; `next` when that series is used up.
  std::string next_with_modulus_11(date born, char sex);

 private:
  std::vector<std::uint16_t> given_;  // for each day since 1900 and sex: candidates used up
  std::vector<std::uint16_t> given_with_;  // the same for numbers with modulus 11
};

}  // namespace samspil::admin
