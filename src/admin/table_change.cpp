#include "admin/table_change.hpp"

#include "admin/table_check.hpp"
#include "base/date.hpp"
#include "store/error.hpp"

namespace samspil::admin {

using store::reference;
using transaction::table_version;

std::string looked_at_from(table_version const& next, std::string_view today) {
  return std::max(next.from, std::string(today));
}

rules::rule_findings findings_of(store::read_scope const& scope, table_kind const& what, table_set tables,
                                 table_version const& next, std::string_view today) {
  rules::rule_findings out;
  // The rows of rules are read where they are compared with the other tables.
  if (what.kind != reference::rules) out = check_table_rows(what.kind, next.text);
  if (!out.empty()) return out;
  tables[what.kind].push_back(next);
  std::size_t const end = rules::rule_lines(next.text).size() + 1;
  for (disagreement& one : disagreements(scope, tables, looked_at_from(next, today))) {
    if (what.kind == reference::rules && one.rules_version == next.number)
      out.push_back(std::move(one.what));
    else if (what.kind != reference::rules)
      out.push_back({end, 1, "", one.text()});
  }
  return out;
}

std::optional<change_refusal> change_tables(
    context const& with, table_kind const& what,
    std::function<std::optional<change_refusal>(store::read_scope const&, table_set&)> const& change,
    std::function<store::audit_entry()> const& entry) {
  std::vector<store::reference_load> others;  // begun and let go: nobody loads them meanwhile
  for (auto const kind : {reference::rules, reference::groups, reference::texts, reference::messages})
    if (kind != what.kind) others.push_back(with.db().begin_reference(kind));
  store::reference_load load = with.db().begin_reference(what.kind);
  table_set tables;
  std::size_t before = 0;
  auto const refused = with.db().with_read([&](store::read_scope const& scope) {
    tables = read_tables(scope);
    before = tables.at(what.kind).size();
    return change(scope, tables);
  });
  if (refused) return refused;
  std::string const today = date8(with.time.business_date());
  auto const& changed = tables.at(what.kind);
  std::string const from = changed.size() > before ? looked_at_from(changed.back(), today) : today;
  bool overtaken = false;
  try {
    transaction::store_table_versions(load, changed, entry(), [&](store::write_scope& scope) {
      overtaken = what.kind == reference::groups && !disagreements(scope, tables, from).empty();
      if (overtaken) throw store::error("a user got a group meanwhile");  // undoes the step
    });
  } catch (store::error const&) {
    if (!overtaken) throw;
    return change_refusal{"a user got a group meanwhile that the new table has not; nothing was done: try again"};
  }
  return std::nullopt;
}

}  // namespace samspil::admin
