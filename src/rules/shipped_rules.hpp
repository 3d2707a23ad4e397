// The rule tables that come with the program: records/rules, built into the
// library (samspil-embed), compiled when they are first asked for.
#pragma once

#include <memory>
#include <string>
#include <vector>

namespace samspil::rules {

class rule_table;

/// Their rows in the order of the answer: of the keys, then of the data.
std::vector<std::string> shipped_rule_rows();
std::shared_ptr<rule_table const> const& shipped_rules();

}  // namespace samspil::rules
