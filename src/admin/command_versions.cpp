// check, load, rollback, versions (list of rules) and show: the tables of rules, groups and texts and their versions.
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "admin/encoding.hpp"
#include "admin/functions.hpp"
#include "admin/report.hpp"
#include "admin/rule_findings.hpp"
#include "admin/table_change.hpp"
#include "admin/table_check.hpp"
#include "admin/table_file.hpp"
#include "admin/user_report.hpp"
#include "admin/values.hpp"

namespace samspil::admin {
namespace {

using store::reference;
using transaction::table_version;
using counts = std::vector<std::pair<std::string, std::string>>;

/// By the command's first word, and KIND of texts.
value_result<table_kind> kind_of(context const& with, arguments const& given) {
  if (with.command.starts_with("rules ")) return table_kind{reference::rules, "rules"};
  if (with.command.starts_with("groups ")) return table_kind{reference::groups, "groups"};
  if (given.value("KIND") == "codes") return table_kind{reference::texts, "codes"};
  if (given.value("KIND") == "messages") return table_kind{reference::messages, "messages"};
  return wrong_value("KIND", "expected codes or messages");
}

std::string today(context const& with) { return date8(with.time.business_date()); }

std::string start_text(std::string_view day) { return day == "00000000" ? "always" : day_text(day); }

std::string state_of(table_version const& one, table_version const* in_force, std::string const& day) {
  if (one.withdrawn) return "withdrawn";
  if (&one == in_force) return "in force";
  return one.from > day ? "ahead" : "before";
}

/// "version 2 from 2026-03-10"; texts say which.
std::string note_of(context const& with, table_kind const& what, std::string const& version) {
  return (with.command.starts_with("texts ") ? std::string(what.name) + " " : "") + "version " + version;
}

int show_version(context const& with, table_version const& one, std::string_view done) {
  if (with.json)
    write_json(with.out, boost::json::object{{"version", one.number}, {"from", start_text(one.from)}, {"done", done}});
  else
    with.out << pairs_text({{"version", std::to_string(one.number)}, {"from", start_text(one.from)},
                            {"done", std::string(done)}});
  return status::ok;
}

/// What a table that holds has in it.
counts counts_of(table_kind const& what, std::string const& text) {
  if (what.kind != reference::rules) return table_counts(what.kind, text);
  rules::rule_findings none;
  return {{"rules", std::to_string(rules::read_rules(rules::rule_lines(text), none).size())}};
}

table_version next_of(context const& with, std::vector<table_version> const& all, std::string from, std::string text) {
  return {all.empty() ? 1 : all.back().number + 1, std::move(from), local_digits(with.time.now()), with.who.name, false,
          std::move(text)};
}

int not_done(context const& with, arguments const& given, change_refusal const& why) {
  if (!why.findings.empty()) write_findings(with, given.value("FILE"), why.findings);
  return refuse(with, why.text);
}

}  // namespace

int table_check(context const& with, arguments const& given) {
  auto const what = kind_of(with, given);
  if (!what) return fail(with, status::usage, what.error().text);
  auto text = read_table(with, given.value("FILE"));
  if (!text) return fail(with, text.error().exit_status, text.error().text);
  auto const findings = with.db().with_read([&](store::read_scope const& scope) {
    table_set const tables = read_tables(scope);
    return findings_of(scope, *what, tables, next_of(with, tables.at(what->kind), today(with), *text), today(with));
  });
  if (!findings.empty() || with.json) write_findings(with, given.value("FILE"), findings);
  if (!findings.empty()) return status::refused;
  counts lines = counts_of(*what, *text);
  lines.emplace_back("findings", "0");
  if (!with.json) with.out << pairs_text(lines);
  return status::ok;
}

int table_load(context const& with, arguments const& given) {
  auto const what = kind_of(with, given);
  if (!what) return fail(with, status::usage, what.error().text);
  std::string from = today(with);
  if (given.has("--from")) {
    auto const day = date_value("--from", given.value("--from"));
    if (!day) return fail(with, status::usage, day.error().text);
    from = date8(*day);
  }
  auto text = read_table(with, given.value("FILE"));
  if (!text) return fail(with, text.error().exit_status, text.error().text);
  table_version next;
  auto const refused = change_tables(
      with, *what,
      [&](store::read_scope const& scope, table_set& tables) -> std::optional<change_refusal> {
        next = next_of(with, tables.at(what->kind), from, *text);
        auto findings = findings_of(scope, *what, tables, next, today(with));
        if (!findings.empty())
          return change_refusal{"the table was not loaded: " + std::to_string(findings.size()) + " findings", findings};
        tables.at(what->kind).push_back(next);
        return std::nullopt;
      },
      [&] {
        return audit_entry_of(with, note_of(with, *what, std::to_string(next.number) + " from " + start_text(from)));
      });
  if (refused) return not_done(with, given, *refused);
  auto const [name, count] = counts_of(*what, *text).front();
  return show_version(with, next, "loaded, " + count + " " + name);
}

int table_rollback(context const& with, arguments const& given) {
  auto const what = kind_of(with, given);
  if (!what) return fail(with, status::usage, what.error().text);
  table_version withdrawn;
  auto const refused = change_tables(
      with, *what,
      [&](store::read_scope const& scope, table_set& tables) -> std::optional<change_refusal> {
        std::size_t standing = 0;
        table_version* newest = nullptr;
        for (table_version& one : tables.at(what->kind))
          if (!one.withdrawn) newest = &one, ++standing;
        if (standing < 2) return change_refusal{"there is no earlier version to go back to"};
        newest->withdrawn = true;
        withdrawn = *newest;
        auto const wrong = disagreements(scope, tables, today(with));
        if (wrong.empty()) return std::nullopt;
        return change_refusal{"the version before does not go with the other tables: " + wrong.front().text()};
      },
      [&] { return audit_entry_of(with, note_of(with, *what, std::to_string(withdrawn.number) + " withdrawn")); });
  if (refused) return not_done(with, given, *refused);
  return show_version(with, withdrawn, "withdrawn");
}

int table_versions(context const& with, arguments const& given) {
  auto const what = kind_of(with, given);
  if (!what) return fail(with, status::usage, what.error().text);
  auto const all =
      with.db().with_read([&](store::read_scope const& scope) { return read_tables(scope).at(what->kind); });
  table_version const* const now = transaction::version_in_force(all, today(with));
  columns table({"VERSION", "FROM", "STATE", "LOADED", "BY"});
  boost::json::array list;
  for (table_version const& one : all) {
    std::string const state = state_of(one, now, today(with));
    table.add({std::to_string(one.number), start_text(one.from), state, time_text(one.loaded), to_terminal(one.by)});
    list.push_back(boost::json::object{{"version", one.number},
                                       {"from", start_text(one.from)},
                                       {"state", state},
                                       {"loaded", time_text(one.loaded)},
                                       {"by", to_utf8(one.by)}});
  }
  if (with.json)
    write_json(with.out, list);
  else
    with.out << table.text();
  return status::ok;
}

int table_show(context const& with, arguments const& given) {
  auto const what = kind_of(with, given);
  if (!what) return fail(with, status::usage, what.error().text);
  auto const all =
      with.db().with_read([&](store::read_scope const& scope) { return read_tables(scope).at(what->kind); });
  table_version const* wanted = transaction::version_in_force(all, today(with));
  if (given.has("--version-number")) {
    auto const number = number_value("--version-number", given.value("--version-number"), 1, 999'999'999);
    if (!number) return fail(with, status::usage, number.error().text);
    wanted = nullptr;
    for (table_version const& one : all)
      if (one.number == *number) wanted = &one;
  }
  if (wanted == nullptr) return refuse(with, "there is no such version");
  if (with.json)
    write_json(with.out, boost::json::object{{"version", wanted->number}, {"text", to_utf8(wanted->text)}});
  else
    with.out << to_utf8(wanted->text);
  return status::ok;
}

}  // namespace samspil::admin
