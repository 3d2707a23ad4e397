// Every message of the keys: a case in which it is due and a neighbour in which it is not.
#include <boost/test/unit_test.hpp>
#include <functional>

#include "scene.hpp"

namespace samspil::test {
namespace {

using namespace samspil::rec;

struct key_case {
  unsigned number;  ///< of the row that the case is about
  std::string what;
  std::function<void(scene&)> arrange;
  std::string expected;
};

void as_cpradm(scene& s) { s.who.group = "CPRADM"; s.who.mynkod = "0000"; }
void status(scene& s, std::string_view value) { change(s.reg.of(s.pnr), PERSON_001::PERSONSTATUS, value); }

std::vector<key_case> const key_cases = {
    {7001, "a move", [](scene&) {}, ""},
    {7001, "no such event", [](scene& s) { s.haendelse = "XYZ"; }, "7001F HAENDELSE"},
    {7001, "in lower case", [](scene& s) { s.haendelse = "fly"; }, "7001F HAENDELSE"},
    {7001, "with all that does not need an event",
     [](scene& s) { s.haendelse = "", s.pnr = "1", s.hdto = "20260230", s.komkod = "01A1"; },
     "7001F HAENDELSE, 52F PNR, 40F HDTO, 37F KOMKOD"},
    {7001, "nothing is told of a person",
     [](scene& s) { s.haendelse = "XYZ", s.pnr = "0707701234"; }, "7001F HAENDELSE"},

    {184, "a look-up customer", [](scene& s) { s.who.group = "OPSLAG"; }, "184F HAENDELSE"},
    {184, "a citizen's provider", as_citizen, ""},
    {184, "nothing is told of a person",
     [](scene& s) { s.who.group = "OPSLAG", s.pnr = "0707701234"; }, "184F HAENDELSE"},
    {184, "a group without rights", [](scene& s) { s.who.group = "NOBODY"; }, "184F HAENDELSE"},

    {5, "another municipality", [](scene& s) { s.who.mynkod = "0851"; }, "5F KOMKOD"},
    {5, "nothing is told of a person", [](scene& s) { s.who.mynkod = "0851", s.pnr = "0707701234"; }, "5F KOMKOD"},
    {5, "the register's office for any", as_cpradm, ""},
    {5, "stands before 4", [](scene& s) { s.komkod = "0999"; }, "5F KOMKOD, 4F KOMKOD"},
    {5, "not after 37", [](scene& s) { s.komkod = "01A1"; }, "37F KOMKOD"},

    {52, "letters", [](scene& s) { s.pnr = "01018A1111"; }, "52F PNR"},
    {52, "no such day", [](scene& s) { s.pnr = "3102801111"; }, "52F PNR"},
    {52, "29 February 1900", [](scene& s) { s.pnr = "2902001111"; }, "52F PNR"},
    {52, "29 February 2000", [](scene& s) { s.pnr = "2902005111"; }, "172F PNR"},
    {52, "a replacement number", [](scene& s) { s.pnr = "6101801111"; }, "52F PNR"},
    {52, "zeros", [](scene& s) { s.pnr = "0000000000"; }, "52F PNR"},
    {52, "blank", [](scene& s) { s.pnr = "          "; }, "52F PNR"},

    {172, "not in the register", [](scene& s) { s.pnr = "0707701234"; }, "172F PNR"},
    {172, "in the register", [](scene& s) { s.pnr = mother; }, ""},

    {40, "letters", [](scene& s) { s.hdto = "2026030A"; }, "40F HDTO"},
    {40, "no such day", [](scene& s) { s.hdto = "20260229"; }, "40F HDTO"},
    {40, "before 1800", [](scene& s) { s.hdto = "17991231"; }, "40F HDTO"},
    {40, "after 2999", [](scene& s) { s.hdto = "30000101"; }, "40F HDTO"},
    {40, "29 February 2024", [](scene& s) { s.hdto = "20240229"; }, ""},
    {40, "blank", [](scene& s) { s.hdto = "        "; }, "40F HDTO"},

    {37, "letters", [](scene& s) { s.komkod = "K101"; }, "37F KOMKOD"},
    {37, "blank", [](scene& s) { s.komkod = "    "; }, "37F KOMKOD"},
    {37, "digits", [](scene&) {}, ""},

    {4, "no authority", [](scene& s) { as_cpradm(s), s.komkod = "0999"; }, "4F KOMKOD"},
    {4, "an authority", [](scene& s) { as_cpradm(s), s.komkod = "0851"; }, ""},
    {4, "letters are 37", [](scene& s) { as_cpradm(s), s.komkod = "09X9"; }, "37F KOMKOD"},

    {7013, "a parish", [](scene& s) { as_cpradm(s), s.komkod = "7000"; }, "7013F KOMKOD"},
    {7013, "a country", [](scene& s) { as_cpradm(s), s.komkod = "5100"; }, "7013F KOMKOD"},
    {7013, "closed on the day", [](scene& s) { as_cpradm(s), s.komkod = "0400"; }, "7013F KOMKOD"},
    {7013, "open the day before", [](scene& s) { as_cpradm(s), s.komkod = "0400", s.hdto = "20260308"; }, ""},
    {7013, "closed a day later", [](scene& s) { as_cpradm(s), s.komkod = "0401"; }, ""},
    {7013, "not without a date", [](scene& s) { as_cpradm(s), s.komkod = "7000", s.hdto = "20269999"; }, "40F HDTO"},

    {7011, "a changed number",
     [](scene& s) { status(s, "60"), change(s.reg.of(s.pnr), PERSON_001::PNRGAELD, mother); }, "7011F PNR"},
    {7011, "a double number", [](scene& s) { status(s, "50"); }, "7011F PNR"},
    {7011, "an annulled number", [](scene& s) { status(s, "30"); }, "7010F PNR"},

    {7010, "emigrated", [](scene& s) { status(s, "80"); }, "7010F PNR"},
    {7010, "dead", [](scene& s) { status(s, "90"); }, "7010F PNR"},
    {7010, "disappeared", [](scene& s) { status(s, "70"); }, "7010F PNR"},
    {7010, "no home", [](scene& s) { status(s, "20"); }, "7010F PNR"},
    {7010, "on an administrative road", [](scene& s) { status(s, "03"); }, ""},
    {7010, "in Greenland", [](scene& s) { status(s, "05"); }, ""},
    {7010, "on an administrative road in Greenland", [](scene& s) { status(s, "07"); }, ""},
    {7010, "stands before 7015", [](scene& s) { status(s, "90"), s.hdto = "20260407"; }, "7010F PNR, 7015F HDTO"},

    {7012, "a move is to another municipality", [](scene&) {}, ""},

    {7014, "before birth", [](scene& s) { s.hdto = "19791231"; }, "7014F HDTO"},
    {7014, "on the day of birth", [](scene& s) { s.hdto = "19800101"; }, ""},
    {7014, "before the start in the register",
     [](scene& s) { change(s.reg.of(s.pnr), PERSON_001::START_DT_PERSON, "2001-02-03"), s.hdto = "20010202"; },
     "7014F HDTO"},
    {7014, "on the start in the register",
     [](scene& s) { change(s.reg.of(s.pnr), PERSON_001::START_DT_PERSON, "2001-02-03"), s.hdto = "20010203"; }, ""},
    {7014, "a start that is no date is compared as digits",
     [](scene& s) { change(s.reg.of(s.pnr), PERSON_001::START_DT_PERSON, "2001-00-00"), s.hdto = "20001231"; },
     "7014F HDTO"},
    {7014, "after a start that is no date",
     [](scene& s) { change(s.reg.of(s.pnr), PERSON_001::START_DT_PERSON, "2001-00-00"), s.hdto = "20010101"; }, ""},
    {7014, "no record of birth: before the date in the number",
     [](scene& s) {
       change(s.reg.of(s.pnr), PERSON_001::START_DT_PERSON, ""), change(s.reg.of(s.pnr), PERSON_001::FOED_DT, "");
       s.hdto = "19791231";
     },
     "7014F HDTO"},
    {7014, "no record of birth: on the date in the number",
     [](scene& s) {
       change(s.reg.of(s.pnr), PERSON_001::START_DT_PERSON, ""), change(s.reg.of(s.pnr), PERSON_001::FOED_DT, "");
       s.hdto = "19800101";
     },
     ""},

    {7015, "29 days ahead", [](scene& s) { s.hdto = "20260407"; }, "7015F HDTO"},
    {7015, "28 days ahead", [](scene& s) { s.hdto = "20260406"; }, "7023I HDTO"},
    {7015, "29 days ahead for a citizen", [](scene& s) { as_citizen(s), s.hdto = "20260407"; }, "7015F HDTO"},
    {7015, "28 days ahead for a citizen", [](scene& s) { as_citizen(s), s.hdto = "20260406"; }, "7023I HDTO"},
    {7015, "without right and person", [](scene& s) { s.who.group = "OPSLAG", s.hdto = "20260407"; },
     "184F HAENDELSE, 7015F HDTO"},

    {7020, "waiting data", [](scene& s) { s.reg.persons.find(s.pnr)->second.waiting_open = 1; }, "7020A PNR"},
    {7020, "no waiting data", [](scene&) {}, ""},
    {7020, "not beside an error",
     [](scene& s) { s.reg.persons.find(s.pnr)->second.waiting_open = 1, status(s, "90"); }, "7010F PNR"},
    {7020, "stands before 7023",
     [](scene& s) { s.reg.persons.find(s.pnr)->second.waiting_open = 2, s.hdto = "20260310"; },
     "7020A PNR, 7023I HDTO"},

    {7023, "tomorrow", [](scene& s) { s.hdto = "20260310"; }, "7023I HDTO"},
    {7023, "today", [](scene&) {}, ""},
    {7023, "not beside an error", [](scene& s) { s.hdto = "20260310", s.who.mynkod = "0851"; }, "5F KOMKOD"},
};

BOOST_AUTO_TEST_SUITE(key_checks)

BOOST_AUTO_TEST_CASE(each_message_has_a_case_and_a_neighbour) {
  for (key_case const& one : key_cases) {
    scene s;
    one.arrange(s);
    BOOST_TEST(said(s.check_keys()) == one.expected, one.number << ", " << one.what);
  }
  for (rules::rule_text const& row : rules::shipped_rules()->rules()) {
    if (row.step != 'K' || row.number == 7012) continue;  // no move: protections.cpp has its cases
    bool due = false, not_due = false;
    for (key_case const& one : key_cases) {
      if (one.number != row.number) continue;
      bool const fired =
          (", " + one.expected).find(", " + std::to_string(row.number) + row.klasse) != std::string::npos;
      (fired ? due : not_due) = true;
    }
    BOOST_TEST(due, row.number << " is due in no case");
    BOOST_TEST(not_due, row.number << " has no neighbour");
  }
}

BOOST_AUTO_TEST_CASE(a_decision_leaves_warnings_aside) {
  scene s;
  s.reg.persons.find(s.pnr)->second.waiting_open = 1;
  s.hdto = "20260310";
  BOOST_TEST(said(s.check_keys(rules::when_told_before)) == "7023I HDTO");
  BOOST_TEST(said(s.check_keys(rules::when_deciding)) == "");
}

BOOST_AUTO_TEST_CASE(texts_say_what_is_wrong_in_the_users_language) {
  scene s;
  change(s.reg.of(s.pnr), PERSON_001::PERSONSTATUS, "60");
  change(s.reg.of(s.pnr), PERSON_001::PNRGAELD, mother);
  auto const danish = s.check_keys();
  BOOST_REQUIRE(danish.size() == 1u);
  BOOST_TEST(danish[0].text == "Personnummeret er \xE6ndret eller slettet, det g\xE6ldende er 0202812222");
  BOOST_TEST(danish[0].rule == "K7011");
  s.who.language = "en";
  BOOST_TEST(s.check_keys()[0].text == "The personnummer was changed or deleted, the valid one is 0202812222");
  s.who.language = "de";  // no such texts: Danish
  BOOST_TEST(s.check_keys()[0].text == danish[0].text);

  scene late;
  late.hdto = "20260407";
  BOOST_TEST(late.check_keys()[0].text == "H\xE6ndelsesdatoen m\xE5 h\xF8jst ligge 28 dage efter forretningsdatoen");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace samspil::test
