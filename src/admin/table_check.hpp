// What is wrong in a file of groups, texts of codes or texts of messages, taken by itself (layouts/tables.cpy).
#pragma once

#include <string_view>
#include <vector>

#include "rules/rule_row.hpp"
#include "store/reference.hpp"

namespace samspil::admin {

/// Every defect with row and column, in the order of the rows: a row that is too long or empty, characters that are
/// none, codes that the program does not know, two rows of one key, a group without its scope, a text without Danish.
/// Lines with `*` in column 1 are comments.
rules::rule_findings check_table_rows(store::reference kind, std::string_view text);

/// Counts for people: names with numbers ("texts" "190").
std::vector<std::pair<std::string, std::string>> table_counts(store::reference kind, std::string_view text);

}  // namespace samspil::admin
