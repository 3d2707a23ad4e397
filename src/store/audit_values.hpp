// Internal. The audit rows of one transaction on their way to the table, several in
// a value (audit_block.hpp).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "store/audit_block.hpp"
#include "store/error.hpp"

namespace samspil::store {

class audit_values {
 public:
  /// Takes the row with this AUDIT-SEQUENCE, which follows the one before. When the value in hand has no more
  /// room, it is given to `put(sequence of its last row, value)` first. Throws error when it is not a row.
  template <class Put>
  void add(std::string_view row, std::uint64_t sequence, Put const& put) {
    std::size_t const before = block_.bytes().size();
    take(row);
    if (before != 0 && block_.bytes().size() > value_max) {
      put(last_, block_.bytes().substr(0, before));
      block_.clear();
      take(row);
    }
    last_ = sequence;
  }
  /// Gives the rows that are left to `put`.
  template <class Put>
  void finish(Put const& put) {
    if (!block_.bytes().empty()) put(last_, block_.bytes());
    block_.clear();
  }
  /// Forgets rows that were not given: their transaction is undone.
  void clear() { block_.clear(); }

 private:
  /// A value up to here lies in its page, four to a page of 4 KiB; a larger one would get pages of its own.
  static constexpr std::size_t value_max = 970;

  void take(std::string_view row) {
    if (!block_.add(row)) throw error("audit: a row that is none");
  }

  audit_block block_;
  std::uint64_t last_ = 0;  // AUDIT-SEQUENCE of the last row in hand
};

}  // namespace samspil::store
