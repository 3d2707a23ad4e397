// What the COBOL programs wrote.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "copybooks/probe.hpp"

namespace samspil::copybooks {

struct place {
  std::size_t start = 0;  ///< 1-based
  std::size_t length = 0;
};

struct record_answer {
  std::vector<place> places;  ///< of each probe
  std::string bytes;          ///< of the record
};

/// The answers of program `name` to what it was asked; nothing when `output` does not hold them all.
std::optional<std::vector<record_answer>> answers_of(std::string_view output, std::string const& name,
                                                     std::vector<record_probe> const& asked);

}  // namespace samspil::copybooks
