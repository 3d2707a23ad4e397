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
    if (before.name == name) return &before;
    if (before.redefines.empty()) return nullptr;  // only other views of the same bytes may stand between
  }
  return nullptr;
}

bool has_depending(node const& n) {
  if (n.times && !n.times->depending.empty()) return true;
  for (node const& child : n.children)
    if (has_depending(child)) return true;
  return false;
}

}  // namespace

pass_result set_sizes(node& n) {
  if (n.pic) return std::nullopt;
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
  if (n.start == 0) n.start = 1;
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

pass_result run_passes(node& record, source const& from) {
  if (auto f = set_storage(record, from)) return f;
  if (auto f = set_sizes(record)) return f;
  if (auto f = check_redefines(record)) return f;
  if (auto f = set_offsets(record)) return f;
  if (auto f = check_occurs(record, from)) return f;
  return read_values(record, from);
}

}  // namespace samspil::layout
