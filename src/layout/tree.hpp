// The entries of a copybook as a tree of items: levels and clauses are
// understood, sizes and places not yet (see passes.hpp).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "layout/picture.hpp"
#include "layout/source.hpp"
#include "layout/syntax.hpp"

namespace samspil::layout {

struct occurs {
  std::size_t least = 1;
  std::size_t most = 1;
  std::string depending;  ///< name of the item that holds the number; empty when it is fixed
};

/// The values that a level 88 allows, padded to the width of its item.
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
  std::optional<picture> pic;  ///< elementary items only
  std::optional<occurs> times;
  std::string redefines;  ///< empty when it redefines nothing
  std::vector<entry> conditions;  ///< its level 88 entries, read by the pass of that name
  std::vector<node> children;

  // Filled by the passes.
  std::size_t length = 0;  ///< bytes of one occurrence
  std::size_t start = 0;   ///< 1-based, of the first occurrence
  std::vector<condition> allowed_values;

  bool elementary() const { return children.empty(); }
  std::size_t most() const { return times ? times->most : 1; }
};

/// One tree for each level 01. Errors: anything that is not supported (levels
/// 66 and 77, COMP, edited pictures ...), levels that do not nest, an item with
/// neither picture nor items below it, or with both.
result<std::vector<node>> build_tree(std::vector<entry> const& entries, source const& from);

}  // namespace samspil::layout
