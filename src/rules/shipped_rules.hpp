// The rule tables that come with the program, and their cases: records/rules, built into the
// library (samspil-embed); the rules are compiled when they are first asked for.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace samspil::rules {

class rule_table;

/// Their rows in the order of the answer: of the keys, then of the data.
std::vector<std::string> shipped_rule_rows();
std::shared_ptr<rule_table const> const& shipped_rules();

/// A table of cases that comes with the program (records/rules/cases), for the shipped rules and demo register.
struct shipped_case_table {
  std::string_view name;  ///< "keys.cases"
  std::string_view text;
};
/// By name.
std::vector<shipped_case_table> shipped_cases();

}  // namespace samspil::rules
