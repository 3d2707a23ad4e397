// What the grammar gives: the entries of a copybook in their order, each with
// its clauses as they stand there. Texts point into the source, so that every
// word knows its place.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace samspil::layout {

struct occurs_clause {
  std::string_view least;      ///< digits; empty without TO
  std::string_view most;       ///< digits
  std::string_view depending;  ///< name; empty without DEPENDING ON
};

/// One literal of a VALUE clause, quotes and sign included; `to` is empty without THRU.
struct value_range {
  std::string_view from;
  std::string_view to;
};

/// One data description entry.
struct entry {
  std::string_view level;  ///< two digits at most
  std::string_view name;   ///< empty for an unnamed item
  std::vector<std::string_view> pictures;
  std::vector<std::string_view> redefines;
  std::vector<std::string_view> usages;
  std::vector<occurs_clause> occurs;
  std::vector<std::vector<value_range>> values;
  std::vector<std::string_view> unsupported;  ///< words that begin no known clause
};

}  // namespace samspil::layout
