#include <algorithm>

#include "rec/rules.hpp"
#include "rules/rule_compiler.hpp"
#include "rules/words.hpp"

namespace samspil::rules {
namespace {

using row = rec::RULE_ROW;

/// Whether every word of `later` stands in `earlier` too, where "*" is every word.
bool covers(rule_cell const& earlier, rule_cell const& later) {
  auto const words = words_of(later);
  if (words.empty() || words_of(earlier).empty()) return earlier.text() == later.text();
  return std::all_of(words.begin(), words.end(),
                     [&](rule_word const& w) { return admits(earlier.text(), w.text); });
}

/// A condition without the difference of blanks and line ends.
std::string plain(std::string_view condition) {
  std::string out;
  for (char const c : condition)
    if (char const one = c == '\n' ? ' ' : c; one != ' ' || (!out.empty() && out.back() != ' ')) out += one;
  return out;
}

}  // namespace

void rule_compiler::check_words(rule_text const& r) {
  if (r.events.text().empty()) wrong(r, r.events, 0, "expected events or *");
  if (r.groups.text().empty()) wrong(r, r.groups, 0, "expected groups or *");
  for (rule_word const& w : words_of(r.events)) {
    auto const& known = known_events();
    if (r.events.text() != "*" && std::find(known.begin(), known.end(), w.text) == known.end())
      wrong(r, r.events, w.at, "no event " + std::string(w.text));
  }
  for (rule_word const& w : words_of(r.groups))
    if (r.groups.text() != "*" && !has_word("OWN ALL REP", w.text) && with_ != nullptr &&
        !with_->groups.knows(w.text))
      wrong(r, r.groups, w.at, "no security group " + std::string(w.text));
}

void rule_compiler::check_number(rule_text const& r) {
  if (with_ != nullptr && with_->messages.find(r.number, "da").empty())
    wrong(r, row::MEDDNR.offset + 1, "no text of message " + std::to_string(r.number));
  for (rule_text const& other : *rules_) {
    if (&other == &r) break;
    if (other.rule == r.rule) wrong(r, 1, "the rule's number stands in row " + std::to_string(other.row) + " too");
  }
}

/// Why a rule that waits for a message of its step does not, or must not; empty when it does. Rows of the data are
/// looked at in their order; of the keys, errors come first and what is no error is not said beside one.
std::string rule_compiler::waits_in_vain(rule_text const& r, unsigned number) const {
  if (with_ == nullptr) return {};  // one that was loaded before this was looked at still answers as it did
  auto const has = [&](rule_text const& other) { return other.step == r.step && other.number == number; };
  auto const message = " message " + std::to_string(number);
  if (r.step == 'K') {
    bool const weaker = std::any_of(rules_->begin(), rules_->end(),
                                    [&](rule_text const& other) { return has(other) && other.klasse != 'F'; });
    if (r.klasse == 'F' && weaker) return "a rule of class F cannot wait for" + message + ", which is no error";
    return {};
  }
  bool const before = std::any_of(rules_->data(), &r, has);
  return before ? std::string() : "no rule before this one has" + message;
}

void rule_compiler::check_not_after(rule_text const& r) {
  for (rule_word const& w : words_of(r.not_after)) {
    bool const number = w.text.size() <= 4 && codec::is_digits(w.text);
    bool const known = number && std::any_of(rules_->begin(), rules_->end(), [&](rule_text const& other) {
      return other.step == r.step && other.number == codec::number(w.text);
    });
    if (!number)
      wrong(r, r.not_after, w.at, "expected message numbers");
    else if (!known)
      wrong(r, r.not_after, w.at, "no rule of this step has message " + std::string(w.text));
    else if (codec::number(w.text) == r.number)
      wrong(r, r.not_after, w.at, "a rule cannot wait for its own message");
    else if (auto why = waits_in_vain(r, static_cast<unsigned>(codec::number(w.text))); !why.empty())
      wrong(r, r.not_after, w.at, std::move(why));
  }
}

/// Whether a later rule says nothing that an earlier one has not said: it is about the same, under the same
/// condition. Of two of class F about a field the second is not even looked at.
bool rule_compiler::hides(rule_text const& earlier, rule_text const& later) const {
  bool const stops = earlier.klasse == 'F' && later.step == 'D' && !earlier.felt.text().empty();
  bool const always = earlier.from <= later.from &&
                      (earlier.to == no_limit || (later.to != no_limit && later.to <= earlier.to));
  return earlier.step == later.step && (stops || earlier.number == later.number) && always &&
         covers(earlier.events, later.events) && covers(earlier.groups, later.groups) &&
         covers(earlier.felt, later.felt) && plain(earlier.condition.text()) == plain(later.condition.text());
}

void rule_compiler::check_reached(std::size_t at) {
  rule_text const& r = (*rules_)[at];
  if (r.to != no_limit && r.to < r.from)
    wrong(r, row::VALID_TO.offset + 1, "the rule is never reached: it ends before it begins");
  for (std::size_t i = 0; i < at; ++i)
    if (rule_text const& other = (*rules_)[i]; hides(other, r))
      return wrong(r, r.condition, 0,
                   "the rule is never reached: " + other.rule + " in row " + std::to_string(other.row) +
                       " has the same condition");
}

}  // namespace samspil::rules
