// rules test, and the shipped tables of cases: all green, and every rule has cases that fire it and some that do not.
#include <boost/test/unit_test.hpp>

#include <map>
#include <set>

#include "home_fixture.hpp"
#include "rules/case_row.hpp"
#include "rules/shipped_rules.hpp"
#include "support/content_of.hpp"
#include "transaction/store_source.hpp"

using namespace samspil;
using namespace samspil::test;

namespace {

namespace fs = std::filesystem;

std::string const source = SAMSPIL_SOURCE;

struct demo_home : home_fixture {
  demo_home() : home_fixture(false) {
    must({"init"});
    for (std::string const kind : {"authorities", "roads", "persons"})
      must({"load", kind, source + "/records/demo/" + kind + ".txt"});
  }
};

/// A case of the demo register's Sigrid Bramholt; `data` and `message` begin in their columns.
std::string row(std::string const& name, std::string data, std::string const& message = {}) {
  data.resize(61, ' ');
  return name + std::string(13 - name.size(), ' ') +
         "D FLY 1403820308 20260310 0101 KOMMUNE  0101 20260310 " + data + message + "\n";
}

std::string const good = "VEJKOD=0112 HUSNR=022", bad = "VEJKOD=0113 HUSNR=022";

/// What the cases of one rule, or of one number, have shown.
struct seen {
  unsigned fired = 0, silent = 0;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(rule_cases)

BOOST_AUTO_TEST_CASE(the_shipped_cases_are_green_and_leave_no_rule_out) {
  demo_home h;
  auto const all = h.run({"rules", "test"});
  BOOST_TEST(all.exit_status == 0, all);

  std::map<std::string, seen> rules_seen;   // by REGELNR, in the cases that are named after it
  std::map<unsigned, seen> numbers_seen;    // in the cases of its rules
  std::map<std::string, unsigned> number_of;
  for (rules::rule_text const& r : rules::shipped_rules()->rules()) number_of[r.rule] = r.number;
  std::size_t cases = 0;
  h.look([&](store::read_scope const& scope) {
    transaction::world const around(scope);
    for (rules::shipped_case_table const& table : rules::shipped_cases()) {
      rules::rule_findings findings;
      for (rules::rule_case const& c : rules::read_cases(rules::rule_lines(table.text), findings)) {
        ++cases;
        std::string const of = c.name.substr(0, c.name.find('-'));
        if (!number_of.contains(of)) {
          BOOST_TEST(of == "ORDER", c.name);
          continue;
        }
        transaction::store_source reg(scope, around);
        rules::explanation why;
        rules::try_event(c.event, around.tables(c.event.day), reg, &why);
        bool fired = false, expected = false;
        for (rules::fired_rule const& f : why.fired) fired |= f.rule->rule == of;
        for (rules::case_message const& m : c.expected) expected |= m.number == number_of[of];
        ++(fired ? rules_seen[of].fired : rules_seen[of].silent);
        ++(expected ? numbers_seen[number_of[of]].fired : numbers_seen[number_of[of]].silent);
      }
      BOOST_TEST(findings.empty(), table.name);
    }
  });
  BOOST_TEST(cases > 500u);
  for (auto const& [rule, number] : number_of) {
    BOOST_TEST(rules_seen[rule].fired > 0u, rule);
    BOOST_TEST(rules_seen[rule].silent > 0u, rule);
    BOOST_TEST(numbers_seen[number].fired > 0u, number);
    BOOST_TEST(numbers_seen[number].silent > 0u, number);
  }
}

BOOST_AUTO_TEST_CASE(messages_that_need_a_session_or_a_save_have_dialogue_scripts) {
  std::set<std::string> answered;
  for (auto const& entry : fs::recursive_directory_iterator(source + "/tests/dialogues")) {
    if (entry.path().extension() != ".txt") continue;
    std::istringstream lines(content_of(entry.path()));
    for (std::string line; std::getline(lines, line);)
      for (std::string const number : {"7020A", "7022F", "7024F", "7025F", "7026F"})
        if (line.starts_with("< SAMS,") && line.find(number) != std::string::npos) answered.insert(number);
  }
  BOOST_TEST(answered.size() == 5u);
}

BOOST_AUTO_TEST_CASE(differences_are_said_and_counted) {
  demo_home h;
  std::string const table = h.file("some.cases", "* of a move\n" + row("A", good) + row("B", bad) +
                                                     row("C", bad, "D 7101 F VEJKOD") +
                                                     row("D", good, "D 7102 F HUSNR") +
                                                     row("E", bad, "D 7101 A VEJKOD"))
                                .string();
  auto const said = h.run({"rules", "test", table});
  BOOST_TEST(said.exit_status == 8);
  BOOST_TEST(said.out == table + ": row 3: B differs\n  expected  no message\n  actual    D 7101 F VEJKOD\n" +
                             table + ": row 5: D differs\n  expected  D 7102 F HUSNR\n  actual    no message\n" +
                             table + ": row 6: E differs\n  expected  D 7101 A VEJKOD\n  actual    D 7101 F VEJKOD\n" +
                             "cases   5\ndiffer  3\n");
  auto const json = h.run({"rules", "test", table, "--json"});
  BOOST_TEST(json.exit_status == 8);
  BOOST_TEST(json.out.starts_with(R"({"cases":5,"differ":3,"differences":[{"table":)"));
  BOOST_TEST(json.out.find(R"("row":3,"case":"B","expected":[],"actual":[{"step":"D","number":7101,"class":"F",)"
                           R"("felt":"VEJKOD","occurrence":0}]})") != std::string::npos);
  BOOST_TEST(h.last_audit().starts_with("tester|rules test|O|1403820308"), h.last_audit());

  std::string const right = h.file("right.cases", row("A", good)).string();
  BOOST_TEST(h.run({"rules", "test", right}).exit_status == 0);
  BOOST_TEST(h.run({"rules", "test", right, table}).exit_status == 8);
  h.start_server();
  auto const online = h.run({"rules", "test", table});
  BOOST_TEST(online.exit_status == 8);
  BOOST_TEST(online.out == said.out);
  BOOST_TEST(h.run({"rules", "test"}).exit_status == 0);
}

BOOST_AUTO_TEST_CASE(rules_that_are_being_prepared_are_tried_before_they_are_loaded) {
  demo_home h;
  std::string text;
  for (std::string const& line : rules::shipped_rule_rows()) text += line + "\n";
  std::string const stricter = h.file("rules.txt", text + "X7101    D 7101 F 20260301 20260331 FLY             *"
                                                          "        HUSNR                            it = '022'\n")
                                   .string();
  std::string const table = h.file("a.cases", row("A", good, "D 7101 F HUSNR")).string();
  BOOST_TEST(h.run({"rules", "test", table}).exit_status == 8);
  BOOST_TEST(h.run({"rules", "test", table, "--rules", stricter}).exit_status == 0);
  BOOST_TEST(h.run({"rules", "test", "--rules", stricter}).exit_status == 8);
  BOOST_TEST(h.run({"rules", "test", table}).exit_status == 8);  // nothing was loaded
  std::string const broken = h.file("broken.txt", text + "X7101    D 7101 F\n").string();
  auto const said = h.run({"rules", "test", table, "--rules", broken});
  BOOST_TEST(said.exit_status == 12);
  BOOST_TEST(said.out.find("column 19") != std::string::npos, said);
}

BOOST_AUTO_TEST_CASE(a_bad_table_is_not_run) {
  demo_home h;
  std::string const strange = "C            K FLY 1403820308 20260310 0101 KOMUNE   0101 20260310\n";
  std::string const table = h.file("bad.cases", row("A", good) + row("B", "VEJKODE=1") + strange).string();
  auto const said = h.run({"rules", "test", table});
  BOOST_TEST(said.exit_status == 12);
  BOOST_TEST(said.out == table + ": row 2, column 68: B: the event's DATA has no field VEJKODE\n" + table +
                             ": row 3, column 45: C: no security group KOMUNE\n");
  BOOST_TEST(h.run({"rules", "test", table, "--json"}).out.find(R"({"row":2,"column":68,"rule":"B",)") !=
             std::string::npos);
  BOOST_TEST(h.run({"rules", "test", "/nowhere.cases"}).exit_status == 12);
  BOOST_TEST(h.run({"rules", "test", "--rules", "/nowhere.txt"}).exit_status == 12);
}

BOOST_AUTO_TEST_SUITE_END()
