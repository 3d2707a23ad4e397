#include <algorithm>
#include <map>

#include "copybooks/probe.hpp"
#include "copybooks/random.hpp"

namespace samspil::copybooks {
namespace {

using layout::category;
using layout::item;
using layout::record;

/// Numeric literals of COBOL have no more digits.
constexpr std::size_t literal_digits_max = 18;

/// The groups around each item, the innermost first; indexes.
std::vector<std::vector<std::size_t>> groups_around(record const& r) {
  std::vector<std::vector<std::size_t>> out(r.items.size());
  for (std::size_t at = 0; at < r.items.size(); ++at)
    for (std::size_t below = at + 1; below <= at + r.items[at].below; ++below)
      out[below].insert(out[below].begin(), at);
  return out;
}

bool is_table(item const& i) { return i.occurs != 1 || !i.depending.empty(); }

/// Whether `name` (an item and the named groups around it) is part of `other` in that order, as qualified names are.
bool means(std::vector<std::string> const& name, std::vector<std::string> const& other) {
  if (name.front() != other.front()) return false;
  std::size_t known = 1;
  for (std::size_t i = 1; i < other.size() && known < name.size(); ++i)
    if (other[i] == name[known]) ++known;
  return known == name.size();
}

class choice {
 public:
  choice(record const& r, bool sliding, std::uint64_t seed) : r_(r), around_(groups_around(r)), random_(seed) {
    for (std::size_t at = 0; at < r.items.size(); ++at) names_.push_back(full_name(at));
    set_counts(sliding);
    for (std::size_t at = 0; at < r.items.size(); ++at)
      counter_shared_ = counter_shared_ || (is_counter(at) && is_shared(at));
  }

  record_probe made() {
    record_probe out{&r_, counts_, {}, possible_};
    for (std::size_t at = 0; at < r_.items.size(); ++at) {
      if (!can_be_named(at)) continue;
      std::vector<std::size_t> tables;
      for (auto group = around_[at].rbegin(); group != around_[at].rend(); ++group)
        if (is_table(r_.items[*group])) tables.push_back(*group);
      if (is_table(r_.items[at])) tables.push_back(at);
      add(out.probes, at, tables, false);
      if (!tables.empty()) add(out.probes, at, tables, true);
    }
    return out;
  }

 private:
  std::vector<std::string> full_name(std::size_t at) const {
    std::vector<std::string> out{r_.items[at].name};
    for (std::size_t const group : around_[at])
      if (r_.items[group].name != "FILLER") out.push_back(r_.items[group].name);
    return out;
  }

  bool can_be_named(std::size_t at) const {
    if (r_.items[at].name == "FILLER") return false;
    auto const same = [&](auto const& other) { return means(names_[at], other); };
    return std::count_if(names_.begin(), names_.end(), same) == 1;
  }

  void set_counts(bool sliding) {
    std::map<std::size_t, std::pair<std::size_t, std::size_t>> ranges;  // by counter
    for (item const& i : r_.items) {
      counts_.push_back(i.occurs);
      if (i.depending.empty()) continue;
      auto const [range, first] = ranges.try_emplace(i.counter, i.least, i.occurs);
      if (first) continue;
      range->second = {std::max(range->second.first, i.least), std::min(range->second.second, i.occurs)};
    }
    for (auto& [counter, range] : ranges) {
      std::size_t most = std::min(range.second, most_of(r_.items[counter]));
      possible_ = possible_ && range.first <= most;
      if (sliding && most > range.first) most = range.first + random_.below(most - range.first + 1);
      for (std::size_t at = 0; at < r_.items.size(); ++at)
        if (!r_.items[at].depending.empty() && r_.items[at].counter == counter) counts_[at] = most;
    }
  }

  /// What so many digits can count to.
  static std::size_t most_of(item const& counter) {
    std::size_t most = 1;
    for (std::size_t i = 0; i < std::min<std::size_t>(counter.digits, 9); ++i) most *= 10;
    return most - 1;
  }

  bool is_counter(std::size_t at) const {
    return std::any_of(r_.items.begin(), r_.items.end(),
                       [&](item const& i) { return !i.depending.empty() && i.counter == at; });
  }

  /// Whether the bytes of the item are another item's too.
  bool is_shared(std::size_t at) const {
    if (!r_.items[at].redefines.empty()) return true;
    return std::any_of(around_[at].begin(), around_[at].end(),
                       [&](std::size_t group) { return !r_.items[group].redefines.empty(); });
  }

  void add(std::vector<probe>& to, std::size_t at, std::vector<std::size_t> const& tables, bool last) {
    probe p{&r_.items[at], {}, {}, {}};
    for (std::size_t const table : tables) {
      if (counts_[table] == 0) return;
      p.subscripts.push_back(last ? counts_[table] : 1);
    }
    if (last && std::all_of(p.subscripts.begin(), p.subscripts.end(), [](std::size_t n) { return n == 1; })) return;
    item const& i = r_.items[at];
    if (!i.group() && !is_counter(at) && !is_shared(at) && !counter_shared_) give_value(p);
    to.push_back(std::move(p));
  }

  void give_value(probe& p) {
    item const& i = *p.what;
    if (i.kind == category::text) {
      p.expected = random_.word(i.length);
      p.value = "\"" + p.expected + "\"";
    } else if (i.stored == layout::storage::packed && (i.point.tens != 0 || i.point.decimals > i.digits)) {
      // cobc 3.1 moves something else to packed numbers with P.
    } else if (i.kind == category::digits && i.digits + i.point.tens <= literal_digits_max &&
               i.point.decimals <= literal_digits_max) {
      std::string const digits = random_.digits(i.digits);
      bool const negative = i.is_signed && random_.below(2) == 0;
      std::string const number = layout::number_text(i.point, negative, digits);
      p.value = number;
      bool const blank = i.blank_when_zero && digits.find_first_not_of('0') == std::string::npos;
      p.expected = blank ? std::string(i.length, ' ')
                   : i.is_signed || i.point.decimals != 0 || i.point.tens != 0
                       ? number
                       : digits;
    }
  }

  record const& r_;
  std::vector<std::vector<std::size_t>> around_;
  std::vector<std::vector<std::string>> names_;
  std::vector<std::size_t> counts_;
  bool possible_ = true;
  bool counter_shared_ = false;  ///< a counter stands in a redefinition: no value may be moved to what it redefines
  random_source random_;
};

}  // namespace

std::vector<record_probe> probes_of(std::vector<record> const& records, bool sliding, std::uint64_t seed) {
  std::vector<record_probe> out;
  for (record const& r : records) {
    if (r.name == "FILLER") continue;
    record_probe next = choice(r, sliding, seed).made();
    bool whole = true;
    bool varies = false;
    bool redefines = false;
    for (std::size_t i = 0; i < r.items.size(); ++i) {
      whole = whole && next.counts[i] == r.items[i].occurs;
      varies = varies || !r.items[i].depending.empty();
      redefines = redefines || !r.items[i].redefines.empty();
    }
    // One counter of two tables cannot make both as long as they can be; without -fodoslide there are holes then.
    // cobc 3.1 counts a redefinition in the length of a group that varies.
    if (next.possible && (sliding || whole) && !(varies && redefines)) out.push_back(std::move(next));
  }
  return out;
}

}  // namespace samspil::copybooks
