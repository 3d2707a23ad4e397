// Internal. How audit rows lie in their table: several in a value, in order and
// without a gap, under the AUDIT-SEQUENCE of the last. The rows of a batch differ in few bytes, and every
// byte of a row is written to the log, summed up and kept in the cache.
//
//   80              a value that does not begin so is one row, packed (packing.hpp)
//   then each row:
//     the AUDIT-ROW against the row before it, the first against AUDIT-ROW's
//     initial bytes (difference.hpp)
//     OTHERS-COUNT times ten bytes as they are
//     the hash, 32 bytes
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "rec/store.hpp"

namespace samspil::store {

/// Makes one value.
class audit_block {
 public:
  /// Puts `row` behind the others. False, and nothing is added, when it is not a whole row with a hash in
  /// lower-case hex digits.
  bool add(std::string_view row);
  void clear() { bytes_.clear(); }
  std::string_view bytes() const { return bytes_; }

 private:
  std::string bytes_;
  std::array<char, rec::AUDIT_ROW::length> before_;
};

/// `value` as rows one behind the other, appended to `rows`, and where each ends there, to `ends`. False when it
/// is not whole; then nothing is appended.
bool unpack_audit(std::string_view value, std::string& rows, std::vector<std::size_t>& ends);

}  // namespace samspil::store
