#include "rules/checks.hpp"

#include <stdexcept>

#include "rules/rule_table.hpp"

namespace samspil::rules {
namespace {

rule_table const& rules_of(tables const& all) {
  if (all.rules == nullptr) throw std::logic_error("tables without rules");
  return *all.rules;
}

}  // namespace

messages check_keys(key_facts const& facts, std::span<unsigned const> without) {
  return rules_of(facts.table).check_keys(facts, without);
}

messages check_caller(key_facts const& facts) { return rules_of(facts.table).check_caller(facts); }

messages check_data(data_facts const& facts) { return rules_of(facts.keys.table).check_data(facts); }

}  // namespace samspil::rules
