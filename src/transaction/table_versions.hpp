// Versions of the tables in the database (domain.md, "Rule tables"; operations.md): rules, groups, texts of codes and
// of messages. Each load is a version of its own with the business date on which it begins; one that was withdrawn
// stays for the saved events that carry its number.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "rules/rule_table.hpp"
#include "store/database.hpp"

namespace samspil::transaction {

struct table_version {
  unsigned number = 0;
  std::string from;    ///< yyyyMMdd; zeros: since ever
  std::string loaded;  ///< local time, 20 digits
  std::string by;      ///< account
  bool withdrawn = false;
  std::string text;    ///< the table's file
};

/// All versions of a kind (rules, groups, texts, messages), by number; a home made before tables had versions has
/// version 1. store::error for a row that is none.
std::vector<table_version> table_versions(store::read_scope const& scope, store::reference kind);
/// Puts these in place of those in the database, in one step, with `entry`'s audit row.
void store_table_versions(store::database& db, store::reference kind, std::vector<table_version> const& all,
                          store::audit_entry const& entry);
/// The same by a load that has been begun; `also` runs in its transaction, and an exception of it undoes all.
void store_table_versions(store::reference_load& load, std::vector<table_version> const& all,
                          store::audit_entry const& entry, std::function<void(store::write_scope&)> const& also = {});
/// The one that is in force on a business date (yyyyMMdd): the newest not withdrawn one that
/// begins then or before; before all of them the first. Null when there is none at all.
table_version const* version_in_force(std::vector<table_version> const& all, std::string_view day);
/// The rules of a version; store::error when the rows, which were checked when they were loaded, no longer hold.
std::shared_ptr<rules::rule_table const> compiled(table_version const& rules);
/// The rows of a table of groups or texts, at the full length of its record; comments aside.
std::vector<std::string> table_rows(store::reference kind, std::string_view text);

/// The rights, and the texts of codes, of the versions that are in force on a business date; empty without any.
rules::group_table groups_in_force(store::read_scope const& scope, date business_date);
rules::code_texts code_texts_in_force(store::read_scope const& scope, date business_date);

}  // namespace samspil::transaction
