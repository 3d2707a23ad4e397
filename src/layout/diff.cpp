#include "layout/diff.hpp"

#include <algorithm>

#include "layout/describe.hpp"
#include "layout/offset_table.hpp"

namespace samspil::layout {
namespace {

constexpr std::size_t unpaired = static_cast<std::size_t>(-1);

std::string place_text(item const& i) { return "at " + std::to_string(i.start); }
std::string length_text(std::size_t bytes) { return std::to_string(bytes) + (bytes == 1 ? " byte" : " bytes"); }
std::string times_text(item const& i) { return i.is_table() ? occurs_text(i) : "once"; }
std::string short_text(item const& i) { return place_text(i) + (i.group() ? "" : ", " + picture_text(i)); }

std::string conditions_text(item const& i) {
  std::string out;
  for (condition const& c : i.conditions) out += (out.empty() ? "" : "; ") + c.name + " " + values_text(i, c);
  return out.empty() ? "none" : out;
}

/// Whether both read the same value from the same bytes.
bool same_type(item const& a, item const& b) {
  bool const same = a.kind == b.kind && a.stored == b.stored && a.is_signed == b.is_signed &&
                    a.point.decimals == b.point.decimals && a.point.tens == b.point.tens && a.digits == b.digits &&
                    a.justified == b.justified && a.group() == b.group();
  if (!same || (a.kind == category::edited && a.picture != b.picture)) return false;
  return !a.is_signed || a.sign == b.sign;
}

bool same_bytes(item const& a, item const& b) {
  return a.start == b.start && a.length == b.length && a.occurs == b.occurs && a.depending == b.depending &&
         same_type(a, b);
}

/// The tables that each item stands in, outermost first.
std::vector<std::vector<std::size_t>> tables_around(record const& r) {
  std::vector<std::vector<std::size_t>> out(r.items.size());
  for (std::size_t at = 0; at < r.items.size(); ++at)
    if (r.items[at].is_table())
      for (std::size_t in = at + 1; in <= at + r.items[at].below; ++in) out[in].push_back(at);
  return out;
}

/// Two versions of one record.
class comparison {
 public:
  comparison(record const& before, record const& after)
      : before_(before),
        after_(after),
        old_paths_(item_paths(before)),
        new_paths_(item_paths(after)),
        old_tables_(tables_around(before)),
        new_tables_(tables_around(after)),
        partner_(before.items.size(), unpaired),
        taken_(after.items.size(), false) {
    pair(0, 0);
    for (std::size_t at = 1; at < before.items.size(); ++at) pair_by(at, old_paths_[at], new_paths_);
    // What went into another group or out of one keeps its name.
    std::vector<std::string> const names = names_of(after);
    for (std::size_t at = 1; at < before.items.size(); ++at) {
      std::string const& name = before.items[at].name;
      if (std::count(names.begin(), names.end(), name) == 1) pair_by(at, name, names);
    }
  }

  std::vector<change> made() {
    if (before_.name != after_.name) add("renamed", "", before_.name, after_.name, false);
    if (before_.length != after_.length)
      add("resized", "", length_text(before_.length), length_text(after_.length), true);
    if (!before_.items.front().group() || !after_.items.front().group()) compare(0, 0);
    for (std::size_t at = 1; at < before_.items.size(); ++at) {
      if (!tells(before_.items[at])) continue;
      if (partner_[at] == unpaired)
        gone(at);
      else
        compare(at, partner_[at]);
    }
    for (std::size_t at = 1; at < after_.items.size(); ++at)
      if (!taken_[at] && tells(after_.items[at])) add("added", new_paths_[at], "", short_text(after_.items[at]), false);
    return std::move(out_);
  }

 private:
  /// Groups only hold items together, unless they repeat them.
  static bool tells(item const& i) { return i.name != "FILLER" && (!i.group() || i.is_table()); }

  static std::vector<std::string> names_of(record const& r) {
    std::vector<std::string> out;
    for (item const& i : r.items) out.push_back(i.name);
    return out;
  }

