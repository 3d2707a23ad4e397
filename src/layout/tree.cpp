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
  return std::move(open.front());
}

copybook_error fail(entry const& e, source const& from, std::string reason) {
  return {"", from.place(e.level.data()), std::move(reason)};
}

}  // namespace

result<std::vector<entry_range>> split_records(std::vector<entry> const& entries, source const& from) {
  if (entries.empty()) return copybook_error{"", {1, 1}, "expected level 01"};
  std::vector<entry_range> out;
  for (entry const& e : entries) {
    if (is_record_level(e.level)) {
      out.emplace_back(&e, 1);
    } else if (out.empty()) {
      auto const level = level_of(e, from);
      return level ? fail(e, from, "expected level 01") : level.error();
    } else {
      out.back() = entry_range(out.back().data(), out.back().size() + 1);
    }
  }
  return out;
}

result<node> build_tree(entry_range entries, source const& from) {
  std::vector<node> open;  // the path from level 01 to the latest item
  for (entry const& e : entries) {
    auto const level = level_of(e, from);
    if (!level) return level.error();
    if (*level == 88) {
      if (auto f = condition_fault(e, from)) return *f;
      open.back().conditions.push_back(&e);
      continue;
    }
    auto item = item_of(e, *level, from);
    if (!item) return item.error();
    if (!open.empty()) {
      if (open.front().level == 77) return fail(e, from, "expected level 01: a level 77 has no items below it");
      if (!close_until(open, *level))
        return fail(e, from, "level " + std::to_string(*level) + " does not match the items beside it");
    }
    open.push_back(std::move(*item));
  }
  node record = closed(open);
  if (auto f = shape_fault(record)) return *f;
  return record;
}

}  // namespace samspil::layout
