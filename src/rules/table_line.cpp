#include "rules/table_line.hpp"

namespace samspil::rules {

std::optional<line_fault> fault_of_line(std::string_view line, std::size_t length,
                                        std::span<codec::column const> columns) {
  if (line.size() > length) return line_fault{length + 1, "the row is longer than the layout"};
  if (codec::trimmed(line).empty()) return line_fault{1, "an empty row"};
  for (codec::column const& one : columns)
    if (std::size_t const gap = one.offset + one.width; gap < line.size() && line[gap] != ' ')
      return line_fault{gap + 1, "expected a blank between two columns"};
  return std::nullopt;
}

}  // namespace samspil::rules
