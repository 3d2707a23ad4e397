// Internal. How a value lies in a table: fixed-width rows are blanks and zeros
// for the most part, and every byte of a row is written to the log, summed up
// and kept in the cache. Runs of them are packed; a row mostly fits into its
// page then, where the library would give it pages of its own otherwise.
#pragma once

#include <string>
#include <string_view>

namespace samspil::store {

/// Appends `row` to `to`, packed:
///
///   01-1E     2 to 31 blanks            1F n   32 + n blanks
///   81-9E     2 to 31 digits 0          9F n   32 + n digits 0
///   00 b      the byte b (for 00-1F and 80-9F, which ISO-8859-1 text does not hold)
///   others    themselves
///
/// At most twice as long as the row.
void pack(std::string_view row, std::string& to);

/// The row again, appended to `to`. False when `packed` ends within a run or an escape.
bool unpack(std::string_view packed, std::string& to);

}  // namespace samspil::store
