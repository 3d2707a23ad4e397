// rules check, load, rollback, list and show: the rule tables and their versions.
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "admin/encoding.hpp"
#include "admin/functions.hpp"
#include "admin/report.hpp"
#include "admin/rule_findings.hpp"
#include "admin/table_file.hpp"
#include "admin/user_report.hpp"
#include "admin/values.hpp"
#include "transaction/rule_versions.hpp"
#include "transaction/world.hpp"

namespace samspil::admin {
namespace {

using transaction::rule_version;

std::vector<rule_version> versions_of(context const& with) {
  return with.db().with_read([](store::read_scope const& scope) { return transaction::rule_versions(scope); });
}

std::string today(context const& with) { return date8(with.time.business_date()); }

std::string start_text(std::string_view day) { return day == "00000000" ? "always" : day_text(day); }

/// The table of a file, checked against the database's groups and texts: its findings, or how many rules it has.
struct checked_file {
  std::string text;
  rules::rule_findings findings;
  std::size_t rules = 0;
};

boost::system::result<checked_file, load_error> checked(context const& with, std::string_view source) {
  auto text = read_table(with, source);
  if (!text) return text.error();
  checked_file out;
  out.text = *std::move(text);
  with.db().with_read([&](store::read_scope const& scope) {
    transaction::world const around(scope);
    out.findings.clear();
    auto const table = rules::rule_table::load(rules::rule_lines(out.text), &around.tables(), out.findings);
    out.rules = table ? table->rules().size() : 0;
  });
  return out;
}

int show_version(context const& with, rule_version const& one, std::string_view done) {
  if (with.json)
    write_json(with.out, boost::json::object{{"version", one.number}, {"from", start_text(one.from)}, {"done", done}});
  else
    with.out << pairs_text({{"version", std::to_string(one.number)}, {"from", start_text(one.from)},
                            {"done", std::string(done)}});
  return status::ok;
}

std::string state_of(rule_version const& one, rule_version const* in_force, std::string const& day) {
  if (one.withdrawn) return "withdrawn";
  if (&one == in_force) return "in force";
  return one.from > day ? "ahead" : "before";
}

}  // namespace

int rules_check(context const& with, arguments const& given) {
  auto const file = checked(with, given.value("FILE"));
  if (!file) return fail(with, file.error().exit_status, file.error().text);
  if (!file->findings.empty() || with.json) write_findings(with, given.value("FILE"), file->findings);
  if (!file->findings.empty()) return status::refused;
  if (!with.json) with.out << pairs_text({{"rules", std::to_string(file->rules)}, {"findings", "0"}});
  return status::ok;
}

int rules_load(context const& with, arguments const& given) {
  std::string from = today(with);
  if (given.has("--from")) {
    auto const day = date_value("--from", given.value("--from"));
    if (!day) return fail(with, status::usage, day.error().text);
    from = date8(*day);
  }
  auto const file = checked(with, given.value("FILE"));
  if (!file) return fail(with, file.error().exit_status, file.error().text);
  if (!file->findings.empty()) {
    write_findings(with, given.value("FILE"), file->findings);
    return refuse(with, "the rules were not loaded: " + std::to_string(file->findings.size()) + " findings");
  }
  auto all = versions_of(with);
  rule_version next{all.empty() ? 1 : all.back().number + 1, from, local_digits(with.time.now()), with.who.name, false,
                    file->text};
  all.push_back(next);
  transaction::store_rule_versions(
      with.db(), all, audit_entry_of(with, "version " + std::to_string(next.number) + " from " + start_text(from)));
  return show_version(with, next, "loaded, " + std::to_string(file->rules) + " rules");
}

int rules_rollback(context const& with, arguments const&) {
  auto all = versions_of(with);
  std::size_t standing = 0;
  rule_version* newest = nullptr;
  for (rule_version& one : all)
    if (!one.withdrawn) newest = &one, ++standing;
  if (standing < 2) return refuse(with, "there is no earlier version to go back to");
  newest->withdrawn = true;
  transaction::store_rule_versions(with.db(), all,
                                   audit_entry_of(with, "version " + std::to_string(newest->number) + " withdrawn"));
  return show_version(with, *newest, "withdrawn");
}

int rules_list(context const& with, arguments const&) {
  auto const all = versions_of(with);
  rule_version const* const now = transaction::rules_in_force(all, today(with));
  columns table({"VERSION", "FROM", "STATE", "LOADED", "BY"});
  boost::json::array list;
  for (rule_version const& one : all) {
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

int rules_show(context const& with, arguments const& given) {
  auto const all = versions_of(with);
  rule_version const* wanted = transaction::rules_in_force(all, today(with));
  if (given.has("--version-number")) {
    auto const number = number_value("--version-number", given.value("--version-number"), 1, 999'999'999);
    if (!number) return fail(with, status::usage, number.error().text);
    wanted = nullptr;
    for (rule_version const& one : all)
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
