#include "layout/layout.hpp"

#include <algorithm>

#include "layout/grammar.hpp"
#include "layout/passes.hpp"
#include "layout/warnings.hpp"

namespace samspil::layout {
namespace {

item item_of_node(node const& n) {
  item out;
  out.level = n.level;
  out.name = n.name;
  out.start = n.start;
  out.length = n.length;
  out.occurs = n.most();
  out.least = n.times ? n.times->least : 1;
  if (n.times) out.depending = n.times->depending;
  if (n.pic) {
    out.picture = n.pic->text;
    out.kind = n.pic->kind;
    out.numeric = n.pic->numeric;
    out.is_signed = n.pic->is_signed;
    out.digits = n.pic->digits;
    out.point = {n.pic->decimals, n.pic->tens};
  }
  out.usage = n.usage;
  out.stored = n.stored;
  out.sign = n.sign;
  out.justified = !n.from->justified.empty();
  out.blank_when_zero = !n.from->blank_zeros.empty();
  out.redefines = n.redefines;
  out.conditions = n.allowed_values;
  out.initial = n.initial;
  out.at = n.at;
  return out;
}

/// Appends `n` and everything below it, and to `nodes` where each came from.
void flatten(node const& n, std::vector<item>& out, std::vector<node const*>& nodes) {
  std::size_t const at = out.size();
  out.push_back(item_of_node(n));
  nodes.push_back(&n);
  for (node const& child : n.children) flatten(child, out, nodes);
  out[at].below = out.size() - at - 1;
}

record record_of(node const& tree) {
  record out{tree.name, tree.length, {}};
  std::vector<node const*> nodes;
  flatten(tree, out.items, nodes);
  for (item& i : out.items) {
    if (i.depending.empty()) continue;
    // The pass over OCCURS has seen to it that the name means one item.
    node const* const counter = items_named(tree, i.depending).front();
    i.counter = static_cast<std::size_t>(std::find(nodes.begin(), nodes.end(), counter) - nodes.begin());
  }
  return out;
}

bool varies(record const& r) {
  return std::any_of(r.items.begin(), r.items.end(), [](item const& i) { return !i.depending.empty(); });
}

/// Why `next` cannot follow the records that were read before it.
pass_result clash(record const& next, std::vector<record> const& before) {
  item const& top = next.items.front();
  if (next.name != "FILLER" &&
      std::any_of(before.begin(), before.end(), [&](record const& r) { return r.name == next.name; }))
    return copybook_error{"", top.at, next.name + " stands twice"};
  if (top.redefines.empty()) return std::nullopt;
  for (auto r = before.rbegin(); r != before.rend(); ++r) {
    if (r->name == top.redefines && (varies(*r) || varies(next)))
      return copybook_error{"", top.at, next.name + ": REDEFINES of or with a table that varies or repeats"};
    if (r->name == top.redefines) return std::nullopt;
    if (r->items.front().redefines.empty()) break;
  }
  return copybook_error{"", top.at, next.name + ": REDEFINES needs " + top.redefines + " right before it"};
}

copybook_check check(source const& from) {
  copybook_check out;
  auto const failed = [&](copybook_error const& e) { out.faults.push_back(e); };
  auto const entries = parse_entries(from);
  if (!entries) return failed(entries.error()), out;
  auto const parts = split_records(*entries, from);
  if (!parts) return failed(parts.error()), out;
  for (entry_range const part : *parts) {
    auto tree = build_tree(part, from);
    auto fault = tree ? run_passes(*tree, from) : tree.error();
    if (fault) {
      failed(*fault);
      continue;
    }
    record next = record_of(*tree);
    if (auto f = clash(next, out.records)) {
      failed(*f);
      continue;
    }
    std::vector<copybook_error> const warnings = warnings_of(*tree, from);
    out.warnings.insert(out.warnings.end(), warnings.begin(), warnings.end());
    out.records.push_back(std::move(next));
  }
  return out;
}

}  // namespace

bool item::number() const {
  return kind == category::digits &&
         (is_signed || point.decimals != 0 || point.tens != 0 || stored != storage::display);
}

copybook_check check_copybook(std::string_view copybook, std::string_view name, format as) {
  auto const text = source::read(copybook, as);
  copybook_check out = text ? check(*text) : copybook_check{{}, {text.error()}, {}};
  for (copybook_error& e : out.faults) e.source = name;
  for (copybook_error& e : out.warnings) e.source = name;
  return out;
}

result<std::vector<record>> read_copybook(std::string_view copybook, std::string_view name, format as) {
  copybook_check out = check_copybook(copybook, name, as);
  if (!out.faults.empty()) return out.faults.front();
  return std::move(out.records);
}

}  // namespace samspil::layout
