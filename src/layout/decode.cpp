#include "layout/decode.hpp"

#include <algorithm>

namespace samspil::layout {
namespace {

/// Walks the items below r.items[group], shifted by `shift` bytes.
void place_below(record const& r, std::size_t group, std::size_t shift, std::string const& prefix, std::size_t counted,
                 std::vector<placed_item>& out) {
  for (std::size_t at = group + 1; at <= group + r.items[group].below; at += r.items[at].below + 1) {
    item const& i = r.items[at];
    if (!i.redefines.empty()) continue;
    std::size_t const times = i.depending.empty() ? i.occurs : counted;
    for (std::size_t n = 0; n < times; ++n) {
      std::string name = prefix + i.name;
      if (i.occurs > 1) name += "(" + std::to_string(n + 1) + ")";
      std::size_t const moved = shift + n * i.length;
      if (i.group())
        place_below(r, at, moved, i.occurs > 1 ? name + "." : prefix, counted, out);
      else
        out.push_back({&i, std::move(name), i.start + moved});
    }
  }
}

std::vector<placed_item> place(record const& r, std::size_t counted) {
  if (!r.items.front().group()) return {{&r.items.front(), r.name, 1}};
  std::vector<placed_item> out;
  place_below(r, 0, 0, {}, counted, out);
  return out;
}

/// The table of DEPENDING ON; null when the record has none.
item const* varying_table(record const& r) {
  auto const found = std::find_if(r.items.begin(), r.items.end(), [](item const& i) { return !i.depending.empty(); });
  return found == r.items.end() ? nullptr : &*found;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// GnuCOBOL and the mainframe's ASCII files write a negative last digit as p to y or } to R.
bool is_sign_digit(char c) {
  return is_digit(c) || ('p' <= c && c <= 'y') || ('A' <= c && c <= 'R') || c == '{' || c == '}';
}

bool fits(item const& i, std::string_view value) {
  if (i.kind != category::digits) return true;
  if (!i.is_signed) return std::all_of(value.begin(), value.end(), is_digit);
  return std::all_of(value.begin(), value.end() - 1, is_digit) && is_sign_digit(value.back());
}

decode_error wrong_length(record const& r, std::string_view bytes, std::size_t length) {
  return {"", 0, r.name, "", std::min(bytes.size(), length) + 1, std::to_string(length) + " bytes"};
}

/// What the counter of `table` holds.
samspil::result<std::size_t> counter_value(record const& r, item const& table, std::string_view bytes) {
  // The pass over OCCURS has seen to it that the name stands once, before the table.
  auto const holder =
      std::find_if(r.items.begin(), r.items.end(), [&](item const& i) { return i.name == table.depending; });
  if (bytes.size() < holder->start - 1 + holder->length) return wrong_length(r, bytes, r.length);
  std::size_t value = 0;
  bool good = true;
  for (char c : bytes.substr(holder->start - 1, holder->length)) {
    good = good && is_digit(c) && value <= table.occurs;
    value = value * 10 + static_cast<std::size_t>(c - '0');
  }
  if (!good || value < table.least || value > table.occurs)
    return decode_error{"", 0, r.name, holder->name, holder->start,
                        "a number from " + std::to_string(table.least) + " to " + std::to_string(table.occurs)};
  return value;
}

}  // namespace

std::vector<placed_item> placed_items(record const& r) {
  item const* const table = varying_table(r);
  return place(r, table == nullptr ? 1 : table->occurs);
}

samspil::result<std::vector<decoded_item>> decode(record const& r, std::string_view bytes) {
  std::size_t counted = 1;
  std::size_t length = r.length;
  if (item const* const table = varying_table(r)) {
    auto const value = counter_value(r, *table, bytes);
    if (!value) return value.error();
    counted = *value;
    length -= table->length * (table->occurs - counted);
  }
  if (bytes.size() != length) return wrong_length(r, bytes, length);
  std::vector<decoded_item> out;
  for (placed_item& at : place(r, counted)) {
    std::string_view const value = bytes.substr(at.start - 1, at.what->length);
    out.push_back({std::move(at), value, fits(*at.what, value)});
  }
  return out;
}

}  // namespace samspil::layout
