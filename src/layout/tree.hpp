// The entries of a copybook as a tree of items: levels and clauses are
// understood, sizes and places not yet (see passes.hpp).
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "layout/picture.hpp"
#include "layout/source.hpp"
#include "layout/storage.hpp"
#include "layout/syntax.hpp"

namespace samspil::layout {

struct occurs {
  std::size_t least = 1;
  std::size_t most = 1;
  std::string depending;  ///< name of the item that holds the number ("N OF G"); empty when it is fixed
};

/// The values that a level 88 allows. Of a text, an edited picture and an
/// unsigned DISPLAY number without point: as it stands in the item, padded to
/// its width. Of any other number: as number_text writes it ("-12.50").
struct allowed {
  std::string from;
  std::string to;  ///< the same as `from` without THRU
  bool operator==(allowed const&) const = default;
};
struct condition {
  std::string name;
  std::vector<allowed> values;
  bool operator==(condition const&) const = default;
};

struct node {
  unsigned level = 0;
  std::string name;  ///< upper case; FILLER for an unnamed item
  spot at;
  entry const* from = nullptr;  ///< its clauses as they stand in the copybook
  std::optional<picture> pic;   ///< elementary items only
  std::optional<occurs> times;
  std::string redefines;  ///< empty when it redefines nothing
  std::vector<entry const*> conditions;  ///< its level 88 entries, read by the pass of that name
  std::vector<node> children;

  // Filled by the passes.
  std::string usage;  ///< as written, COMP for COMPUTATIONAL; DISPLAY when nothing is said; empty for a group
  storage stored = storage::display;
  sign_place sign = sign_place::last_digit;
  std::size_t length = 0;  ///< bytes of one occurrence
  std::size_t start = 0;   ///< 1-based, of the first occurrence
  std::vector<condition> allowed_values;
  std::optional<std::string> initial;  ///< its VALUE, like those of level 88

  bool elementary() const { return children.empty(); }
  std::size_t most() const { return times ? times->most : 1; }
};

/// The entries of one level 01 or 77 and what stands below it.
using entry_range = std::span<entry const>;
/// One for each level 01 and 77. Errors: another level at the beginning.
result<std::vector<entry_range>> split_records(std::vector<entry> const& entries, source const& from);

/// The tree of such entries, which it points into. Errors: anything that is not
/// supported (level 66, COMP-1, SYNCHRONIZED ...), levels that do not nest, an
/// item with neither picture nor items below it, or with both.
result<node> build_tree(entry_range entries, source const& from);

}  // namespace samspil::layout
