// An answer that came beside the one that was expected, field by field.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "client/replay_text.hpp"

namespace samspil::client::replay {

/// One field on both sides; a side that has no such record has nothing.
struct compared {
  std::string record;    ///< "HOVED", "MEDDELELSE(2)"; blank for bytes behind every record
  std::string field;     ///< "KVIT", "HUSSTAND(2).PNR", "FILLER"
  std::size_t byte = 0;  ///< 1-based, in the answer that came, else in the expected one
  std::size_t width = 0;
  std::optional<std::string> expected;  ///< `?` where any byte will do; masked
  std::optional<std::string> came;      ///< masked
  bool differs = false;
};

/// Every field of both sides in the order of the answer. `event` is that of the dialogue.
std::vector<compared> compare(pattern const& expected, std::string_view came, std::string_view event, bool clear);

/// `answer differs in 3 fields, first HOVED KVIT, byte 88: expected "O", came "F"; came 00 F 7101 VEJKOD`
std::string describe(std::vector<compared> const& fields, std::string_view came);
/// Both sides as lines: a heading for each record, below it the fields that hold
/// something or differ, those marked `!` with both values.
std::string explain(std::vector<compared> const& fields);

}  // namespace samspil::client::replay
