// Internal. How rows lie in a table whose values hold several: in order and without a
// gap, under the key of the last. Rows of a transaction differ in few bytes, and
// every byte of a row is written to the log, summed up and kept in the cache.
//
//   80              a value that does not begin so is one row, packed (packing.hpp)
//   then each row:
//     its record against that of the row before it, the first against the record's
//     initial bytes (difference.hpp)
//     what follows the record, as the form of the table has it
//
// A form (audit_block.hpp, journal_block.hpp) has:
//
//   record                                the generated record that a row begins with
//   append_tail(row, to)                  appends what follows the record; false when it is not a row,
//                                         then `to` may have got some bytes
//   take_tail(rest, record, rows)         takes that off `rest` and appends it to `rows` as it was;
//                                         false when it is not whole
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "store/difference.hpp"
#include "store/packing.hpp"

namespace samspil::store {

/// Makes one value.
template <class Form>
class row_block {
 public:
  using record = typename Form::record;

  /// Puts `row` behind the others. False, and nothing is added, when it is not a row of the form.
  bool add(std::string_view row) {
    if (row.size() < record::length) return false;
    std::size_t const start = bytes_.size();
    if (start == 0) {
      bytes_.push_back(mark);
      before_ = record::initial();
    }
    append_difference(row.substr(0, record::length), before_.data(), bytes_);
    if (!Form::append_tail(row, bytes_)) {
      bytes_.resize(start);
      return false;
    }
    std::copy_n(row.begin(), before_.size(), before_.begin());
    return true;
  }
  void clear() { bytes_.clear(); }
  std::string_view bytes() const { return bytes_; }

  /// `value` as rows one behind the other, appended to `rows`, and where each ends there, to `ends`. False when it
  /// is not whole; then nothing is appended.
  static bool unpack(std::string_view value, std::string& rows, std::vector<std::size_t>& ends) {
    if (value.empty() || value.front() != mark) {
      if (!store::unpack(value, rows)) return false;
      ends.push_back(rows.size());
      return true;
    }
    std::size_t const size_before = rows.size();
    std::size_t const count_before = ends.size();
    std::array<char, record::length> head = record::initial();
    for (std::string_view rest = value.substr(1);;) {
      bool whole = take_difference(rest, head);
      if (whole) rows.append(head.data(), head.size());
      if (!whole || !Form::take_tail(rest, head.data(), rows)) {
        rows.resize(size_before);
        ends.resize(count_before);
        return false;
      }
      ends.push_back(rows.size());
      if (rest.empty()) return true;
    }
  }

 private:
  static constexpr char mark = static_cast<char>(0x80);  // packing begins no row with it

  std::string bytes_;
  std::array<char, record::length> before_;
};

}  // namespace samspil::store
