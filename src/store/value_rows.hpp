// Internal. The rows of one value of a table whose rows share values, each under a key of its own.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "codec/field.hpp"
#include "store/audit_block.hpp"
#include "store/journal_block.hpp"
#include "store/keys.hpp"
#include "store/tables.hpp"

namespace samspil::store {

/// Whether a value of the table may hold several rows: their keys are numbers without a gap.
constexpr bool shares_values(table t) { return t == table::audit || t == table::journal; }

struct value_rows {
  explicit value_rows(table t) : of(t) {}

  table of;
  std::string bytes;
  std::vector<std::size_t> ends;

  /// A value that is damaged is one row as it lies there: whoever looks into it finds that it is none.
  void unpack(std::string_view value) {
    bytes.clear();
    ends.clear();
    if (of == table::audit ? audit_block::unpack(value, bytes, ends) : journal_block::unpack(value, bytes, ends))
      return;
    bytes.assign(value);
    ends.push_back(bytes.size());
  }
  std::size_t count() const { return ends.size(); }
  std::string_view row(std::size_t i) const {
    std::size_t const start = i == 0 ? 0 : ends[i - 1];
    return std::string_view(bytes).substr(start, ends[i] - start);
  }
  /// The key of a row by its place in front of the last, whose key is given.
  key key_of(std::size_t i, std::string_view last) const {
    if (i + 1 == count()) return key(last);
    std::uint64_t const number = codec::number(last) - (count() - 1 - i);
    return of == table::audit ? audit_key(number) : journal_key(number);
  }
  /// The place of a row, count() when it is not here.
  std::size_t place(std::string_view wanted, std::string_view last) const {
    std::size_t i = 0;
    while (i < count() && key_of(i, last).text() != wanted) ++i;
    return i;
  }
};

}  // namespace samspil::store
