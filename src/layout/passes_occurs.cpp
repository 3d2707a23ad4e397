#include <algorithm>

#include "layout/item_of_entry.hpp"
#include "layout/passes.hpp"

namespace samspil::layout {
namespace {

constexpr std::string_view qualifier = " OF ";

/// Adds what `name` means below `n`, each qualifier being some group around it.
void find_named(node const& n, std::vector<node const*>& around, std::vector<std::string_view> const& name,
                std::vector<node const*>& out) {
  if (n.name == name.front() && n.name != "FILLER") {
    std::size_t known = 1;
    for (auto group = around.rbegin(); group != around.rend() && known < name.size(); ++group)
      if ((*group)->name == name[known]) ++known;
    if (known == name.size()) out.push_back(&n);
  }
  around.push_back(&n);
  for (node const& child : n.children) find_named(child, around, name, out);
  around.pop_back();
}

bool holds_in_table(node const& n, node const* sought, bool in_table) {
  in_table = in_table || n.times;
  if (&n == sought) return in_table;
  return std::any_of(n.children.begin(), n.children.end(),
                     [&](node const& child) { return holds_in_table(child, sought, in_table); });
}

/// The item of DEPENDING ON can be read before its table is reached.
pass_result check_depending(node const& record, node const& table, source const& from) {
  std::string const& name = table.times->depending;
  std::string_view const at = table.from->occurs.front().depending.front();
  auto const named = items_named(record, name);
  if (named.size() > 1) return error_at(from, at, "DEPENDING ON a name that stands twice: " + name);
  if (named.empty()) return error_at(from, at, "DEPENDING ON needs an item of its record: " + name);
  node const& counter = *named.front();
  if (!counter.pic || counter.pic->kind != category::digits || counter.pic->decimals != 0 || counter.pic->tens != 0)
    return error_at(from, at, "DEPENDING ON needs a whole number: " + name);
  if (holds_in_table(record, &counter, false)) return error_at(from, at, "DEPENDING ON an item of a table: " + name);
  if (counter.start + counter.length > table.start)
    return error_at(from, at, "DEPENDING ON needs an item before the table: " + name);
  return std::nullopt;
}

pass_result check_keys(node const& table, source const& from) {
  for (std::string_view const key : table.from->occurs.front().keys)
    if (items_named(table, upper(key)).empty())
      return error_at(from, key, "expected an item of the table: " + upper(key));
  return std::nullopt;
}

pass_result check_table(node const& record, node const& n, source const& from) {
  if (n.times) {
    if (!n.times->depending.empty())
      if (auto f = check_depending(record, n, from)) return f;
    if (auto f = check_keys(n, from)) return f;
  }
  for (node const& child : n.children)
    if (auto f = check_table(record, child, from)) return f;
  return std::nullopt;
}

}  // namespace

std::vector<node const*> items_named(node const& record, std::string_view path) {
  std::vector<std::string_view> name;
  for (std::size_t end = path.find(qualifier); end != std::string_view::npos; end = path.find(qualifier)) {
    name.push_back(path.substr(0, end));
    path.remove_prefix(end + qualifier.size());
  }
  name.push_back(path);
  std::vector<node const*> out;
  std::vector<node const*> around;
  find_named(record, around, name, out);
  return out;
}

pass_result check_occurs(node const& record, source const& from) { return check_table(record, record, from); }

}  // namespace samspil::layout
