#include "rules/rule_compiler.hpp"

#include <algorithm>

#include "rules/condition_constant.hpp"
#include "rules/words.hpp"

namespace samspil::rules {
namespace {

constexpr std::string_view keys_record = "INIT-ANMODNING";

std::vector<unsigned> numbers_of(rule_cell const& cell) {
  std::vector<unsigned> out;
  for (rule_word const& w : words_of(cell))
    if (w.text.size() <= 4 && codec::is_digits(w.text)) out.push_back(static_cast<unsigned>(codec::number(w.text)));
  return out;
}

bool asks_for_caller(program const& condition) {
  return std::any_of(condition.steps.begin(), condition.steps.end(), [](step const& s) {
    if (s.what == operation::fact_truth) return s.name == fact::permitted;
    return s.what == operation::fact_text &&
           (s.name == fact::group || s.name == fact::scope || s.name == fact::mynkod);
  });
}

}  // namespace

std::vector<std::string> const& known_events() {
  static std::vector<std::string> const all = [] {
    std::vector<std::string> out;
    for (char const* code : {"FLY", "UDR", "NAB", "LVB", "MFB", "KRE", "KAD", "UAD", "SUA", "IND", "FSV", "GEN", "DOD",
                             "NVN", "CIV", "STB", "FKI", "FTR"})
      if (columns_of(std::string(code) + "-DATA")) out.emplace_back(code);
    return out;
  }();
  return all;
}

rule_compiler::rule_compiler(std::vector<rule_text> rules, tables const* with, rule_findings& findings)
    : rules_(std::make_shared<std::vector<rule_text> const>(std::move(rules))), with_(with), findings_(findings) {}

void rule_compiler::wrong(rule_text const& r, std::size_t column, std::string what) {
  findings_.push_back({r.row, column, r.rule, std::move(what)});
}

void rule_compiler::wrong(rule_text const& r, rule_cell const& cell, std::size_t at, std::string what) {
  auto const [row, column] = cell.place(at);
  rule_finding one{row, column, r.rule, std::move(what)};
  // The same condition is compiled for several fields and events: a defect is told once.
  if (std::find(findings_.begin(), findings_.end(), one) == findings_.end()) findings_.push_back(std::move(one));
}

rule_table rule_compiler::run() {
  out_.rules_ = rules_;
  if (rules_->empty() && findings_.empty() && with_ != nullptr)
    findings_.push_back({1, 1, "", "expected a rule: the table has none"});
  for (std::size_t i = 0; i < rules_->size(); ++i) {
    rule_text const& r = (*rules_)[i];
    check_words(r);
    check_number(r);
    check_not_after(r);
    r.step == 'K' ? add_keys(r) : add_data(r);
    check_reached(i);
  }
  order_keys();
  index_keys();
  std::stable_sort(findings_.begin(), findings_.end(), [](rule_finding const& a, rule_finding const& b) {
    return std::pair(a.row, a.column) < std::pair(b.row, b.column);
  });
  return std::move(out_);
}

bool rule_compiler::add(rule_text const& r, condition_scope const& scope, std::string_view felt, unsigned occurs,
                        std::vector<rule_table::compiled>& to) {
  auto made = compile_condition(r.condition.text(), scope);
  if (!made) {
    wrong(r, r.condition, made.error().at, made.error().what);
    return false;
  }
  if (std::string const why = never_holds(*made); !why.empty())
    wrong(r, r.condition, 0, "the rule is never reached: " + why);
  bool const has_place = with_ != nullptr && needs_value(with_->messages.find(r.number, "da"));
  if (has_place && made->saying == no_step)
    wrong(r, r.condition, 0, "the text of the message has a % and the condition says nothing for it");
  bool const for_everybody = r.groups.text() == "*";
  bool const about_caller = !for_everybody || asks_for_caller(*made);
  to.push_back({&r, r.number, r.klasse, static_cast<std::size_t>(&r - rules_->data()), numbers_of(r.not_after),
                for_everybody ? std::string() : r.groups.text(), r.from != no_limit || r.to != no_limit, about_caller,
                std::string(felt), occurs, std::move(*made)});
  return true;
}

void rule_compiler::add_keys(rule_text const& r) {
  auto const words = words_of(r.felt);
  if (words.size() > 1) return wrong(r, r.felt, words[1].at, "a rule about the keys has one field");
  std::string_view const felt = words.empty() ? std::string_view() : words[0].text;
  codec::column const* column = felt.empty() ? nullptr : find_column(keys_record, felt);
  if (column == nullptr && !felt.empty()) return wrong(r, r.felt, 0, "no field " + std::string(felt) + " in the keys");
  add(r, {.event = {}, .felt = column, .felt_of_keys = true}, felt, 0, out_.keys_);
}

/// The fields of an event that a word names, each with its own program; false when it names none.
bool rule_compiler::add_fields(rule_text const& r, std::string const& event, std::string_view word) {
  auto& to = out_.data_[event];
  if (codec::column const* key = find_column(keys_record, word); key != nullptr && key->name != "FILLER") {
    add(r, {.event = event, .felt = key, .felt_of_keys = true}, word, 0, to);
    return true;
  }
  bool found = false;
  std::string const data = event + "-DATA";
  auto const columns = columns_of(data);
  for (codec::column const& c : columns ? *columns : std::span<codec::column const>()) {
    bool const named = word == "*9" ? c.type == codec::kind::digits : word == "*X" ? c.type == codec::kind::text
                                                                                   : c.name == word;
    if (!named) continue;
    found = true;
    unsigned const occurs = c.count > 1 ? static_cast<unsigned>(c.count) : 0;
    if (!add(r, {.event = event, .felt = &c}, c.name, occurs, to)) break;
  }
  return found;
}

void rule_compiler::add_data(rule_text const& r) {
  auto const words = words_of(r.felt);
  std::vector<bool> found(words.size(), false);
  for (std::string const& event : known_events()) {
    if (!admits(r.events.text(), event)) continue;
    if (words.empty()) add(r, {.event = event}, "", 0, out_.data_[event]);
    auto& to = out_.data_[event];
    std::size_t const before = to.size();
    for (std::size_t i = 0; i < words.size(); ++i) found[i] = add_fields(r, event, words[i].text) || found[i];
    // Within a row the fields are looked at in the order of the layout.
    std::string const data = event + "-DATA";
    auto const offset = [&](rule_table::compiled const& c) {
      codec::column const* column = find_column(data, c.felt);
      return column == nullptr ? std::size_t{0} : column->offset;
    };
    std::stable_sort(to.begin() + static_cast<std::ptrdiff_t>(before), to.end(),
                     [&](auto const& a, auto const& b) { return offset(a) < offset(b); });
  }
  for (std::size_t i = 0; i < words.size(); ++i)
    if (!found[i] && words[i].text != "*9" && words[i].text != "*X")
      wrong(r, r.felt, words[i].at, "no field " + std::string(words[i].text) + " in the keys or DATA of its events");
}

/// Rules of class F first, each behind those whose messages it waits for; then the others.
void rule_compiler::order_keys() {
  auto& all = out_.keys_;
  std::stable_partition(all.begin(), all.end(), [](auto const& c) { return c.rule->klasse == 'F'; });
  std::vector<rule_table::compiled> sorted;
  while (!all.empty()) {
    auto const waits = [&](rule_table::compiled const& c) {
      return std::any_of(all.begin(), all.end(), [&](auto const& other) {
        return std::find(c.not_after.begin(), c.not_after.end(), other.rule->number) != c.not_after.end();
      });
    };
    auto const next = std::find_if_not(all.begin(), all.end(), waits);
    if (next == all.end()) {
      rule_text const& r = *all.front().rule;
      return wrong(r, r.not_after, 0, "rules wait for each other's messages");
    }
    sorted.push_back(std::move(*next));
    all.erase(next);
  }
  all = std::move(sorted);
}

/// Which of them an INIT has to look at.
void rule_compiler::index_keys() {
  auto& by_event = out_.keys_by_event_;
  for (rule_table::compiled const& c : out_.keys_)
    for (rule_word const& w : words_of(c.rule->events))
      if (w.text != "*") by_event.try_emplace(std::string(w.text));
  for (std::size_t place = 0; place < out_.keys_.size(); ++place) {
    std::string const& events = out_.keys_[place].rule->events.text();
    if (events == "*") out_.keys_of_every_event_.push_back(place);
    for (auto& [event, places] : by_event)
      if (admits(events, event)) places.push_back(place);
  }
}

std::optional<rule_table> rule_table::load(std::vector<std::string> const& rows, tables const* with,
                                           rule_findings& findings) {
  auto rules = read_rules(rows, findings);
  rule_table out = rule_compiler(std::move(rules), with, findings).run();
  if (!findings.empty()) return std::nullopt;
  return out;
}

rule_findings rule_table::check(std::vector<std::string> const& rows, tables const& with) {
  rule_findings findings;
  static_cast<void>(load(rows, &with, findings));
  return findings;
}

}  // namespace samspil::rules
