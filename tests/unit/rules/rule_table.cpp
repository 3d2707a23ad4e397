// Rule tables: what is wrong with one is told with row and column; the shipped one holds.
#include "rules/rule_table.hpp"

#include <boost/test/unit_test.hpp>

#include "scene.hpp"

namespace samspil::test {
namespace {

/// A row with its columns in their places.
std::string row(std::string_view rule, std::string_view step, std::string_view number, std::string_view klasse,
                std::string_view events, std::string_view groups, std::string_view felt, std::string_view not_after,
                std::string_view condition, std::string_view from = "00000000", std::string_view to = "00000000") {
  std::string out(200, ' ');
  auto const put = [&](std::size_t column, std::string_view text) { out.replace(column - 1, text.size(), text); };
  put(1, rule), put(10, step), put(12, number), put(17, klasse), put(19, from), put(28, to), put(37, events);
  put(53, groups), put(62, felt), put(80, not_after), put(95, condition);
  return out;
}
std::string keys(std::string_view condition, std::string_view felt = "HDTO") {
  return row("K1", "K", "7023", "F", "*", "*", felt, "", condition);
}
std::string on_data(std::string_view condition, std::string_view felt = "VEJKOD", std::string_view events = "FLY") {
  return row("D1", "D", "7101", "F", events, "*", felt, "", condition);
}
std::string more(std::string_view condition) { return row("", "", "", "", "", "", "", "", condition, "", ""); }

std::string said_of(std::vector<std::string> const& rows) {
  std::string out;
  for (rules::rule_finding const& f : rules::rule_table::check(rows, shipped_tables()))
    out += (out.empty() ? "" : "\n") + f.text();
  return out;
}

struct table_case {
  char const* what;
  std::vector<std::string> rows;
  char const* expected;
};

std::vector<table_case> const table_cases = {
    {"a rule", {keys("it > today")}, ""},
    {"no rule", {}, "row 1, column 1: expected a rule: the table has none"},
    {"comments only", {"* it is none"}, "row 1, column 1: expected a rule: the table has none"},
    {"a comment", {"* it is one", keys("it > today")}, ""},
    {"a condition that goes on", {keys("it > today"), more("+ 28 days")}, ""},

    {"too long", {keys("it > today") + "x"}, "row 1, column 201: K1: the row is longer than the layout"},
    {"too long behind a rule", {keys("it > today"), keys("it > today").replace(0, 2, "K2") + "x", more("+ 1 day")},
     "row 2, column 201: K2: the row is longer than the layout"},
    {"empty", {keys("it > today"), ""}, "row 2, column 1: K1: an empty row"},
    {"no blank between", {keys("it > today").replace(8, 1, "x")},
     "row 1, column 9: K1: expected a blank between two columns"},
    {"nothing to go on with", {more("it > today")},
     "row 1, column 1: expected a rule's number: no rule stands before this row"},
    {"a number where a rule goes on", {keys("it > today"), row("", "", "7001", "", "", "", "", "", "", "", "")},
     "row 2, column 12: K1: expected blanks in a row that goes on with a rule"},
    {"step, number, class", {row("K1", "X", "70", "B", "*", "*", "", "", "it > today", "20261301")},
     "row 1, column 10: expected K or D\nrow 1, column 12: expected a message number of four digits\n"
     "row 1, column 17: expected F, A or I\nrow 1, column 19: expected a date yyyyMMdd or zeros"},

    {"no condition", {keys("")}, "row 1, column 95: K1: expected a condition"},
    {"half a condition", {keys("it >")}, "row 1, column 99: K1: expected a value"},
    {"behind a condition", {keys("it > today today")},
     "row 1, column 106: K1: expected an operator, and, or, saying or the end"},
    {"in the second row", {keys("it > today"), more("or it in 5")},
     "row 2, column 104: K1: expected a set in parentheses or a list"},
    {"an open quote", {keys("it = 'x")}, "row 1, column 102: K1: expected '''"},

    {"an unknown field of the keys", {keys("KOMKODE = 5")}, "row 1, column 95: K1: no field KOMKODE in the keys"},
    {"a field of DATA at INIT", {keys("it > today or VEJKOD = 5")},
     "row 1, column 109: K1: no field VEJKOD in the keys"},
    {"an unknown field of DATA", {on_data("HUSNUMMER is empty")},
     "row 1, column 95: D1: no field HUSNUMMER in the keys or FLY-DATA"},
    {"a field that one of the events lacks", {on_data("CONVN is empty", "HDTO", "FLY NAB")},
     "row 1, column 95: D1: no field CONVN in the keys or NAB-DATA"},
    {"an unknown field of a record", {keys("HUSNR of 001 is empty")},
     "row 1, column 95: K1: no field HUSNR in record 001"},
    {"an unknown record", {keys("HUSNR of 777 is empty")}, "row 1, column 104: K1: no record 777 of a person"},
    {"an unknown FELT", {keys("it is empty", "HDATO")}, "row 1, column 62: K1: no field HDATO in the keys"},
    {"an unknown FELT of DATA", {on_data("it is empty", "VEJKOD HUS-NR")},
     "row 1, column 69: D1: no field HUS-NR in the keys or DATA of its events"},
    {"an unknown look-up", {keys("tomorrow = today")}, "row 1, column 95: K1: no look-up tomorrow"},
    {"an unknown list", {keys("it in towns")}, "row 1, column 101: K1: no list towns"},
    {"an unknown property", {keys("it is odd")},
     "row 1, column 101: K1: expected empty, filled, numeric, date, time or personnummer"},
    {"a field that repeats", {on_data("MEDFLYTTER is empty")},
     "row 1, column 95: D1: MEDFLYTTER repeats: any, all, it or an occurrence in parentheses"},
    {"an occurrence too many", {on_data("MEDFLYTTER(9) is empty")},
     "row 1, column 106: D1: MEDFLYTTER has 8 occurrences"},
    {"a field that does not repeat", {on_data("any VEJKOD where (each is empty)")},
     "row 1, column 99: D1: no field VEJKOD that repeats in DATA"},
    {"each outside", {on_data("each is empty")},
     "row 1, column 95: D1: each is an entry of a field that any, all or count goes over"},

    {"a text for a number", {on_data("HUSNR > 5")}, "row 1, column 95: D1: expected a number, this is a text"},
    {"a number for a date", {keys("today > 5")}, "row 1, column 103: K1: expected a date, this is a number"},
    {"a value for a condition", {keys("it")}, "row 1, column 95: K1: expected a condition, this is a code"},
    {"a condition for a value", {keys("(it is date) > 5")},
     "row 1, column 108: K1: a condition and a value cannot be compared"},
    {"a set of two kinds", {keys("it in (5, 'A')")}, "row 1, column 105: K1: expected literals of one kind in a set"},
    {"a set of another type", {on_data("HUSNR in (1, 2)")}, "row 1, column 95: D1: expected a number, this is a text"},
    {"a literal longer than its field", {on_data("ETAGE = 'abc'")},
     "row 1, column 103: D1: the text is longer than the field: 2 bytes"},
    {"no such day", {keys("it > 2026-02-30")}, "row 1, column 100: K1: no such day"},
    {"no date fits", {on_data("it is date")}, "row 1, column 101: D1: no date fits into this field"},
    {"a pattern", {on_data("HUSNR matches '[0-9'")}, "row 1, column 114: D1: expected ]"},

    {"an unknown message", {row("K1", "K", "7999", "F", "*", "*", "HDTO", "", "it > today")},
     "row 1, column 12: K1: no text of message 7999"},
    {"nothing for the text's %", {row("K1", "K", "7015", "F", "*", "*", "HDTO", "", "it > today")},
     "row 1, column 95: K1: the text of the message has a % and the condition says nothing for it"},
    {"a double number", {keys("it > today"), keys("it < today")},
     "row 2, column 1: K1: the rule's number stands in row 1 too"},
    {"an unknown event", {on_data("it = 5", "VEJKOD", "FLY XYZ")}, "row 1, column 41: D1: no event XYZ"},
    {"an unknown group", {row("K1", "K", "7023", "F", "*", "NOBODY", "HDTO", "", "it > today")},
     "row 1, column 53: K1: no security group NOBODY"},
    {"a message that no rule has", {row("K1", "K", "7023", "F", "*", "*", "HDTO", "7001", "it > today")},
     "row 1, column 80: K1: no rule of this step has message 7001"},
    {"an error behind a warning",
     {row("K1", "K", "7020", "A", "*", "*", "PNR", "", "it is empty"),
      row("K2", "K", "7023", "F", "*", "*", "HDTO", "7020", "it > today")},
     "row 2, column 80: K2: a rule of class F cannot wait for message 7020, which is no error"},
    {"an error behind an information that is an error elsewhere",
     {row("K1", "K", "7020", "F", "*", "*", "PNR", "", "it is empty"),
      row("K2", "K", "7020", "I", "*", "*", "PNR", "", "it is filled"),
      row("K3", "K", "7023", "F", "*", "*", "HDTO", "7020", "it > today")},
     "row 3, column 80: K3: a rule of class F cannot wait for message 7020, which is no error"},
    {"a warning behind one",
     {row("K1", "K", "7023", "A", "*", "*", "HDTO", "7020", "it > today"),
      row("K2", "K", "7020", "A", "*", "*", "PNR", "", "it is empty")},
     ""},
    {"an error of the keys behind a later one",
     {row("K1", "K", "7023", "F", "*", "*", "HDTO", "7001", "it > today"),
      row("K2", "K", "7001", "F", "*", "*", "PNR", "", "it is empty")},
     ""},
    {"data that wait for a later row",
     {row("D1", "D", "7101", "F", "FLY", "*", "VEJKOD", "7106", "it = 5"),
      row("D2", "D", "7106", "F", "FLY", "*", "HUSNR", "", "it is empty")},
     "row 1, column 80: D1: no rule before this one has message 7106"},
    {"data that wait for an earlier row",
     {row("D1", "D", "7101", "F", "FLY", "*", "VEJKOD", "", "it = 5"),
      row("D2", "D", "7106", "A", "FLY", "*", "HUSNR", "7101", "it is empty")},
     ""},
    {"a circle",
     {row("K1", "K", "7023", "F", "*", "*", "HDTO", "7001", "it > today"),
      row("K2", "K", "7001", "F", "*", "*", "PNR", "7023", "it is empty")},
     "row 1, column 80: K1: rules wait for each other's messages"},

    {"ends before it begins", {row("K1", "K", "7023", "F", "*", "*", "HDTO", "", "it > today", "20260102", "20260101")},
     "row 1, column 28: K1: the rule is never reached: it ends before it begins"},
    {"the same condition",
     {on_data("it = 5"), row("D2", "D", "7106", "F", "FLY", "REP", "VEJKOD", "", "it  =  5")},
     "row 2, column 95: D2: the rule is never reached: D1 in row 1 has the same condition"},
    {"the same condition for others",
     {row("D1", "D", "7101", "F", "FLY", "REP", "VEJKOD", "", "it = 5"),
      row("D2", "D", "7106", "F", "FLY", "OWN", "VEJKOD", "", "it = 5")},
     ""},
    {"beyond the field", {on_data("it > 9999")},
     "row 1, column 95: D1: the rule is never reached: it has no value that all of it allows"},
    {"two numbers at once", {on_data("it in (1..5) and KOMKOD = 101 and it > 5")},
     "row 1, column 95: D1: the rule is never reached: it has no value that all of it allows"},
    {"two texts at once", {on_data("ETAGE = 'st' and ETAGE in ('kl', 'k2'..'k9')")},
     "row 1, column 95: D1: the rule is never reached: ETAGE has no value that all of it allows"},
    {"empty and filled", {on_data("HUSNR is empty and HUSNR is filled")},
     "row 1, column 95: D1: the rule is never reached: HUSNR is empty and filled"},
    {"one side is possible", {on_data("it > 9999 or it = 5")}, ""},
    {"two persons", {on_data("PERSONSTATUS of 001 of person PNR = 1 and PERSONSTATUS of 001 = 3")}, ""},
};

BOOST_AUTO_TEST_SUITE(rule_table)

BOOST_AUTO_TEST_CASE(what_is_wrong_is_told_with_row_and_column) {
  for (table_case const& one : table_cases) BOOST_TEST(said_of(one.rows) == one.expected,
      one.what << ":\n" << said_of(one.rows));
}

BOOST_AUTO_TEST_CASE(the_shipped_rules_hold) { BOOST_TEST(said_of(rules::shipped_rule_rows()) == ""); }

BOOST_AUTO_TEST_CASE(a_rule_is_in_force_from_its_first_to_its_last_day) {
  scene s;
  std::vector<std::string> const rows = {
      row("K1", "K", "7023", "I", "*", "*", "HDTO", "", "it = today", "20260308", "20260309")};
  rules::rule_findings findings;
  auto const table = rules::rule_table::load(rows, &shipped_tables(), findings);
  BOOST_REQUIRE(table.has_value());
  for (auto const& [day, expected] : {std::pair{"20260307", ""}, {"20260308", "7023I HDTO"}, {"20260309", "7023I HDTO"},
                                      {"20260310", ""}}) {
    s.hdto = s.business = day;
    BOOST_TEST(s.with_keys([&](auto const& f) { return said(table->check_keys(f)); }) == expected, day);
  }
}

BOOST_AUTO_TEST_CASE(a_rule_of_a_group_or_of_those_who_act_for_the_same) {
  rules::rule_findings findings;
  std::vector<std::string> const rows = {row("K1", "K", "7023", "I", "*", "CPRADM", "HDTO", "", "it = today"),
                                         row("K2", "K", "7020", "A", "*", "OWN", "PNR", "", "it is filled")};
  auto const table = rules::rule_table::load(rows, &shipped_tables(), findings);
  BOOST_REQUIRE(table.has_value());
  scene s;
  BOOST_TEST(s.with_keys([&](auto const& f) { return said(table->check_keys(f)); }) == "7020A PNR");
  s.who.group = "CPRADM";
  BOOST_TEST(s.with_keys([&](auto const& f) { return said(table->check_keys(f)); }) == "7023I HDTO");
}

BOOST_AUTO_TEST_CASE(who_may_not_report_an_event_is_refused_whatever_the_table_says) {
  rules::rule_findings findings;
  auto const table = rules::rule_table::load({row("K1", "K", "0184", "A", "*", "*", "HAENDELSE", "", "not permitted")},
                                             &shipped_tables(), findings);
  BOOST_REQUIRE(table.has_value());
  scene s;
  auto const answer = [&](std::string_view group, std::span<unsigned const> without = {}) {
    s.who.group = group;
    return s.with_keys([&](auto const& f) { return said(table->check_keys(f, without)); });
  };
  for (char const* group : {"OPSLAG", "NOBODY", ""}) {
    BOOST_TEST(answer(group) == "184F HAENDELSE", group);
    BOOST_TEST(answer(group, rules::when_deciding) == "184F HAENDELSE", group);
  }
  BOOST_TEST(answer("KOMMUNE") == "");
  BOOST_TEST(answer("BORGER") == "");
}

BOOST_AUTO_TEST_CASE(what_fired_is_explained_by_what_was_seen) {
  scene s;
  s.move_along({lodger, mother});
  auto const explained = [&](bool clear) {
    return s.with_keys([&](auto const& keys) {
      rules::explanation why{clear, {}};
      static_cast<void>(rules::shipped_rules()->check_data(rules::data_facts(keys, s.data.bytes()), &why));
      std::string out;
      for (rules::fired_rule const& f : why.fired) {
        out += f.rule->rule + " " + f.felt + "/" + std::to_string(f.occurrence);
        for (auto const& [name, value] : f.trace.saw) out += ", " + name + " " + value;
      }
      return out;
    });
  };
  BOOST_TEST(explained(false) == "D7110 MEDFLYTTER/1, it 060690****, PNR 010180****");
  BOOST_TEST(explained(true) == "D7110 MEDFLYTTER/1, it 0606901777, PNR 0101801111");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace samspil::test
