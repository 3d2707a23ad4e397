#include "layout/decode.hpp"

#include <algorithm>
#include <map>

namespace samspil::layout {
namespace {

decode_error wrong_length(record const& r, std::string_view bytes, std::size_t length) {
  return {"", 0, r.name, "", std::min(bytes.size(), length) + 1, std::to_string(length) + " bytes"};
}

/// Where the items of one record stand, whose tables are as long as its counters say.
class placement {
 public:
  explicit placement(record const& r) : r_(r), counts_(r.items.size()), varies_(r.items.size()) {
    for (std::size_t at = r.items.size(); at-- > 0;) {
      counts_[at] = r.items[at].occurs;
      bool any = !r.items[at].depending.empty();
      each_child(at, [&](std::size_t child) { any = any || varies_[child]; });
      varies_[at] = any;
    }
  }

  /// Reads the counters; gives the length of the whole record.
  samspil::result<std::size_t> count(std::string_view bytes, reading const& how) {
    if (!varies_.front()) return r_.length;
    auto const length = scan(0, 0, bytes, how);
    if (fault_) return *fault_;
    return length;
  }

  std::vector<placed_item> items(views redefinitions) const {
    item const& top = r_.items.front();
    if (!top.group()) return {{&top, r_.name, 1}};
    std::map<std::string_view, std::size_t> names;
    for (item const& i : r_.items)
      if (!i.group()) ++names[i.name];
    std::vector<placed_item> out;
    place_below({0, 0, {}, {}, false}, redefinitions, names, out);
    return out;
  }

 private:
  template <class F>
  void each_child(std::size_t group, F const& f) const {
    for (std::size_t at = group + 1; at <= group + r_.items[group].below; at += r_.items[at].below + 1) f(at);
  }

  /// Bytes of one occurrence; its counters are known.
  std::size_t size_of(std::size_t at) const {
    item const& i = r_.items[at];
    if (i.group() && varies_[at]) {
      std::size_t size = 0;
      each_child(at, [&](std::size_t child) {
        if (r_.items[child].redefines.empty()) size += size_of(child) * counts_[child];
      });
      return size;
    }
    return i.length;
  }

  /// The bytes of group `at`, which begins behind `start` bytes. Counters stand in no table.
  std::size_t scan(std::size_t at, std::size_t start, std::string_view bytes, reading const& how) {
    std::size_t next = start;
    std::size_t place = start;  // of what the next redefinition redefines
    each_child(at, [&](std::size_t child) {
      if (fault_) return;
      item const& i = r_.items[child];
      if (i.redefines.empty()) place = next;
      std::size_t size = i.length;
      if (i.is_table())
        size = size_of(child) * counts_[child];
      else if (i.group())
        size = scan(child, place, bytes, how);
      else
        take_counter(child, place, bytes, how);
      if (i.redefines.empty()) next += size;
    });
    return next - start;
  }

  /// Sets the number of every table that the item counts.
  void take_counter(std::size_t counter, std::size_t start, std::string_view bytes, reading const& how) {
    item const& holder = r_.items[counter];
    for (std::size_t at = counter + 1; at < r_.items.size(); ++at) {
      item const& table = r_.items[at];
      if (table.depending.empty() || table.counter != counter) continue;
      if (bytes.size() < start + holder.length) {
        fault_ = wrong_length(r_, bytes, r_.length);
        return;
      }
      item_value const value = value_of(holder, bytes.substr(start, holder.length), how);
      std::size_t number = 0;
      bool good = value.fits && !value.text.empty();
      for (char const c : value.text) {
        good = good && c >= '0' && c <= '9' && number <= table.occurs;
        number = number * 10 + static_cast<std::size_t>(c - '0');
      }
      if (!good || number < table.least || number > table.occurs) {
        fault_ = decode_error{"", 0, r_.name, holder.name, start + 1,
                              "a number from " + std::to_string(table.least) + " to " + std::to_string(table.occurs)};
        return;
      }
      counts_[at] = number;
    }
  }

  /// A group at one place, and what stands before the names of its items.
  struct around {
    std::size_t group;
    std::size_t start;
    std::string tables;  ///< those it stands in: "HUSSTAND(2)."
    std::string groups;  ///< every group around with a name
    bool view;
  };

  void place_below(around const& in, views redefinitions, std::map<std::string_view, std::size_t> const& names,
                   std::vector<placed_item>& out) const {
    std::size_t next = in.start;
    std::size_t place = in.start;
    each_child(in.group, [&](std::size_t at) {
      item const& i = r_.items[at];
      if (i.redefines.empty()) place = next;
      std::size_t const size = size_of(at);
      if (i.redefines.empty()) next += size * counts_[at];
      bool const view = in.view || !i.redefines.empty();
      if (view && redefinitions == views::left_out) return;
      for (std::size_t n = 0; n < counts_[at]; ++n) {
        std::string const subscript = i.is_table() ? "(" + std::to_string(n + 1) + ")" : "";
        std::size_t const start = place + n * size;
        if (i.group()) {
          std::string const tables = i.is_table() ? in.tables + i.name + subscript + "." : in.tables;
          bool const unnamed = i.name == "FILLER" && !i.is_table();
          std::string const groups = unnamed ? in.groups : in.groups + i.name + subscript + ".";
          place_below({at, start, tables, groups, view}, redefinitions, names, out);
        } else {
          bool const twice = i.name != "FILLER" && names.at(i.name) > 1;
          out.push_back({&i, (twice ? in.groups : in.tables) + i.name + subscript, start + 1, view});
        }
      }
    });
  }

  record const& r_;
  std::vector<std::size_t> counts_;  ///< occurrences of each item
  std::vector<bool> varies_;         ///< whether a table of DEPENDING ON is it or stands in it
  std::optional<decode_error> fault_;
};

}  // namespace

std::vector<placed_item> placed_items(record const& r, views redefinitions) {
  return placement(r).items(redefinitions);
}

samspil::result<std::size_t> length_of(record const& r, std::string_view bytes, reading const& how) {
  return placement(r).count(bytes, how);
}

samspil::result<std::vector<decoded_item>> decode(record const& r, std::string_view bytes, reading const& how,
                                                  views redefinitions) {
  placement places(r);
  auto const length = places.count(bytes, how);
  if (!length) return length.error();
  if (bytes.size() != *length) return wrong_length(r, bytes, *length);
  std::vector<decoded_item> out;
  for (placed_item& at : places.items(redefinitions)) {
    std::string_view const own = bytes.substr(at.start - 1, at.what->length);
    item_value value = value_of(*at.what, own, how);
    out.push_back({std::move(at), own, std::move(value)});
  }
  return out;
}

decode_error misfit(record const& r, decoded_item const& what) {
  return {"", 0, r.name, what.at.name, what.at.start + what.value.wrong, std::string(what.value.expected)};
}

}  // namespace samspil::layout
