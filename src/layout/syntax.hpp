// What the grammar gives: the entries of a copybook in their order, each with
// its clauses as they stand there. Texts point into the source, so that every
// word knows its place.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace samspil::layout {

/// A name and the groups that qualify it, the innermost first: N OF G.
using qualified_name = std::vector<std::string_view>;

struct occurs_clause {
  std::string_view least;     ///< digits; empty without TO
  std::string_view most;      ///< digits
  qualified_name depending;   ///< empty without DEPENDING ON
  std::vector<std::string_view> keys;     ///< of ASCENDING and DESCENDING KEY
  std::vector<std::string_view> indexes;  ///< of INDEXED BY
};

/// One literal of a VALUE clause, quotes and sign included; `to` is empty without THRU.
struct value_range {
  std::string_view from;
  std::string_view to;
};

struct sign_clause {
  std::string_view side;  ///< LEADING or TRAILING, in any case
  bool separate = false;
};

/// One data description entry.
struct entry {
  std::string_view level;  ///< two digits at most
  std::string_view name;   ///< empty for an unnamed item
  std::vector<std::string_view> pictures;
  std::vector<std::string_view> redefines;
  std::vector<std::string_view> usages;
  std::vector<sign_clause> signs;
  std::vector<occurs_clause> occurs;
  std::vector<std::vector<value_range>> values;
  std::vector<std::string_view> justified;    ///< the word JUST or JUSTIFIED
  std::vector<std::string_view> blank_zeros;  ///< the word BLANK
  std::vector<std::string_view> unsupported;  ///< words that begin no known clause
};

}  // namespace samspil::layout
