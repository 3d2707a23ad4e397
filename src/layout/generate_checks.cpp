#include <set>

#include "layout/generate_parts.hpp"

namespace samspil::layout {
namespace {

using fault = std::optional<copybook_error>;

fault fail(item const& i, std::string reason) { return copybook_error{"", i.at, i.name + ": " + std::move(reason)}; }

fault bad_name(item const& i) {
  if (i.name == "FILLER") return std::nullopt;
  if (i.name.front() >= '0' && i.name.front() <= '9') return fail(i, "a C++ name cannot begin with a digit");
  if (i.name.find("--") != std::string::npos) return fail(i, "a C++ name cannot hold two hyphens");
  return std::nullopt;
}

fault bad_shape(record const& r, std::size_t at) {
  item const& i = r.items[at];
  if (i.is_signed) return fail(i, "S has no C++ view");
  if (i.stored != storage::display) return fail(i, "USAGE " + i.usage + " has no C++ view");
  if (i.kind == category::edited || i.point.decimals > i.digits || i.point.tens != 0 || i.justified ||
      i.blank_when_zero)
    return fail(i, "an item of the server's records is plain X or 9");
  if (i.name == "FILLER" && i.kind == category::digits) return fail(i, "a FILLER of a record of the server is X");
  if (!i.depending.empty()) return fail(i, "DEPENDING ON has no C++ view");
  if (i.occurs == 1) return std::nullopt;
  for (std::size_t group = parent_of(r, at); group != 0; group = parent_of(r, group))
    if (r.items[group].occurs != 1) return fail(i, "a table in a table has no C++ view");
  return std::nullopt;
}

/// The C++ scope of an item: the nearest group around it that has a name.
std::size_t scope_of(record const& r, std::size_t at) {
  std::size_t group = parent_of(r, at);
  while (group != 0 && r.items[group].name == "FILLER") group = parent_of(r, group);
  return group;
}

}  // namespace

std::optional<copybook_error> cpp_fault(record const& r) {
  item const& top = r.items.front();
  if (!top.group()) return fail(top, "a record needs items below it");
  if (top.name == "FILLER" || !top.redefines.empty())
    return fail(top, "a record of the server has a name and bytes of its own");
  std::set<std::pair<std::size_t, std::string>> seen;
  for (std::size_t at = 0; at < r.items.size(); ++at) {
    item const& i = r.items[at];
    if (auto f = bad_name(i)) return f;
    if (at == 0) continue;
    if (auto f = bad_shape(r, at)) return f;
    if (i.name == "FILLER") continue;
    std::size_t const scope = scope_of(r, at);
    if (i.name == r.items[scope].name) return fail(i, "the name of the group around it");
    if (!seen.emplace(scope, i.name).second) return fail(i, "stands twice");
  }
  return std::nullopt;
}

std::size_t parent_of(record const& r, std::size_t i) {
  std::size_t parent = i;
  while (parent-- > 1)
    if (parent + r.items[parent].below >= i) return parent;
  return 0;
}

repetition repetition_of(record const& r, std::size_t i) {
  for (std::size_t at = i; at != 0; at = parent_of(r, at))
    if (r.items[at].occurs != 1) return {r.items[at].occurs, r.items[at].length};
  return {1, r.items[i].length};
}

bool is_other_view(record const& r, std::size_t i) {
  for (std::size_t at = i; at != 0; at = parent_of(r, at))
    if (!r.items[at].redefines.empty()) return true;
  return false;
}

}  // namespace samspil::layout
