// Numbers as texts: "-12.50". One way to write each value of an item, so that
// equal numbers are equal texts.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace samspil::layout {

/// Where the point of a number stands among its stored digits.
struct scale {
  std::size_t decimals = 0;  ///< digits behind it, zeros that are not stored counted
  std::size_t tens = 0;      ///< zeros at the end that are not stored
};

/// The number that stored `digits` mean: its point and the zeros
/// of P set, no zeros in front but one before the point, no sign for zero.
std::string number_text(scale const& by, bool negative, std::string_view digits);

/// Below, at or above 0 as `a` is less than, equal to or more than `b`; both of
/// one scale and as number_text writes them.
int compare_numbers(std::string_view a, std::string_view b);

}  // namespace samspil::layout
