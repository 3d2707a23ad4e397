// The tables that administrators load, and whether they go together: rules name groups and messages, users have groups,
// the program itself says messages and looks codes up.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "rules/rule_row.hpp"
#include "store/read_scope.hpp"
#include "transaction/table_versions.hpp"

namespace samspil::admin {

/// All versions of rules, groups, texts and messages.
using table_set = std::map<store::reference, std::vector<transaction::table_version>>;
table_set read_tables(store::read_scope const& scope);

struct disagreement {
  unsigned rules_version = 0;   ///< the rules in which the finding stands; 0: it stands in no file
  rules::rule_finding what;

  /// "rules version 2, row 12, column 95: X7116: no text of message 7116".
  std::string text() const;
};
/// What does not go together on `today` (yyyyMMdd) or a day after it, each thing once. Each kind must have a standing
/// version, whose rows by themselves hold.
std::vector<disagreement> disagreements(store::read_scope const& scope, table_set const& tables,
                                        std::string_view today);

}  // namespace samspil::admin
