#include "layout/passes.hpp"

namespace samspil::layout {
namespace {

pass_result fail(node const& n, std::string reason) {
  return copybook_error{"", n.at, n.name + ": " + std::move(reason)};
}

/// The item that children[i] redefines; null when there is none to redefine.
node const* redefined(node const& group, std::size_t i) {
  std::string const& name = group.children[i].redefines;
  if (name == "FILLER") return nullptr;
  while (i-- > 0) {
    node const& before = group.children[i];
    if (before.name == name && before.redefines.empty()) return &before;
    if (before.redefines != name) return nullptr;  // only other views of the same bytes may stand between
  }
  return nullptr;
}

bool has_depending(node const& n) {
  if (n.times && !n.times->depending.empty()) return true;
  for (node const& child : n.children)
    if (has_depending(child)) return true;
  return false;
}

/// How many items of `n` and below it are named `name`.
std::size_t count_named(node const& n, std::string const& name) {
  std::size_t count = n.name == name ? 1 : 0;
  for (node const& child : n.children) count += count_named(child, name);
  return count;
}

/// The item named `name` that stands once and wholly before `before`; null when there is none.
node const* counter(node const& n, std::string const& name, node const& before) {
  if (&n == &before || n.times || name == "FILLER") return nullptr;
  if (n.name == name && n.start + n.length <= before.start) return &n;
  for (node const& child : n.children)
    if (node const* found = counter(child, name, before)) return found;
  return nullptr;
}

pass_result check_table(node const& record, node const& table, bool last, bool repeated) {
  if (table.times && !table.times->depending.empty()) {
    node const* const holder = counter(record, table.times->depending, table);
    if (holder == nullptr || !holder->pic || holder->pic->kind != category::digits || holder->pic->is_signed ||
        holder->pic->decimals != 0)
      return fail(table, "DEPENDING ON needs a digits item before it: " + table.times->depending);
    if (count_named(record, table.times->depending) != 1)
      return fail(table, "DEPENDING ON a name that stands twice: " + table.times->depending);
    if (!last) return fail(table, "an item behind a table of DEPENDING ON is not supported");
    if (repeated) return fail(table, "DEPENDING ON inside another table is not supported");
  }
  for (std::size_t i = 0; i < table.children.size(); ++i) {
    bool const child_last = last && i + 1 == table.children.size();
    if (auto f = check_table(record, table.children[i], child_last, repeated || table.times.has_value())) return f;
  }
  return std::nullopt;
}

}  // namespace

pass_result set_sizes(node& n) {
  if (n.pic) {
    n.length = n.pic->width;
    return std::nullopt;
  }
  n.length = 0;
  for (node& child : n.children) {
    if (auto f = set_sizes(child)) return f;
    if (child.redefines.empty()) n.length += child.length * child.most();
    if (n.length > max_length) return fail(n, "longer than " + std::to_string(max_length) + " bytes");
  }
  return std::nullopt;
}

pass_result check_redefines(node const& n) {
  for (std::size_t i = 0; i < n.children.size(); ++i) {
    node const& child = n.children[i];
    if (!child.redefines.empty()) {
      node const* const original = redefined(n, i);
      if (original == nullptr) return fail(child, "REDEFINES needs " + child.redefines + " right before it");
      if (original->times || has_depending(*original) || has_depending(child))
        return fail(child, "REDEFINES of or with a table that varies or repeats");
      if (child.length * child.most() > original->length) return fail(child, "longer than " + child.redefines);
    }
    if (auto f = check_redefines(child)) return f;
  }
  return std::nullopt;
}

pass_result set_offsets(node& n) {
  if (n.level == 1) n.start = 1;
  std::size_t next = n.start;
  std::size_t redefined_start = next;
  for (node& child : n.children) {
    if (child.redefines.empty()) {
      redefined_start = next;
      next += child.length * child.most();
    }
    child.start = redefined_start;
    if (auto f = set_offsets(child)) return f;
  }
  return std::nullopt;
}

pass_result check_occurs(node const& record) { return check_table(record, record, true, false); }

pass_result run_passes(node& record, source const& from) {
  if (auto f = set_sizes(record)) return f;
  if (auto f = check_redefines(record)) return f;
  if (auto f = set_offsets(record)) return f;
  if (auto f = check_occurs(record)) return f;
  return read_conditions(record, from);
}

}  // namespace samspil::layout
