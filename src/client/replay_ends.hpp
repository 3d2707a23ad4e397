// Start and end record of a solid file of requests: 000 and 999 as CPR's person
// files have them (formats.md; p12170.tsv), for a file that shall be sent whole
// or not at all.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace samspil::client::replay {

/// The records of a file, in ISO-8859-1.
using records = std::vector<std::string>;

/// Bytes of the start or end record that `bytes` begins with; 0 when it is none.
std::size_t length_of_end(std::string_view bytes);

/// Whether the file has them. Both or none: the first record 000 with SORTFELT-10
/// zeros, OPGAVENR digits, PRODDTO a date and PRODDTOFORRIG zeros or an earlier
/// one; the last 999 with SORTFELT-10 nines and TAELLER the records between.
/// What is wrong names record and byte.
result<bool> check_ends(records const& of, std::string const& file);

}  // namespace samspil::client::replay
