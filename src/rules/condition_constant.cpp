#include "rules/condition_constant.hpp"

#include <algorithm>
#include <limits>
#include <map>

namespace samspil::rules {
namespace {

/// Values that a condition leaves to a field or look-up: ranges of numbers, of days or of texts.
template <class T>
using ranges = std::vector<std::pair<T, T>>;

template <class T>
ranges<T> common(ranges<T> const& a, ranges<T> const& b) {
  ranges<T> out;
  for (auto const& [a_from, a_to] : a)
    for (auto const& [b_from, b_to] : b)
      if (auto const from = std::max(a_from, b_from), to = std::min(a_to, b_to); from <= to) out.emplace_back(from, to);
  return out;
}

constexpr std::int64_t least_number = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t most_number = std::numeric_limits<std::int64_t>::max();

std::string padded(std::string text) {
  text.resize(std::max<std::size_t>(text.size(), 100), ' ');  // texts are compared as if blanks followed
  return text;
}

class analysis {
 public:
  explicit analysis(program const& p) : program_(p) {}

  /// The first thing of the condition that has no value left; empty when there is none.
  std::string never(step_index at) {
    step const& s = program_.steps[at];
    if (s.what == operation::either) {
      std::string const left = never(s.left);
      return left.empty() || never(s.right).empty() ? std::string() : left;
    }
    numbers_.clear();
    texts_.clear();
    empties_.clear();
    std::string out;
    conjunction(at, out);
    return out;
  }

 private:
  /// Narrows what each value may be by every comparison of the conjunction.
  void conjunction(step_index at, std::string& out) {
    step const& s = program_.steps[at];
    if (!out.empty()) return;
    switch (s.what) {
      case operation::both:
        conjunction(s.left, out);
        return conjunction(s.right, out);
      case operation::either:
        // A conjunction of its own on each side.
        if (std::string const inner = analysis(program_).never(at); !inner.empty()) out = inner;
        return;
      case operation::compare_numbers: return number_compared(s, out);
      case operation::number_in: return number_in(s, out);
      case operation::text_in: return text_in(s, out);
      case operation::compare_texts: return text_compared(s, out);
      case operation::is_empty: return emptied(s.left, true, out);
      case operation::negation:
        if (program_.steps[s.left].what == operation::is_empty) emptied(program_.steps[s.left].left, false, out);
        return;
      case operation::any_of:
        if (s.body != no_step) out = analysis(program_).never(s.body);
        return;
      default: return;
    }
  }

  std::string const& shown(step_index at) const {
    step const& s = program_.steps[at];
    return s.what == operation::number_of ? shown(s.left) : s.shown;
  }
  bool simple(step_index at) const {
    step const& s = program_.steps[at];
    if (s.what == operation::number_of) return simple(s.left);
    // A field of another person or of a frame is one and the same only within its frame, which is a conjunction.
    return (s.what == operation::field && s.left == no_step) || s.what == operation::fact_text ||
           s.what == operation::fact_number;
  }
  /// The numbers that a value can be at all.
  ranges<std::int64_t> possible(step_index at) const {
    step const& s = program_.steps[at];
    if (s.what == operation::count_of || s.what == operation::length || s.what == operation::fact_number)
      return {{0, most_number}};
    if (s.what != operation::number_of || program_.steps[s.left].width == 0 || program_.steps[s.left].width > 17)
      return {{least_number, most_number}};
    std::int64_t most = 1;
    for (std::uint32_t i = 0; i < program_.steps[s.left].width; ++i) most *= 10;
    return {{0, most - 1}};
  }
  static ranges<std::int64_t> that(relation how, std::int64_t n) {
    switch (how) {
      case relation::equal: return {{n, n}};
      case relation::unequal: return {{least_number, n - 1}, {n + 1, most_number}};
      case relation::less: return {{least_number, n - 1}};
      case relation::at_most: return {{least_number, n}};
      case relation::more: return {{n + 1, most_number}};
      case relation::at_least: return {{n, most_number}};
    }
    return {};
  }
  static relation turned(relation how) {
    switch (how) {
      case relation::less: return relation::more;
      case relation::at_most: return relation::at_least;
      case relation::more: return relation::less;
      case relation::at_least: return relation::at_most;
      default: return how;
    }
  }
  template <class T, class Map>
  void narrow(Map& all, std::string const& name, bool one_value, ranges<T> start, ranges<T> const& by,
              std::string& out) {
    ranges<T> left = common(start, by);
    if (one_value) {
      auto const [known, fresh] = all.try_emplace(name, left);
      if (!fresh) left = known->second = common(known->second, by);
    }
    if (left.empty()) out = (name.empty() ? "a value" : name) + " has no value that all of it allows";
  }
  void number_compared(step const& s, std::string& out) {
    bool const left_literal = program_.steps[s.left].what == operation::number_literal;
    step_index const literal = left_literal ? s.left : s.right, other = left_literal ? s.right : s.left;
    if (program_.steps[literal].what != operation::number_literal) return;
    std::int64_t const n = program_.steps[literal].number;
    if (program_.steps[other].what == operation::number_literal)
      return narrow<std::int64_t>(numbers_, "", false, {{program_.steps[other].number, program_.steps[other].number}},
                                  that(left_literal ? turned(s.how) : s.how, n), out);
    narrow<std::int64_t>(numbers_, shown(other), simple(other), possible(other),
                         that(left_literal ? turned(s.how) : s.how, n), out);
  }
  void number_in(step const& s, std::string& out) {
    ranges<std::int64_t> set;
    for (set_range const& r : program_.sets[s.set]) set.emplace_back(r.least, r.most);
    narrow<std::int64_t>(numbers_, shown(s.left), simple(s.left), possible(s.left), set, out);
  }
  void text_in(step const& s, std::string& out) {
    ranges<std::string> set;
    for (set_range const& r : program_.sets[s.set]) set.emplace_back(padded(r.from), padded(r.to));
    narrow<std::string>(texts_, shown(s.left), simple(s.left), set, set, out);
  }
  void text_compared(step const& s, std::string& out) {
    bool const left_literal = program_.steps[s.left].what == operation::text_literal;
    step_index const literal = left_literal ? s.left : s.right, other = left_literal ? s.right : s.left;
    if (s.how != relation::equal || program_.steps[literal].what != operation::text_literal ||
        program_.steps[other].what == operation::text_literal)
      return;
    ranges<std::string> const one{{padded(program_.steps[literal].text), padded(program_.steps[literal].text)}};
    narrow<std::string>(texts_, shown(other), simple(other), one, one, out);
  }
  void emptied(step_index at, bool empty, std::string& out) {
    if (!simple(at)) return;
    auto const [known, fresh] = empties_.try_emplace(shown(at), empty);
    if (!fresh && known->second != empty) out = shown(at) + " is empty and filled";
  }

  program const& program_;
  std::map<std::string, ranges<std::int64_t>> numbers_;
  std::map<std::string, ranges<std::string>> texts_;
  std::map<std::string, bool> empties_;
};

}  // namespace

std::string never_holds(program const& p) { return analysis(p).never(p.condition); }

}  // namespace samspil::rules
