// Personnummer: DDMMYY and four serial digits (formats.md, "Personnummer").
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/date.hpp"

namespace samspil::record {

/// The date of birth in a personnummer of ten digits, by the seventh digit's
/// century; nothing when it is not ten digits, the date does not exist, it is a
/// replacement number (day + 60) or 0000000000. Modulus 11 is not asked for:
/// numbers without it have been given out since 2007.
std::optional<date> birth_date(std::string_view pnr);
/// 'M' for an odd last digit, 'K' for an even one.
char sex(std::string_view pnr);
/// Weighted sum divisible by 11; the caller has checked ten digits.
bool has_modulus_11(std::string_view pnr);
/// A personnummer for logs and messages: `010190****` shows no serial number.
std::string masked(std::string_view pnr);

/// Years completed on `on` by one born on `born`; born 29 February, a year is
/// completed on 1 March where there is no such day (domain.md, "Under 18").
int age_on(date born, date on);

}  // namespace samspil::record
