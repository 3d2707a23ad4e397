// What the journal has of a person, as a list.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

#include "store/read_scope.hpp"

namespace samspil::test {

/// Numbers of the events that have the person, ascending.
inline std::vector<std::uint64_t> journal_of(store::read_scope const& scope, std::string_view pnr) {
  std::vector<std::uint64_t> numbers;
  scope.each_journal_of(pnr, [&](store::journal_row const& row) {
    numbers.push_back(row.number());
    return true;
  });
  std::reverse(numbers.begin(), numbers.end());
  return numbers;
}

}  // namespace samspil::test
