#include "layout/describe.hpp"

namespace samspil::layout {
namespace {

std::string sign_text(item const& i) {
  if (!i.is_signed) return {};
  if (i.stored != storage::display) return ", signed";
  switch (i.sign) {
    case sign_place::last_digit: return ", sign in the last digit";
    case sign_place::first_digit: return ", sign in the first digit";
    case sign_place::before: return ", sign in a byte before";
    case sign_place::behind: return ", sign in a byte behind";
  }
  return {};
}

std::string storage_text(item const& i) {
  switch (i.stored) {
    case storage::display: return {};
    case storage::binary: return ", binary";
    case storage::native: return ", binary of the machine";
    case storage::packed: return ", packed";
  }
  return {};
}

std::string plural(std::size_t n, std::string const& word) {
  return std::to_string(n) + " " + word + (n == 1 ? "" : "s");
}

}  // namespace

std::string type_text(item const& i) {
  if (i.group()) return "group";
  if (i.kind == category::edited) return i.numeric ? "edited number" : "edited text";
  if (i.kind == category::text) return i.justified ? "text, to the right" : "text";
  if (!i.number()) return i.blank_when_zero ? "digits, blank for zero" : "digits";
  std::string out = "number of " + plural(i.digits, "digit") + sign_text(i);
  if (i.point.decimals != 0) out += ", " + plural(i.point.decimals, "decimal");
  if (i.point.tens != 0) out += ", " + plural(i.point.tens, "zero") + " not stored";
  return out + storage_text(i);
}

std::string values_text(item const& of, condition const& c) {
  std::string const quote = of.number() ? "" : "\"";
  std::string out;
  for (allowed const& a : c.values) {
    if (!out.empty()) out += ", ";
    out += quote + a.from + quote;
    if (a.to != a.from) out += " to " + quote + a.to + quote;
  }
  return out;
}

std::vector<std::string> item_paths(record const& r) {
  std::vector<std::string> out(r.items.size());
  std::vector<std::string> prefixes(r.items.size());
  for (std::size_t at = 0; at < r.items.size(); ++at) {
    item const& i = r.items[at];
    out[at] = prefixes[at] + i.name;
    bool const named = at != 0 && i.name != "FILLER";
    for (std::size_t below = at + 1; below <= at + i.below; ++below)
      prefixes[below] = named ? out[at] + "." : prefixes[at];
  }
  return out;
}

}  // namespace samspil::layout
