// Internal. Personnummer that nobody has: date, century digit and sex are
// right, and modulus 11 deliberately does not hold. Such numbers are valid
// (formats.md, "Personnummer") and were not given out before 2007.
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

 private:
  std::vector<std::uint16_t> given_;  // for each day since 1900 and sex: candidates used up
};

}  // namespace samspil::admin
