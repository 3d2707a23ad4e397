#include "admin/record_choice.hpp"

#include "codec/field.hpp"

namespace samspil::admin {
namespace {

constexpr std::size_t type_width = 3;

/// Whether the first item of `r` says that the record is of it.
bool claims(layout::record const& r, std::string_view bytes, layout::reading const& how) {
  layout::item const* first = &r.items.front();
  while (first->group()) ++first;
  if (bytes.size() < first->length) return false;
  auto const value = layout::value_of(*first, bytes.substr(0, first->length), how);
  if (!value.fits) return false;
  if (!first->conditions.empty()) return !layout::conditions_of(*first, value.text).empty();
  return first->initial && value.text == *first->initial;
}

}  // namespace

layout::record const* record_choice::of(std::string_view bytes) const {
  if (layouts_.size() == 1) return &layouts_.front();
  std::string const type = to_latin1(how_.page, bytes.substr(0, type_width)).text;
  if (type.size() == type_width && codec::is_digits(type))
    for (layout::record const& r : layouts_)
      if (r.name.ends_with("-" + type)) return &r;
  layout::record const* found = nullptr;
  for (layout::record const& r : layouts_) {
    if (!claims(r, bytes, how_)) continue;
    if (found != nullptr) return nullptr;
    found = &r;
  }
  return found;
}

}  // namespace samspil::admin
