// A COBOL program that tells where a copybook's items stand and what bytes its
// records hold, so that GnuCOBOL's reading can be held against this project's.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "layout/decode.hpp"

namespace samspil::copybooks {

struct copybook {
  std::string name;  ///< for messages
  std::string text;
};

/// One occurrence of one item of which the program tells place and length.
struct probe {
  layout::item const* what = nullptr;
  std::vector<std::size_t> subscripts;  ///< of the tables around it and its own, 1-based
  std::string value;                    ///< that the program moves to it, as a COBOL literal; empty for none
  std::string expected;                 ///< what decoding must show then
};

/// What is asked about one record.
struct record_probe {
  layout::record const* what = nullptr;
  std::vector<std::size_t> counts;  ///< occurrences of each item that the program sets
  std::vector<probe> probes;
  bool possible = true;  ///< false when no number suits every table of a counter
};

/// Chooses what to ask: each item that COBOL can name, its first and last
/// occurrence, and values to move by `seed`. Tables of DEPENDING ON are as long
/// as they can be, or with `sliding` of any length by `seed`.
std::vector<record_probe> probes_of(std::vector<layout::record> const& records, bool sliding, std::uint64_t seed);

inline constexpr std::string_view begin_mark = "#program ";

/// A program of that name. It writes a line of begin_mark and its name; for each
/// record a line `R n`, for each probe a line `n OFFSET LENGTH`, then a line
/// `D LENGTH` and the record's bytes.
std::string program_of(std::string const& name, std::string const& copybook, std::vector<record_probe> const& asked);

}  // namespace samspil::copybooks
