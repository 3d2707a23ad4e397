// rules explain: which rules fire for an event record, and on what they saw.
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "admin/encoding.hpp"
#include "admin/functions.hpp"
#include "admin/report.hpp"
#include "admin/table_file.hpp"
#include "admin/values.hpp"
#include "rec/sams_init.hpp"
#include "rules/rule_trial.hpp"
#include "transaction/store_source.hpp"
#include "transaction/world.hpp"

namespace samspil::admin {
namespace {

constexpr std::size_t keys_length = rec::INIT_ANMODNING::length, data_length = 400;

/// Who reports, and when.
struct circumstances {
  std::string group = "KOMMUNE";
  std::string mynkod;  ///< blank: KOMKOD of the keys
  date day{};
  bool clear = false;
};

value_result<circumstances> circumstances_of(context const& with, arguments const& given) {
  circumstances out;
  out.day = with.time.business_date();
  out.clear = given.has("--clear");
  if (given.has("--group")) out.group = given.value("--group");
  if (given.has("--authority")) {
    out.mynkod = given.value("--authority");
    if (out.mynkod.size() != 4 || !codec::is_digits(out.mynkod)) return wrong_value("--authority", "expected 4 digits");
  }
  if (given.has("--date")) {
    auto const day = date_value("--date", given.value("--date"));
    if (!day) return day.error();
    out.day = *day;
  }
  return out;
}

struct explained {
  std::shared_ptr<rules::rule_table const> table;  ///< which the explanation points into
  rules::explanation why;
  std::vector<std::string> others;  ///< whom the rules looked at besides the person of the keys
};

explained explain(store::read_scope const& scope, std::string_view record, circumstances const& how) {
  transaction::world const around(scope);
  transaction::store_source source(scope, around);
  codec::view<rec::INIT_ANMODNING> const keys(record);
  rules::trial_event event{.keys = std::string(record.substr(0, keys_length)),
                           .data = std::string(record.substr(keys_length, data_length)),
                           .who = {"0000", "", how.group, how.mynkod, "en", 0},
                           .day = how.day,
                           .supposed = {}};
  if (how.mynkod.empty()) event.who.mynkod = keys[rec::INIT_ANMODNING::KOMKOD];
  rules::tables const& tables = around.tables(how.day);
  explained out;
  out.table = tables.rules;
  out.why.clear = how.clear;
  rules::try_event(event, tables, source, &out.why);
  out.others = source.persons_read(keys[rec::INIT_ANMODNING::PNR]);
  return out;
}

std::string one_line(std::string const& condition) {
  std::string out;
  for (char const c : condition)
    if (c != '\n')
      out += c;
    else
      out += ' ';
  return out;
}

void write_text(context const& with, std::size_t number, explained const& e) {
  with.out << "record " << number << ": " << (e.why.fired.empty() ? "no rule fired" : "") << "\n";
  for (rules::fired_rule const& f : e.why.fired) {
    with.out << "  " << f.rule->number << " " << f.rule->klasse << " " << f.felt
             << (f.occurrence == 0 ? "" : "/" + std::to_string(f.occurrence)) << "  rule " << f.rule->rule << ", row "
             << f.rule->row << "\n    when " << to_terminal(one_line(f.rule->condition.text())) << "\n";
    for (auto const& [name, value] : f.trace.saw)
      with.out << "    saw " << to_terminal(name) << " = " << to_terminal(codec::trimmed(value)) << "\n";
  }
}

boost::json::object as_json(std::size_t number, explained const& e) {
  boost::json::array fired;
  for (rules::fired_rule const& f : e.why.fired) {
    boost::json::object saw;
    for (auto const& [name, value] : f.trace.saw) saw[to_utf8(name)] = to_utf8(codec::trimmed(value));
    fired.push_back(boost::json::object{{"number", f.rule->number},
                                        {"class", std::string(1, f.rule->klasse)},
                                        {"felt", f.felt},
                                        {"occurrence", f.occurrence},
                                        {"rule", f.rule->rule},
                                        {"row", f.rule->row},
                                        {"condition", to_utf8(one_line(f.rule->condition.text()))},
                                        {"saw", saw}});
  }
  return {{"record", number}, {"fired", fired}};
}

/// A look-up of the person and of whom the rules looked at for it, in the log before anything is shown.
void log_look_up(context const& with, std::string_view record, std::vector<std::string> persons) {
  codec::view<rec::INIT_ANMODNING> const keys(record);
  std::string_view const pnr = keys[rec::INIT_ANMODNING::PNR];
  if (codec::is_digits(pnr)) persons.emplace(persons.begin(), pnr);
  audit_look_up(with, persons, "RULES");
}

}  // namespace

int rules_explain(context const& with, arguments const& given) {
  auto const how = circumstances_of(with, given);
  if (!how) return fail(with, status::usage, how.error().text);
  auto const bytes = read_table(with, given.value("FILE"));
  if (!bytes) return fail(with, bytes.error().exit_status, bytes.error().text);
  boost::json::array all;
  std::size_t number = 0;
  for (std::string record : rules::rule_lines(*bytes)) {
    ++number;
    if (record.empty() || record.front() == '*') continue;
    if (record.size() > keys_length + data_length)
      return fail(with, status::usage, "record " + std::to_string(number) + ", byte " +
                                           std::to_string(keys_length + data_length + 1) + ": expected its end");
    record.resize(keys_length + data_length, ' ');
    auto const e =
        with.db().with_read([&](store::read_scope const& scope) { return explain(scope, record, *how); });
    log_look_up(with, record, e.others);
    if (with.json)
      all.push_back(as_json(number, e));
    else
      write_text(with, number, e);
  }
  if (with.json) write_json(with.out, all);
  return status::ok;
}

}  // namespace samspil::admin
