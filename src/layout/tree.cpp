#include "layout/tree.hpp"

#include <utility>

#include "layout/item_of_entry.hpp"

namespace samspil::layout {
namespace {

/// Closes items until one of `level` can stand below the last open one, which
/// is at least the level 01. False when a sibling at another level stands there.
bool close_until(std::vector<node>& open, unsigned level) {
  unsigned last_closed = level;
  while (open.back().level >= level) {
    last_closed = open.back().level;
    node done = std::move(open.back());
    open.pop_back();
    open.back().children.push_back(std::move(done));
  }
  return last_closed == level;
}

std::optional<copybook_error> shape_fault(node const& n) {
  if (n.elementary() && !n.pic) return copybook_error{"", n.at, n.name + " has neither a picture nor items below it"};
  if (!n.elementary() && n.pic) return copybook_error{"", n.at, n.name + " has a picture and items below it"};
  for (node const& child : n.children)
    if (auto f = shape_fault(child)) return f;
  return std::nullopt;
}

/// Folds the open items into their level 01.
node closed(std::vector<node>& open) {
  while (open.size() > 1) {
    node done = std::move(open.back());
    open.pop_back();
    open.back().children.push_back(std::move(done));
  }
  node out = std::move(open.front());
  open.clear();
  return out;
}

}  // namespace

result<std::vector<node>> build_tree(std::vector<entry> const& entries, source const& from) {
  std::vector<node> records;
  std::vector<node> open;  // the path from level 01 to the latest item
  for (entry const& e : entries) {
    auto const level = level_of(e, from);
    if (!level) return level.error();
    spot const at = from.place(e.level.data());
    if (open.empty() && *level != 1) return copybook_error{"", at, "expected level 01"};
    if (*level == 88) {
      if (auto f = condition_fault(e, from)) return *f;
      open.back().conditions.push_back(e);
      continue;
    }
    auto item = item_of(e, *level, from);
    if (!item) return item.error();
    if (*level == 1) {
      if (!open.empty()) records.push_back(closed(open));
    } else if (!close_until(open, *level)) {
      return copybook_error{"", at, "level " + std::to_string(*level) + " does not match the items beside it"};
    }
    open.push_back(std::move(*item));
  }
  if (open.empty()) return copybook_error{"", {1, 1}, "expected level 01"};
  records.push_back(closed(open));
  for (node const& record : records)
    if (auto f = shape_fault(record)) return *f;
  return records;
}

}  // namespace samspil::layout
