#include "rules/rule_table.hpp"

#include <algorithm>

#include "rules/checks.hpp"
#include "rules/words.hpp"

namespace samspil::rules {
namespace {

bool has_number(messages const& list, std::vector<unsigned> const& numbers) {
  for (message const& m : list)
    if (std::find(numbers.begin(), numbers.end(), m.number) != numbers.end()) return true;
  return false;
}

bool has_error(messages const& list, std::string_view felt, unsigned occurrence) {
  for (message const& m : list)
    if (m.klasse == 'F' && m.felt == felt && m.occurrence == occurrence) return true;
  return false;
}

bool has_error_in(messages const& list, std::vector<std::string> const& fields) {
  for (message const& m : list)
    if (m.klasse == 'F' && !m.felt.empty() && std::find(fields.begin(), fields.end(), m.felt) != fields.end())
      return true;
  return false;
}

/// An event that no rule of class F stopped and that has no event, person or date all the same, or that the group may
/// not report: the table lacks a rule. What follows needs them, and default is deny (domain.md, "Security groups"), so
/// it is stopped here.
std::optional<message> missing(key_facts const& facts) {
  auto const refuse = [&](char const* rule, unsigned number, auto const& field) {
    return make_message(facts.table, facts.who, rule, number, 'F', field.name);
  };
  if (facts.event == nullptr) return refuse("K7001", 7001, rec::INIT_ANMODNING::HAENDELSE);
  if (facts.event_mode == '\0') return refuse("K0184", 184, rec::INIT_ANMODNING::HAENDELSE);
  if (facts.person == nullptr) return refuse("K0172", 172, rec::INIT_ANMODNING::PNR);
  if (!facts.event_date) return refuse("K0040", 40, rec::INIT_ANMODNING::HDTO);
  return std::nullopt;
}

}  // namespace

bool rule_table::in_force(compiled const& c, key_facts const& facts, std::string_view today) {
  rule_text const& r = *c.rule;
  if (c.dated && (today < r.from || (r.to != no_limit && r.to < today))) return false;
  return c.groups.empty() || has_word(c.groups, facts.scope()) || has_word(c.groups, facts.who.group);
}

std::vector<std::size_t> const& rule_table::keys_of(std::string_view event) const {
  auto const found = keys_by_event_.find(event);
  return found == keys_by_event_.end() ? keys_of_every_event_ : found->second;
}

std::optional<message> rule_table::said_by(compiled const& c, message_facts const& facts, key_facts const& keys,
                                           unsigned occurrence, explanation* why) {
  evaluation now(c.condition, facts, occurrence);
  if (!now.holds()) return std::nullopt;
  auto out = make_message(keys.table, keys.who, c.rule->rule, c.number, c.klasse, c.felt, occurrence, now.said());
  if (why == nullptr) return out;
  fired_rule& fired = why->fired.emplace_back(fired_rule{c.rule, c.felt, occurrence, {why->clear, {}}});
  evaluation again(c.condition, facts, occurrence, &fired.trace);
  static_cast<void>(again.holds());
  return out;
}

messages rule_table::check_keys(key_facts const& facts, std::span<unsigned const> without, explanation* why) const {
  messages out;
  std::vector<std::size_t> order;
  message_facts const seen(facts);
  std::string const today = date8(facts.business_date);
  std::size_t errors = 0;
  for (std::size_t const place : keys_of(facts.haendelse())) {
    compiled const& c = keys_[place];
    if (c.klasse != 'F' && errors != 0) break;  // they stand behind all of class F
    if (!in_force(c, facts, today) || has_number(out, c.not_after)) continue;
    if (std::find(without.begin(), without.end(), c.number) != without.end()) continue;
    auto fired = said_by(c, seen, facts, 0, why);
    if (!fired) continue;
    // The place in the answer is the rule's place in the table.
    auto const at = std::upper_bound(order.begin(), order.end(), c.order) - order.begin();
    order.insert(order.begin() + at, c.order);
    out.insert(out.begin() + at, std::move(*fired));
    errors += c.klasse == 'F' ? 1 : 0;
  }
  if (errors == 0)
    if (auto one = missing(facts)) return {*std::move(one)};
  return out;
}

messages rule_table::check_caller(key_facts const& facts) const {
  messages out;
  message_facts const seen(facts);
  std::string const today = date8(facts.business_date);
  for (std::size_t const place : keys_of(facts.haendelse())) {
    compiled const& c = keys_[place];
    if (c.klasse != 'F') break;  // they stand behind all of class F
    if (!c.about_caller || !in_force(c, facts, today) || has_number(out, c.not_after)) continue;
    if (auto fired = said_by(c, seen, facts, 0, nullptr)) out.push_back(*std::move(fired));
  }
  if (out.empty())
    if (auto one = missing(facts)) out.push_back(*std::move(one));
  return out;
}

messages rule_table::check_data(data_facts const& facts, explanation* why) const {
  messages out;
  auto const rules = data_.find(facts.keys.haendelse());
  if (rules == data_.end()) return out;
  message_facts const seen(facts.keys, &facts);
  std::string const today = date8(facts.keys.business_date);
  for (compiled const& c : rules->second) {
    if (!in_force(c, facts.keys, today) || has_number(out, c.not_after)) continue;
    for (unsigned i = c.occurs == 0 ? 0 : 1; i <= c.occurs; ++i) {
      // A message without FELT stops no other row.
      if ((!c.felt.empty() && has_error(out, c.felt, i)) || has_error_in(out, c.condition.reads)) continue;
      if (auto fired = said_by(c, seen, facts.keys, i, why)) out.push_back(std::move(*fired));
    }
  }
  return out;
}

}  // namespace samspil::rules
