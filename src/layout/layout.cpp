#include "layout/layout.hpp"

#include "layout/grammar.hpp"
#include "layout/passes.hpp"

namespace samspil::layout {
namespace {

/// Appends `n` and everything below it.
void flatten(node const& n, std::vector<item>& out) {
  std::size_t const at = out.size();
  item line;
  line.level = n.level;
  line.name = n.name;
  line.start = n.start;
  line.length = n.length;
  line.occurs = n.most();
  line.least = n.times ? n.times->least : 1;
  if (n.times) line.depending = n.times->depending;
  if (n.pic) {
    line.picture = n.pic->text;
    line.kind = n.pic->kind;
    line.is_signed = n.pic->is_signed;
    line.decimals = n.pic->decimals;
    line.usage = "DISPLAY";
  }
  line.redefines = n.redefines;
  line.conditions = n.allowed_values;
  line.at = n.at;
  out.push_back(std::move(line));
  for (node const& child : n.children) flatten(child, out);
  out[at].below = out.size() - at - 1;
}

result<std::vector<record>> read(source const& from) {
  auto const entries = parse_entries(from);
  if (!entries) return entries.error();
  auto trees = build_tree(*entries, from);
  if (!trees) return trees.error();
  std::vector<record> out;
  for (node& tree : *trees) {
    if (auto f = run_passes(tree, from)) return *f;
    for (record const& other : out)
      if (other.name == tree.name) return copybook_error{"", tree.at, tree.name + " stands twice"};
    record& r = out.emplace_back();
    r.name = tree.name;
    r.length = tree.length;
    flatten(tree, r.items);
  }
  return out;
}

}  // namespace

result<std::vector<record>> read_copybook(std::string_view copybook, std::string_view name, format as) {
  auto const text = source::read(copybook, as);
  auto out = text ? read(*text) : result<std::vector<record>>(text.error());
  if (out) return out;
  copybook_error error = out.error();
  error.source = name;
  return error;
}

}  // namespace samspil::layout
