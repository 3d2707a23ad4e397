// The shipped rule table, compiled once.
#pragma once

#include <stdexcept>

#include "rules/rule_table.hpp"
#include "scene.hpp"

namespace samspil::test {

/// The rows of records/rules in the order of the answer.
inline std::vector<std::string> shipped_rule_rows() {
  std::vector<std::string> rows;
  for (char const* file : {"rules/keys.txt", "rules/data.txt"})
    for (std::string& one : shipped_rows(file, 0)) rows.push_back(std::move(one));
  return rows;
}

inline rules::rule_table const& shipped_rules() {
  static rules::rule_table const all = [] {
    rules::rule_findings findings;
    auto table = rules::rule_table::load(shipped_rule_rows(), shipped_tables(), findings);
    if (!table) throw std::logic_error(findings.front().text());
    return *std::move(table);
  }();
  return all;
}

}  // namespace samspil::test
