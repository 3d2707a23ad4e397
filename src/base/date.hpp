// Dates as the records have them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/clock.hpp"

namespace samspil {

/// The date that eight digits yyyyMMdd name, or nothing when there is no such
/// day or the year is outside 1800 to 2999.
std::optional<date> parse_date8(std::string_view digits);
/// The date that yyyy-MM-dd names, the same limits.
std::optional<date> parse_date10(std::string_view text);
/// yyyyMMdd.
std::string date8(date d);
/// yyyy-MM-dd.
std::string date10(date d);
date add_days(date d, int days);
/// b - a in days.
int days_between(date a, date b);
/// The same day `years` later; 29 February becomes 28 February where there is none.
date add_years(date d, int years);

}  // namespace samspil
