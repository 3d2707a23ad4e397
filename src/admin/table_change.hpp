// A table's next version, or one taken back: looked at as a whole, in force in one step.
#pragma once

#include <functional>
#include <optional>

#include "admin/context.hpp"
#include "admin/table_agreement.hpp"

namespace samspil::admin {

/// A table as commands name it.
struct table_kind {
  store::reference kind;
  std::string_view name;  ///< "rules", "groups", "codes", "messages"
};

/// The first day (yyyyMMdd) on which a new version is compared with the other tables: its start, or `today` when that
/// is later. What is in force before is as it was.
std::string looked_at_from(transaction::table_version const& next, std::string_view today);
/// What is wrong with a version as the newest of its kind: in its rows, and in what would be in force together from
/// `today` (yyyyMMdd) on. A finding that stands in no row of the file has the row behind its last one.
rules::rule_findings findings_of(store::read_scope const& scope, table_kind const& what, table_set tables,
                                 transaction::table_version const& next, std::string_view today);

/// Why a change does not come about: a line for the messages, and the findings of a file if it is at fault.
struct change_refusal {
  std::string text;
  rules::rule_findings findings{};
};

/// Puts versions of a kind in place of those in the database with the audit row `entry()`. `change` makes the new ones
/// of the present ones, or says why not; nobody else changes a table, or gives a user a group, between its look and the
/// step: a refusal when a user got one all the same, store::error when somebody is about a table.
std::optional<change_refusal> change_tables(
    context const& with, table_kind const& what,
    std::function<std::optional<change_refusal>(store::read_scope const&, table_set&)> const& change,
    std::function<store::audit_entry()> const& entry);

}  // namespace samspil::admin
