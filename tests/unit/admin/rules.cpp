// rules check, load, rollback, list and show.
#include <boost/test/unit_test.hpp>

#include "home_fixture.hpp"
#include "rec/sams_fly.hpp"
#include "rules/shipped_rules.hpp"
#include "support/events.hpp"

using namespace samspil;
using namespace samspil::test;

namespace {

std::string shipped() {
  std::string text;
  for (std::string const& line : rules::shipped_rule_rows()) text += line + "\n";
  return text;
}

/// `text` with the first `from` in it replaced.
std::string with(std::string text, std::string_view from, std::string_view to) {
  auto const at = text.find(from);
  BOOST_REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

struct rules_home : home_fixture {
  std::string file(std::string const& text) {
    std::string const path = (home().parent_path() / "rules.txt").string();
    std::ofstream(path, std::ios::binary) << text;
    return path;
  }
  outcome check(std::string const& text) { return run({"rules", "check", file(text)}); }
};

struct defect {
  std::string what, from, to, said;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(rule_commands)

BOOST_AUTO_TEST_CASE(what_init_has_loaded_is_shown_and_holds) {
  rules_home h;
  auto const shown = h.run({"rules", "show"});
  BOOST_TEST(shown.exit_status == 0);
  BOOST_TEST(shown.out == shipped());
  auto const checked = h.check(shown.out);
  BOOST_TEST(checked.exit_status == 0);
  BOOST_TEST(checked.out.find("findings  0") != std::string::npos);
  BOOST_TEST(h.run({"rules", "list"}).out.find("1        always  in force") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(planted_defects_are_found_with_row_and_column) {
  std::vector<defect> const defects{
      {"a type", "it > today + 28 days saying 28", "it > 'x' + 28 days saying 28", "K7015"},
      {"a field", "PERSONSTATUS of 001 not in (1, 3, 5, 7) saying", "PERSONSTATEN of 001 not in (1, 3, 5, 7) saying",
       "K7010"},
      {"a message number", "K7014    K 7014", "K7014    K 7444", "K7014"},
      {"a double number", "K7014    K 7014", "K7013    K 7014", "K7013"},
      {"a row that is never reached", "                        it is not personnummer",
       "                        it = 'A' and it = 'B'   ", "K0052"}};
  rules_home h;
  std::string const good = shipped();
  for (defect const& d : defects)
    BOOST_TEST_CONTEXT(d.what) {
      auto const found = h.check(with(good, d.from, d.to));
      BOOST_TEST(found.exit_status == 8);
      BOOST_TEST(found.out.find("row ") != std::string::npos);
      BOOST_TEST(found.out.find("column ") != std::string::npos);
      BOOST_TEST(found.out.find(d.said) != std::string::npos, found.out);
      auto const refused = h.run({"rules", "load", h.file(with(good, d.from, d.to))});
      BOOST_TEST(refused.exit_status == 8);
    }
  BOOST_TEST(h.run({"rules", "show"}).out == good);
}

BOOST_AUTO_TEST_CASE(versions_come_and_go) {
  rules_home h;
  std::string const next = with(shipped(), "it > today + 28 days saying 28", "it > today + 35 days saying 35");
  BOOST_TEST(h.run({"rules", "rollback"}).exit_status == 8);  // nothing to go back to
  BOOST_TEST(h.run({"rules", "load", h.file(next), "--from", "2999-01-01"}).exit_status == 0);
  BOOST_TEST(h.run({"rules", "show"}).out == shipped());  // not yet
  BOOST_TEST(h.run({"rules", "show", "--version-number", "2"}).out == next);
  BOOST_TEST(h.run({"rules", "show", "--version-number", "9"}).exit_status == 8);
  BOOST_TEST(h.run({"rules", "list"}).out.find("ahead") != std::string::npos);
  BOOST_TEST(h.run({"rules", "rollback"}).exit_status == 0);
  BOOST_TEST(h.run({"rules", "list"}).out.find("withdrawn") != std::string::npos);
  BOOST_TEST(h.run({"rules", "load", h.file(next)}).exit_status == 0);
  BOOST_TEST(h.run({"rules", "show"}).out == next);
  BOOST_TEST(h.run({"rules", "show", "--version-number", "3"}).out == next);  // no number twice
  BOOST_TEST(h.run({"rules", "rollback"}).exit_status == 0);
  BOOST_TEST(h.run({"rules", "show"}).out == shipped());
  BOOST_TEST(h.run({"rules", "rollback"}).exit_status == 8);
  BOOST_TEST(h.run({"rules", "load", h.file(next), "--from", "soon"}).exit_status == 12);
  BOOST_TEST(h.run({"verify"}).exit_status == 0);
}

BOOST_AUTO_TEST_CASE(an_explanation_names_rule_condition_and_values) {
  rules_home h;
  std::string record = "FLY" + std::string(anna) + "202603090101";
  record.resize(40, ' ');
  std::string const path = h.file("* Anna moves to a road that is none\n" + record + "7777005\n");
  auto const said = h.run({"rules", "explain", path, "--date", "2026-03-10"});
  BOOST_TEST(said.exit_status == 0);
  BOOST_TEST(said.out.find("7101 F VEJKOD  rule D7101, row ") != std::string::npos, said.out);
  BOOST_TEST(said.out.find("when not any road 001 at KOMKOD it where") != std::string::npos);
  BOOST_TEST(said.out.find("= 7777") != std::string::npos);
  BOOST_TEST(said.out.find(anna) == std::string::npos);
  auto const other = h.run({"rules", "explain", path, "--date", "2026-03-10", "--authority", "0851"});
  BOOST_TEST(other.out.find("5 F KOMKOD  rule K0005") != std::string::npos, other.out);
  BOOST_TEST(h.run({"rules", "explain", path, "--json"}).out.find("\"rule\":\"D7101\"") != std::string::npos);
  BOOST_TEST(h.run({"rules", "explain", h.file(std::string(441, ' '))}).exit_status == 12);
  BOOST_TEST(h.run({"rules", "explain", path, "--authority", "x"}).exit_status == 12);
}

BOOST_AUTO_TEST_CASE(whom_an_explanation_looks_at_is_in_the_audit_log) {
  rules_home h;
  std::string record = "FLY" + std::string(anna) + "202603090101";
  record.resize(40, ' ');
  codec::buffer<rec::FLY_DATA> data(move_to("005"));
  data.set(rec::FLY_DATA::ANTAL_MEDFLYTTERE, 2)
      .set(rec::FLY_DATA::MEDFLYTTER, 0, bo)
      .set(rec::FLY_DATA::MEDFLYTTER, 1, emil);  // is none of the household
  auto const said = h.run({"rules", "explain", h.file(record + std::string(data.bytes()) + "\n")});
  BOOST_TEST(said.exit_status == 0, said);
  BOOST_TEST(said.out.find("7110 F MEDFLYTTER/2") != std::string::npos, said.out);
  BOOST_TEST(h.last_audit() == "tester|rules explain|O|" + std::string(anna) + "\n");
  for (auto const person : {anna, bo, cille, dan})
    BOOST_TEST(h.must({"audit", "person", std::string(person)}).find("rules explain") != std::string::npos, person);
  BOOST_TEST(h.must({"audit", "person", std::string(frida)}).find("rules explain") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(whom_cases_look_at_is_in_the_audit_log) {
  rules_home h;
  auto const row = [](std::vector<std::pair<std::size_t, std::string>> const& columns) {
    std::string out;
    for (auto const& [column, text] : columns) {
      out.resize(std::max(out.size(), column - 1), ' ');
      out.replace(column - 1, text.size(), text);
    }
    return out + "\n";
  };
  std::string const table = row({{1, "A"}, {14, "D"}, {16, "FLY"}, {20, std::string(anna)}, {31, "20260309"},
                                 {40, "0101"}, {45, "KOMMUNE"}, {54, "0101"}, {59, "20260310"},
                                 {68, "VEJKOD=1000 HUSNR=005 ANTAL-MEDFLYTTERE=1"}}) +
                            row({{68, "MEDFLYTTER(1)=" + std::string(bo)}});
  auto const said = h.run({"rules", "test", h.file(table)});
  BOOST_TEST(said.exit_status % 8 == 0, said);  // whatever it says of her
  BOOST_TEST(h.last_audit() == "tester|rules test|O|" + std::string(anna) + "\n");
  for (auto const person : {anna, bo, cille})
    BOOST_TEST(h.must({"audit", "person", std::string(person)}).find("rules test") != std::string::npos, person);
  BOOST_TEST(h.must({"audit", "person", std::string(frida)}).find("rules test") == std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
