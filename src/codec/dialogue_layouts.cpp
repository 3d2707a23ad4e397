#include "codec/dialogue_layouts.hpp"

#include <algorithm>
#include <deque>
#include <map>
#include <stdexcept>

#include "codec/copybooks.hpp"
#include "layout/layout.hpp"

namespace samspil::codec {
namespace {

/// What stands around an item while a record is unrolled.
struct surroundings {
  std::string prefix;     ///< "HUSSTAND(2)."
  std::size_t shift = 0;  ///< bytes from the first occurrence of the groups around it
};

void unroll(layout::record const& from, std::size_t first, std::size_t last, surroundings const& around,
            std::vector<layout_item>& to) {
  for (std::size_t at = first; at <= last; at += from.items[at].below + 1) {
    layout::item const& each = from.items[at];
    if (each.name == "FILLER" && !each.group()) continue;
    for (std::size_t i = 0; i < each.occurs; ++i) {
      std::string const label = each.occurs == 1 ? each.name : each.name + "(" + std::to_string(i + 1) + ")";
      std::size_t const shift = around.shift + i * each.length;
      if (each.group())
        unroll(from, at + 1, at + each.below, {around.prefix + label + ".", shift}, to);
      else
        to.push_back({each.name, around.prefix + label, each.start - 1 + shift, each.length,
                      each.kind == layout::category::digits ? kind::digits : kind::text});
    }
  }
}

struct catalogue {
  std::deque<record_layout> records;  ///< of the dialogue
  std::deque<record_layout> others;   ///< of CPR Direkte and its records
  std::map<std::string_view, record_layout const*> by_name;
  std::map<std::string_view, record_layout> opaque;  ///< of events that are not known

  catalogue() {
    for (copybook const& book : shipped_copybooks()) {
      bool const sams = book.name.starts_with("sams-");
      if (!sams && book.name != "person" && book.name != "priv" && book.name != "direkte") continue;
      auto const read = layout::read_copybook(book.text, book.name);
      if (!read) throw std::logic_error(read.error().text());
      for (layout::record const& each : *read) {
        record_layout& made = (sams ? records : others).emplace_back(record_layout{each.name, each.length, {}});
        unroll(each, 1, each.items[0].below, {}, made.items);
      }
    }
    for (auto const* list : {&records, &others})
      for (record_layout const& each : *list) by_name.emplace(each.name, &each);
    for (auto const& [name, model] :
         {std::pair{"DATA", "FLY-DATA"}, {"AKTUEL", "FLY-AKTUEL"}, {"KLARTEKST", "FLY-KLARTEKST"}}) {
      std::size_t const length = by_name.at(model)->length;  // the same for every event
      opaque.emplace(name, record_layout{name, length, {{name, name, 0, length, kind::text}}});
    }
  }
};

catalogue const& all() {
  static catalogue const made;
  return made;
}

}  // namespace

record_layout const* find_layout(std::string_view name) {
  auto const found = all().by_name.find(name);
  return found == all().by_name.end() ? nullptr : found->second;
}

record_layout const& event_layout(std::string_view event, std::string_view name) {
  auto const generic = all().opaque.find(name);
  if (generic == all().opaque.end()) return *all().by_name.at(name);
  record_layout const* own = find_layout(std::string(event) + "-" + std::string(name));
  return own != nullptr ? *own : generic->second;
}

layout_item const* find_item(std::string_view name) {
  for (record_layout const& record : all().records)
    for (layout_item const& item : record.items)
      if (item.name == name || item.path == name) return &item;
  return nullptr;
}

}  // namespace samspil::codec
