// The language of conditions: what each part of it says about one message.
#include <boost/test/unit_test.hpp>

#include "rules/condition_compile.hpp"
#include "rules/condition_evaluate.hpp"
#include "rules/rule_facts.hpp"
#include "scene.hpp"

namespace samspil::test {
namespace {

/// Father, 46 years old, moves from Aalborg on 2026-03-09 to 0101 1000 005, the son at place 1 and the mother at 2.
struct condition_scene : scene {
  condition_scene() {
    move_along({son, mother});
    data.set(rec::FLY_DATA::CONVN, "c/o Olsen");
  }
  /// "yes" or "no", and what it says behind it; an error as "column: what".
  std::string ask(std::string_view text, std::string_view felt = "VEJKOD", unsigned occurrence = 0) {
    auto const made =
        rules::compile_condition(text, {.event = "FLY", .felt = rules::find_column("FLY-DATA", felt)});
    if (!made) return std::to_string(made.error().at + 1) + ": " + made.error().what;
    return with_keys([&](rules::key_facts const& keys) {
      rules::data_facts const facts(keys, data.bytes());
      rules::message_facts const seen(keys, &facts);
      rules::evaluation now(*made, seen, occurrence);
      std::string const holds = now.holds() ? "yes" : "no";
      return now.said().empty() ? holds : holds + " " + now.said();
    });
  }
};

std::pair<std::string_view, std::string_view> const condition_cases[] = {
    // Numbers, codes and texts
    {"VEJKOD = 1000", "yes"}, {"VEJKOD = '1000'", "yes"}, {"VEJKOD < 999", "no"}, {"VEJKOD <> 5", "yes"},
    {"VEJKOD >= 1000 and VEJKOD <= 1000", "yes"}, {"VEJKOD > 1000 or VEJKOD < 1000", "no"},
    {"HUSNR = '005'", "yes"}, {"HUSNR < '006'", "yes"}, {"HUSNR > '005A'", "no"}, {"HUSNR <> '5'", "yes"},
    {"CONVN = 'c/o Olsen'", "yes"}, {"CONVN = 'it''s'", "no"},
    {"VEJKOD + 1 = 1001", "yes"}, {"VEJKOD - 1000 + 5 = 5", "yes"}, {"2 + 2 = 5", "no"},
    {"ANTAL-MEDFLYTTERE = 2", "yes"}, {"KOMKOD = 101", "yes"}, {"it = VEJKOD", "yes"},
    {"(HUSNR = '005') = (VEJKOD = 1000)", "yes"}, {"(HUSNR = '005') <> (VEJKOD = 1000)", "no"},
    // Sets, ranges and patterns
    {"VEJKOD in (1, 5..9, 1000)", "yes"}, {"VEJKOD in (9900..9999)", "no"}, {"VEJKOD not in (9900..9999)", "yes"},
    {"HUSNR in ('001'..'009')", "yes"}, {"HDTO in (2026-01-01..2026-12-31)", "yes"}, {"HDTO in (2025-01-01)", "no"},
    {"HUSNR matches '\\d{3}'", "yes"}, {"HUSNR not matches '\\d{3}'", "no"},
    // Properties
    {"BNR is empty", "yes"}, {"CONVN is filled", "yes"}, {"MEDFLYTTER(3) is empty", "yes"}, {"HUSNR is not empty",
     "yes"},
    {"VEJKOD is numeric", "yes"}, {"HDTO is date", "yes"}, {"TILFLYDTO of 002 is date", "yes"},
    {"FOED-DT of 001 is date", "yes"}, {"MEDFLYTTER(3) is not personnummer", "yes"}, {"PNR is personnummer", "yes"},
    {"VEJKOD is time", "yes"},
    // Dates
    {"HDTO = today", "yes"}, {"HDTO > today - 1 day", "yes"}, {"HDTO < today + 28 days", "yes"},
    {"today = 2026-03-09", "yes"}, {"today + 1 year = 2027-03-09", "yes"}, {"today - 1 month = 2026-02-09", "yes"},
    {"2024-02-29 + 1 year = 2025-02-28", "yes"}, {"2026-01-31 + 1 month = 2026-02-28", "yes"},
    {"HDTO > TILFLYDTO of 002", "yes"}, {"TILFLYDTO of 002 = 2020-01-15", "yes"}, {"FOED-DT of 001 < HDTO", "yes"},
    {"date(TILFLYDTO of 002) = 2020-01-15", "yes"}, {"birth(PNR) = 1980-01-01", "yes"}, {"age(PNR) = 46", "yes"},
    {"age(MEDFLYTTER(1)) < 18", "yes"}, {"age(MEDFLYTTER(3)) < 18", "no"},
    // Words bind in the order not, and, or
    {"VEJKOD = 1 and VEJKOD = 2 or VEJKOD = 1000", "yes"}, {"VEJKOD = 1 and (VEJKOD = 2 or VEJKOD = 1000)", "no"},
    {"not VEJKOD = 1 and not VEJKOD = 2", "yes"}, {"not (VEJKOD = 1 or VEJKOD = 1000)", "no"}, {"not not it = 1000",
     "yes"},
    // The person's records, relatives', roads, authorities
    {"KOMKOD of 002 = 851", "yes"}, {"KOMKOD of keys = 101", "yes"}, {"VEJKOD of data = 1000", "yes"},
    {"KOMKOD of 005 = 0", "1: no field KOMKOD in record 005"}, {"UDR-LANDEKOD of 005 is empty", "yes"},
    {"UDRDTO of 005 < HDTO", "yes"}, {"UDR-LANDEKOD of 005 < 9999", "no"},
    {"CIVST of 012 of person AEGTEPNR of 012 = 'G'", "yes"}, {"CIVST of 012 of person '0707701234' = 'G'", "no"},
    {"any record 014", "yes"}, {"count record 014 = 3", "yes"}, {"any record 007", "no"},
    {"any record 014 where (PNR-BARN = MEDFLYTTER(1))", "yes"}, {"any record 014 of person MEDFLYTTER(2)", "yes"},
    {"all record 014 where (age(PNR-BARN) < 18)", "no"}, {"count record 014 where (age(PNR-BARN) < 18) = 2", "yes"},
    {"any record 014 where (position = 3 and PNR-BARN = MEDFLYTTER(1))", "yes"},
    {"any road 001 at KOMKOD VEJKOD", "yes"}, {"any road 001 at KOMKOD '9999'", "no"},
    {"any road 004 at KOMKOD VEJKOD where (HUSNRFRA <= HUSNR and HUSNR <= HUSNRTIL)", "yes"},
    {"any road 001 at KOMKOD VEJKOD where (VEJKOD of data = VEJKOD)", "yes"},
    {"any authority KOMKOD where (MYNTYP = 5)", "yes"}, {"any authority '5100' where (MYNTYP = 5)", "no"},
    {"count authority KOMKOD = 1", "yes"},
    // Quantifiers over a field, within each other
    {"any MEDFLYTTER where (each = AEGTEPNR of 012)", "yes"}, {"count MEDFLYTTER where (each is filled) = 2", "yes"},
    {"all MEDFLYTTER where ((each is filled) = (position <= ANTAL-MEDFLYTTERE))", "yes"},
    {"all MEDFLYTTER where (each is empty or any record 014 where (PNR-BARN = each))", "no"},
    // Look-ups
    {"group = 'KOMMUNE' and scope = 'OWN' and mynkod = 101", "yes"}, {"residence = 851", "yes"}, {"waiting = 0", "yes"},
    {"permitted", "yes"}, {"awaits-decision", "no"}, {"PNR in register", "yes"}, {"MEDFLYTTER(1) in household", "yes"},
    {"MEDFLYTTER(2) in children", "no"}, {"HAENDELSE in events", "yes"}, {"parity(HUSNR) = 'U'", "yes"},
    {"length(CONVN) = 9", "yes"}, {"length(HUSNR, BNR, CONVN) = 13", "yes"}, {"seen(VEJKOD) = 1000", "yes"},
    // What stands for the text's %
    {"permitted saying VEJKOD", "yes 1000"}, {"permitted saying 28", "yes 28"}, {"permitted saying HDTO + 1 day",
     "yes 20260310"},
    {"permitted saying PERSONSTATUS of 001", "yes 01"}, {"permitted saying date(HDTO)", "yes 20260309"},
};

BOOST_AUTO_TEST_SUITE(condition)

BOOST_AUTO_TEST_CASE(each_part_of_the_language_says_what_it_says) {
  condition_scene s;
  for (auto const& [text, expected] : condition_cases)
    BOOST_TEST(s.ask(text) == expected, text << " is " << s.ask(text));
}

BOOST_AUTO_TEST_CASE(a_code_that_is_no_number_compares_with_none) {
  condition_scene s;
  std::string bytes(s.data.bytes());
  s.data = codec::buffer<rec::FLY_DATA>(bytes.replace(0, 4, "10O0"));
  for (char const* no : {"VEJKOD = 0", "VEJKOD < 5", "VEJKOD >= 0", "VEJKOD in (0..9999)", "VEJKOD is numeric"})
    BOOST_TEST(s.ask(no) == "no", no);
  for (char const* yes : {"VEJKOD <> 5", "VEJKOD not in (0..9999)", "VEJKOD = '10O0'"}) BOOST_TEST(s.ask(yes) ==
      "yes", yes);
}

BOOST_AUTO_TEST_CASE(dates_are_compared_as_digits) {
  condition_scene s;
  change(s.reg.of(s.pnr), rec::PERSON_001::START_DT_PERSON, "2026-03-00");
  BOOST_TEST(s.ask("HDTO > START-DT-PERSON of 001") == "yes");
  BOOST_TEST(s.ask("START-DT-PERSON of 001 is date") == "no");
  BOOST_TEST(s.ask("START-DT-PERSON of 001 + 1 day < HDTO") == "yes");  // no date: before every other
  change(s.reg.of(s.pnr), rec::PERSON_001::START_DT_PERSON, "");
  BOOST_TEST(s.ask("HDTO > START-DT-PERSON of 001") == "yes");
  BOOST_TEST(s.ask("START-DT-PERSON of 001 is empty") == "yes");
}

BOOST_AUTO_TEST_CASE(the_event_to_undo_is_blank_unless_it_may_be) {
  condition_scene s;
  BOOST_TEST(s.ask("undo-event is empty and undo-time is empty") == "yes");
  s.reg.latest[s.pnr] = {1, "FLY", "202603010900", "20260301", {}, true};
  BOOST_TEST(s.ask("undo-event = 'FLY' and undo-time = '202603010900'") == "yes");
  s.reg.latest[s.pnr].may_be_undone = false;
  BOOST_TEST(s.ask("undo-event is empty and undo-time is empty") == "yes");
}

BOOST_AUTO_TEST_CASE(it_is_the_occurrence_that_is_looked_at) {
  condition_scene s;
  char const* spouse = "it = AEGTEPNR of 012 and place = 2 and any MEDFLYTTER where (each <> it and position < place)";
  BOOST_TEST(s.ask(spouse, "MEDFLYTTER", 1) == "no");
  BOOST_TEST(s.ask(spouse, "MEDFLYTTER", 2) == "yes");
}

BOOST_AUTO_TEST_CASE(what_is_nested_too_deep_or_too_long_is_refused) {
  condition_scene s;
  std::string const open(21, '('), deep = open + "1 = 1" + std::string(21, ')');
  BOOST_TEST(s.ask(deep) == "21: too many parentheses or words within each other");
  BOOST_TEST(s.ask(std::string(20, '(') + "1 = 1" + std::string(20, ')')) == "yes");
  std::string nots;
  for (int i = 0; i < 400; ++i) nots += "not ";
  BOOST_TEST(s.ask(nots + "1 = 1") == "401: too many parentheses or words within each other");
  BOOST_TEST(s.ask(std::string(2001, ' ')) == "2001: a condition has 2000 bytes at most");
  std::string sum = "1";
  for (int i = 0; i < 490; ++i) sum += " + 1";
  BOOST_TEST(s.ask(sum + " = 491") == "yes");
  std::string within = "1 = 1";
  for (int i = 0; i < 4; ++i) within = "any record 014 where (" + within + ")";
  BOOST_TEST(s.ask(within) == "yes");
  BOOST_TEST(s.ask("any record 014 where (" + within + ")") == "89: too many any, all and count within each other");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace samspil::test