  void pair(std::size_t at, std::size_t with) {
    partner_[at] = with;
    taken_[with] = true;
  }
  void pair_by(std::size_t at, std::string const& name, std::vector<std::string> const& names) {
    if (partner_[at] != unpaired || before_.items[at].name == "FILLER") return;
    for (std::size_t with = 1; with < names.size(); ++with)
      if (!taken_[with] && names[with] == name) return pair(at, with);
  }

  void add(std::string_view what, std::string item, std::string before, std::string after, bool breaking) {
    out_.push_back({what, before_.name, std::move(item), std::move(before), std::move(after), breaking});
  }

  /// Another name for the same bytes, or nothing any more.
  void gone(std::size_t at) {
    item const& old = before_.items[at];
    for (std::size_t with = 1; with < after_.items.size(); ++with) {
      if (taken_[with] || !tells(after_.items[with]) || !same_bytes(old, after_.items[with])) continue;
      pair(at, with);
      add("renamed", old_paths_[at], old_paths_[at], new_paths_[with], false);
      return compare(at, with);
    }
    add("removed", old_paths_[at], short_text(old), "", true);
  }

  void compare(std::size_t at, std::size_t with) {
    item const& a = before_.items[at];
    item const& b = after_.items[with];
    std::string const name = at == 0 ? "" : old_paths_[at];
    if (a.start != b.start) add("moved", name, place_text(a), place_text(b), true);
    if (a.length != b.length && at != 0) add("resized", name, length_text(a.length), length_text(b.length), true);
    if (!same_type(a, b)) add("retyped", name, type_and_picture(a), type_and_picture(b), true);
    if (times_text(a) != times_text(b)) add("repeated", name, times_text(a), times_text(b), true);
    if (!same_tables(old_tables_[at], new_tables_[with]))
      add("repeated", name, tables_text(before_, old_tables_[at]), tables_text(after_, new_tables_[with]), true);
    if (a.conditions != b.conditions) add("values", name, conditions_text(a), conditions_text(b), false);
  }

  /// Whether an item's occurrences stand where they stood. A table with a name tells itself what became of it.
  bool same_tables(std::vector<std::size_t> const& old, std::vector<std::size_t> const& now) const {
    return std::equal(old.begin(), old.end(), now.begin(), now.end(), [&](std::size_t at, std::size_t with) {
      item const& a = before_.items[at];
      item const& b = after_.items[with];
      return partner_[at] == with || (times_text(a) == times_text(b) && a.length == b.length);
    });
  }

  /// "in 3 of 5 bytes", the outermost table first.
  static std::string tables_text(record const& r, std::vector<std::size_t> const& tables) {
    std::string out;
    for (std::size_t const at : tables)
      out += (out.empty() ? "in " : ", in ") + times_text(r.items[at]) + " of " + length_text(r.items[at].length);
    return out.empty() ? "in no table" : out;
  }

  static std::string type_and_picture(item const& i) {
    return i.group() ? type_text(i) : picture_text(i) + " (" + type_text(i) + ")";
  }

  record const& before_;
  record const& after_;
  std::vector<std::string> old_paths_;
  std::vector<std::string> new_paths_;
  std::vector<std::vector<std::size_t>> old_tables_;
  std::vector<std::vector<std::size_t>> new_tables_;
  std::vector<std::size_t> partner_;  ///< of each item before, in after
  std::vector<bool> taken_;
  std::vector<change> out_;
};

record const* named(std::vector<record> const& records, std::string const& name) {
  auto const found = std::find_if(records.begin(), records.end(), [&](record const& r) { return r.name == name; });
  return found == records.end() ? nullptr : &*found;
}

}  // namespace

std::vector<change> differences(std::vector<record> const& before, std::vector<record> const& after) {
  if (before.size() == 1 && after.size() == 1) return comparison(before.front(), after.front()).made();
  std::vector<change> out;
  for (record const& old : before) {
    record const* const now = named(after, old.name);
    if (now == nullptr) {
      out.push_back({"removed", old.name, "", length_text(old.length), "", true});
      continue;
    }
    std::vector<change> const changes = comparison(old, *now).made();
    out.insert(out.end(), changes.begin(), changes.end());
  }
  for (record const& r : after)
    if (named(before, r.name) == nullptr) out.push_back({"added", r.name, "", "", length_text(r.length), false});
  return out;
}

}  // namespace samspil::layout
