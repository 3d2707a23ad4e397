// What is wrong in a file of a table, for people and programs.
#pragma once

#include <string_view>

#include "admin/context.hpp"
#include "rules/rule_row.hpp"

namespace samspil::admin {

/// A line for each finding: `source: row 12, column 95: K7010: what`
/// (JSON: {"findings":[{"row","column","rule","text"}]}).
void write_findings(context const& with, std::string_view source, rules::rule_findings const& findings);

}  // namespace samspil::admin
