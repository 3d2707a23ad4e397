// rules test: tables of cases against the register and the rules in force, or rules that are being prepared.
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <algorithm>
#include <iterator>
#include <set>

#include "admin/encoding.hpp"
#include "admin/functions.hpp"
#include "admin/report.hpp"
#include "admin/rule_findings.hpp"
#include "admin/table_file.hpp"
#include "rec/rules.hpp"
#include "rules/case_row.hpp"
#include "rules/shipped_rules.hpp"
#include "transaction/store_source.hpp"

namespace samspil::admin {
namespace {

using rules::case_message;

struct case_table {
  std::string name;
  std::vector<rules::rule_case> cases;
};

/// A case that got something else than it expects.
struct difference {
  std::string const* table;
  rules::rule_case const* of;
  std::vector<case_message> actual;
};

std::vector<std::pair<std::string, std::string>> shipped_texts() {
  std::vector<std::pair<std::string, std::string>> out;
  for (rules::shipped_case_table const& one : rules::shipped_cases()) out.emplace_back(one.name, one.text);
  return out;
}

/// Security groups that the register has not.
rules::rule_findings unknown_groups(std::vector<rules::rule_case> const& cases, rules::tables const& with) {
  rules::rule_findings out;
  for (rules::rule_case const& c : cases)
    if (!with.groups.knows(c.event.who.group))
      out.push_back({c.row, rec::CASE_ROW::SECURITY_GROUP.offset + 1, c.name,
                     "no security group " + c.event.who.group});
  return out;
}

class run {
 public:
  run(context const& with, std::shared_ptr<rules::rule_table const> prepared)
      : with_(with), prepared_(std::move(prepared)) {}

  /// What the case gets, in the register as it is now.
  std::vector<case_message> messages(rules::rule_case const& c) {
    return with_.db().with_read([&](store::read_scope const& scope) {
      auto const around = worlds_.of(scope);
      transaction::store_source source(scope, *around);
      rules::tables const& now = around->tables(c.event.day);
      if (prepared_ != nullptr && (&now != of_ || around != around_)) {
        around_ = around;
        of_ = &now;
        tables_ = now;
        tables_.rules = prepared_;
      }
      auto const given = rules::messages_of(try_event(c.event, prepared_ == nullptr ? now : tables_, source));
      std::string_view const pnr = codec::view<rec::INIT_ANMODNING>(c.event.keys)[rec::INIT_ANMODNING::PNR];
      if (codec::is_digits(pnr)) persons_.emplace(pnr);
      for (std::string& other : source.persons_read(pnr)) others_.insert(std::move(other));
      return given;
    });
  }
  /// Who the cases were about, and behind them whom the rules looked at besides; each once, ascending.
  std::vector<std::string> persons() const {
    std::vector<std::string> out(persons_.begin(), persons_.end());
    std::set_difference(others_.begin(), others_.end(), persons_.begin(), persons_.end(), std::back_inserter(out));
    return out;
  }

 private:
  context const& with_;
  std::shared_ptr<rules::rule_table const> prepared_;
  std::set<std::string, std::less<>> persons_;
  std::set<std::string, std::less<>> others_;
  transaction::world_cache worlds_;
  std::shared_ptr<transaction::world const> around_;
  rules::tables const* of_ = nullptr;  ///< of that world: whose groups and texts `tables_` has
  rules::tables tables_;
};

std::string lines_of(std::string_view title, std::vector<case_message> const& list) {
  std::string out = "  " + padded(title, 10) + (list.empty() ? "no message\n" : "");
  for (case_message const& m : list) out += (&m == &list.front() ? "" : std::string(12, ' ')) + m.text() + "\n";
  return out;
}

boost::json::array as_json(std::vector<case_message> const& list) {
  boost::json::array out;
  for (case_message const& m : list)
    out.push_back(boost::json::object{{"step", std::string(1, m.step)},
                                      {"number", m.number},
                                      {"class", std::string(1, m.klasse)},
                                      {"felt", m.felt},
                                      {"occurrence", m.occurrence}});
  return out;
}

void write(context const& with, std::size_t cases, std::vector<difference> const& found) {
  if (with.json) {
    boost::json::array list;
    for (difference const& d : found)
      list.push_back(boost::json::object{{"table", *d.table},
                                         {"row", d.of->row},
                                         {"case", to_utf8(d.of->name)},
                                         {"expected", as_json(d.of->expected)},
                                         {"actual", as_json(d.actual)}});
    return write_json(with.out,
                      boost::json::object{{"cases", cases}, {"differ", found.size()}, {"differences", list}});
  }
  for (difference const& d : found)
    with.out << to_terminal(*d.table) << ": row " << d.of->row << ": " << to_terminal(d.of->name) << " differs\n"
             << lines_of("expected", d.of->expected) << lines_of("actual", d.actual);
  with.out << pairs_text({{"cases", std::to_string(cases)}, {"differ", std::to_string(found.size())}});
}

}  // namespace

int rules_test(context const& with, arguments const& given) {
  rules::tables const known = with.db().with_read(
      [&](store::read_scope const& scope) { return transaction::world(scope).tables(with.time.business_date()); });
  std::shared_ptr<rules::rule_table const> prepared;
  if (given.has("--rules")) {
    auto const text = read_table(with, given.value("--rules"));
    if (!text) return fail(with, text.error().exit_status, text.error().text);
    rules::rule_findings findings;
    auto table = rules::rule_table::load(rules::rule_lines(*text), &known, findings);
    if (!table) {
      write_findings(with, given.value("--rules"), findings);
      return status::usage;
    }
    prepared = std::make_shared<rules::rule_table const>(*std::move(table));
  }
  std::vector<std::pair<std::string, std::string>> texts;
  for (std::string const& name : given.values("FILE")) {
    auto text = read_table(with, name);
    if (!text) return fail(with, text.error().exit_status, text.error().text);
    texts.emplace_back(name, *std::move(text));
  }
  if (texts.empty()) texts = shipped_texts();

  std::vector<case_table> tables;
  std::size_t total = 0;
  for (auto const& [name, text] : texts) {
    rules::rule_findings findings;
    case_table& table = tables.emplace_back(case_table{name, rules::read_cases(rules::rule_lines(text), findings)});
    for (rules::rule_finding& one : unknown_groups(table.cases, known)) findings.push_back(std::move(one));
    std::stable_sort(findings.begin(), findings.end(), [](auto const& a, auto const& b) { return a.row < b.row; });
    if (!findings.empty()) {
      write_findings(with, name, findings);
      return status::usage;
    }
    total += table.cases.size();
  }

  run now(with, prepared);
  std::vector<difference> found;
  std::size_t done = 0;
  bool cancelled = false;
  for (case_table const& table : tables)
    for (rules::rule_case const& c : table.cases) {
      cancelled = cancelled || !with.shown.update("testing", done++, total, "cases");
      if (cancelled) break;
      auto actual = now.messages(c);
      if (actual != c.expected) found.push_back({&table.name, &c, std::move(actual)});
    }
  with.shown.clear();
  // In the log before anything is shown, also of a run that was cancelled.
  if (auto const persons = now.persons(); !persons.empty()) audit_look_up(with, persons, "RULES");
  if (cancelled) return refuse(with, "cancelled");
  write(with, total, found);
  return found.empty() ? status::ok : status::refused;
}

}  // namespace samspil::admin
