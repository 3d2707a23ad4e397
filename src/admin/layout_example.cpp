#include "admin/layout_example.hpp"

#include <algorithm>
#include <map>

#include "admin/layout_samples.hpp"
#include "layout/decode.hpp"
#include "layout/encode.hpp"

namespace samspil::admin {
namespace {

using layout::category;
using layout::item;

/// "0001/01/01" for 9(4)/99/99: an edited number that is 1 where its digits are.
std::string edited_one(item const& i) {
  std::string expanded;
  for (std::size_t at = 0; at < i.picture.size(); ++at) {
    if (i.picture[at] != '(') {
      expanded += i.picture[at];
      continue;
    }
    std::size_t const end = i.picture.find(')', at);
    expanded.append(std::stoul(i.picture.substr(at + 1, end - at - 1)) - 1, expanded.back());
    at = end;
  }
  std::string out;
  bool any = false;
  for (std::size_t at = 0; at < expanded.size(); ++at) {
    char const c = expanded[at];
    any = any || c == '9';
    if (c == '9')
      out += '0';
    else if (c == '.' || c == '/' || c == '0' || c == '*')
      out += c;
    else if (c == 'C' || c == 'D')
      out += "  ", ++at;
    else if (c != 'V')
      out += any && c == ',' ? ',' : ' ';
  }
  if (std::size_t const last = out.find_last_of('0'); last != std::string::npos && any) out[last] = '1';
  return out;
}

std::string digits_of(layout::record const& r) {
  std::size_t const at = r.name.find_last_not_of("0123456789");
  return r.name.substr(at == std::string::npos ? 0 : at + 1);
}

std::string sample_of(layout::record const& r, item const& i) {
  if (!i.conditions.empty()) return i.conditions.front().values.front().from;
  if (i.initial) return *i.initial;
  if (i.name == "RECORDTYPE" || i.name == "POSTTYPE") return digits_of(r);
  if (i.kind == category::edited && i.numeric) return edited_one(i);
  if (std::string_view const sample = sample_for(i); !sample.empty()) return std::string(sample);
  if (i.kind == category::digits) return i.point.tens == 0 ? "1" : "1" + std::string(i.point.tens, '0');
  return std::string("Eksempel").substr(0, i.length);
}

}  // namespace

bool is_first_occurrence(std::string_view name) {
  for (std::size_t at = name.find('('); at != std::string_view::npos; at = name.find('(', at + 1))
    if (name.substr(at, 3) != "(1)") return false;
  return true;
}

std::string example_of(layout::record const& r) {
  // Tables as short as they may be, but one at least; a record of that shape is as long as its items tell.
  layout::record shaped = r;
  std::map<std::size_t, std::size_t> counts;  // by counter
  for (item& i : shaped.items)
    if (!i.depending.empty()) {
      std::size_t& count = counts.try_emplace(i.counter, 1).first->second;
      count = std::max(count, i.least);
    }
  std::string out;
  for (item& i : shaped.items)
    if (!i.depending.empty()) i.occurs = std::min(i.occurs, counts.at(i.counter));
  for (layout::placed_item const& p : layout::placed_items(shaped)) {
    std::size_t const at = static_cast<std::size_t>(p.what - shaped.items.data());
    auto const counted = counts.find(at);
    std::string text = counted != counts.end() ? std::to_string(counted->second) : sample_of(r, *p.what);
    if (p.what->name == "FILLER" || !is_first_occurrence(p.name)) text = p.what->kind == category::digits ? "0" : "";
    auto bytes = layout::bytes_of(*p.what, text);
    if (!bytes) bytes = layout::bytes_of(*p.what, p.what->kind == category::digits ? "0" : "");
    out.resize(std::max(out.size(), p.start - 1 + p.what->length), ' ');
    out.replace(p.start - 1, p.what->length, *bytes);
  }
  return out;
}

}  // namespace samspil::admin
