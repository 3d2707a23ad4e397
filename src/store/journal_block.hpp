// Internal. How journal rows lie in their table: those of a transaction in one value
// or a few, in order and without a gap, under the KVITTERINGSNR of the last.
//
//   80              a value that does not begin so is one row, packed (packing.hpp)
//   then each row:
//     the JOURNAL-ROW against the row before it, the first against JOURNAL-ROW's
//     initial bytes (difference.hpp)
//     how long its tail is packed, four bytes, the highest first
//     its tail, packed
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "rec/store.hpp"

namespace samspil::store {

/// Makes one value.
class journal_block {
 public:
  /// Puts `row` behind the others. False, and nothing is added, when it is shorter than a JOURNAL-ROW.
  bool add(std::string_view row);
  void clear() { bytes_.clear(); }
  std::string_view bytes() const { return bytes_; }

 private:
  std::string bytes_;
  std::array<char, rec::JOURNAL_ROW::length> before_;
};

/// `value` as rows one behind the other, appended to `rows`, and where each ends there, to `ends`. False when it
/// is not whole; then nothing is appended.
bool unpack_journal(std::string_view value, std::string& rows, std::vector<std::size_t>& ends);

}  // namespace samspil::store
