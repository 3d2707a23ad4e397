// Versions of the rule tables in the database (domain.md, "Rule tables"): each
// load is a version of its own with the business date on which it begins; one
// that was withdrawn stays for the saved events that carry its number.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "rules/rule_table.hpp"
#include "store/database.hpp"

namespace samspil::transaction {

struct rule_version {
  unsigned number = 0;
  std::string from;    ///< yyyyMMdd; zeros: since ever
  std::string loaded;  ///< local time, 20 digits
  std::string by;      ///< account
  bool withdrawn = false;
  std::string text;    ///< the table's file
};

/// All versions, by number. store::error for a row that is none.
std::vector<rule_version> rule_versions(store::read_scope const& scope);
/// Puts these in place of those in the database, in one step, with `entry`'s audit row.
void store_rule_versions(store::database& db, std::vector<rule_version> const& all, store::audit_entry const& entry);
/// The one that is in force on a business date (yyyyMMdd): the newest not withdrawn one that
/// begins then or before; before all of them the first. Null when there is none at all.
rule_version const* rules_in_force(std::vector<rule_version> const& all, std::string_view day);
/// Compiled; store::error when the rows, which were checked when they were loaded, no longer hold.
std::shared_ptr<rules::rule_table const> compiled(rule_version const& one);

}  // namespace samspil::transaction
