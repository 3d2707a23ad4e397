// A line of an aligned table that an administrator writes (rules, cases): its row
// with the trailing blanks put back, and what is wrong with it as a row.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "codec/column.hpp"
#include "codec/field.hpp"

namespace samspil::rules {

/// The column of a field, from 1.
template <class Field>
constexpr std::size_t column_of(Field const& f) {
  return f.offset + 1;
}

struct line_fault {
  std::size_t column = 0;  ///< from 1
  std::string what;
};
/// A line longer than `length`, an empty one, or one whose byte right behind a column is not blank.
std::optional<line_fault> fault_of_line(std::string_view line, std::size_t length,
                                        std::span<codec::column const> columns);

template <class Row>
class table_line {
 public:
  explicit table_line(std::string_view line)
      : bytes_(line), fault_(fault_of_line(line, Row::length, Row::columns())) {
    bytes_.resize(Row::length, ' ');
  }
  codec::view<Row> view() const { return codec::view<Row>(bytes_); }
  std::optional<line_fault> const& fault() const { return fault_; }

 private:
  std::string bytes_;
  std::optional<line_fault> fault_;
};

}  // namespace samspil::rules
