#include "layout/item_of_entry.hpp"
#include "layout/literal.hpp"
#include "layout/number.hpp"
#include "layout/passes.hpp"

namespace samspil::layout {
namespace {

bool below(node const& n, std::string const& a, std::string const& b) {
  return is_number(n) ? compare_numbers(a, b) < 0 : a < b;
}

pass_result read_condition(node& n, entry const& e, source const& from) {
  condition out{upper(e.name), {}};
  for (value_range const& range : e.values.front()) {
    literal_value low = value_in(n, range.from);
    if (!low.reason.empty()) return error_at(from, range.from, low.reason);
    literal_value high = range.to.empty() ? low : value_in(n, range.to);
    if (!high.reason.empty()) return error_at(from, range.to, high.reason);
    if (below(n, high.value, low.value)) return error_at(from, range.to, "THRU below its first value");
    out.values.push_back({std::move(low.value), std::move(high.value)});
  }
  n.allowed_values.push_back(std::move(out));
  return std::nullopt;
}

}  // namespace

pass_result read_values(node& n, source const& from) {
  for (entry const* const e : n.conditions)
    if (auto f = read_condition(n, *e, from)) return f;
  if (!n.from->values.empty()) {
    literal_value value = value_in(n, n.from->values.front().front().from);
    if (value.reason.empty()) n.initial = std::move(value.value);
  }
  for (node& child : n.children)
    if (auto f = read_values(child, from)) return f;
  return std::nullopt;
}

}  // namespace samspil::layout
