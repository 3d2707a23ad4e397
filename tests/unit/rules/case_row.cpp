// Tables of cases as texts: what a row says, and what is wrong in one, with row and column.
#include <boost/test/unit_test.hpp>

#include "rec/sams_fly.hpp"
#include "rules/case_row.hpp"

namespace samspil::test {
namespace {

using rules::rule_case;

constexpr std::string_view whole =
    "D7110-1      D FLY 0101801111 20260309 0851 KOMMUNE  0851 20260310 "
    "VEJKOD=12 HUSNR='5a' ANTAL-MEDFLYTTERE=1                     D 7110 F MEDFLYTTER           02";

/// A row of the columns before CASE-DATA, that text, and a message.
std::string row(std::string head, std::string_view data = {}, std::string_view message = {}) {
  head.resize(67, ' ');
  head.append(data).resize(128, ' ');
  return head.append(message);
}

std::string const key_row = "A-1          K FLY 0101801111 20260309 0851 KOMMUNE  0851 20260310";
std::string const data = "A-1          D FLY 0101801111 20260309 0851 KOMMUNE  0851 20260310";

/// The only case of rows that have no finding.
rule_case only(std::vector<std::string> const& rows) {
  rules::rule_findings findings;
  auto const cases = rules::read_cases(rows, findings);
  for (auto const& f : findings) BOOST_ERROR(f.text());
  BOOST_REQUIRE(cases.size() == 1u);
  return cases.front();
}

std::string findings_of(std::vector<std::string> const& rows) {
  rules::rule_findings findings;
  rules::read_cases(rows, findings);
  std::string out;
  for (auto const& f : findings) out += f.text() + "\n";
  return out;
}

struct defect {
  std::string text, said;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(case_rows)

BOOST_AUTO_TEST_CASE(a_row_says_event_caller_day_data_and_messages) {
  rule_case const c = only({"* a comment", std::string(whole), row("", "MEDFLYTTER(2)=0202812222", "D 7112 F ")});
  BOOST_TEST(c.name == "D7110-1");
  BOOST_TEST(c.row == 2u);
  BOOST_TEST(c.event.keys == "FLY0101801111202603090851" + std::string(15, ' '));
  BOOST_TEST(!c.event.keys_only);
  BOOST_TEST(c.event.who.group == "KOMMUNE");
  BOOST_TEST(c.event.who.mynkod == "0851");
  BOOST_TEST(date8(c.event.day) == "20260310");
  codec::view<rec::FLY_DATA> const fly(c.event.data);
  BOOST_TEST(fly[rec::FLY_DATA::VEJKOD] == "0012");  // digits fill their field from the right
  BOOST_TEST(fly[rec::FLY_DATA::HUSNR] == "5a  ");   // quoted text stands as it is
  BOOST_TEST(fly[rec::FLY_DATA::ANTAL_MEDFLYTTERE] == "01");
  BOOST_TEST(fly(rec::FLY_DATA::MEDFLYTTER, 0) == "0000000000");
  BOOST_TEST(fly(rec::FLY_DATA::MEDFLYTTER, 1) == "0202812222");
  BOOST_REQUIRE(c.expected.size() == 2u);
  BOOST_TEST(c.expected[0].text() == "D 7110 F MEDFLYTTER/2");
  BOOST_TEST(c.expected[1].text() == "D 7112 F");
}

BOOST_AUTO_TEST_CASE(values_are_words_texts_or_bytes) {
  auto const c = only({row(data, "CONVN='It''s O=''K'' ' BNR=X'414a01' VEJKOD='12 ' ETAGE=st")});
  codec::view<rec::FLY_DATA> const fly(c.event.data);
  BOOST_TEST(codec::trimmed(fly[rec::FLY_DATA::CONVN]) == "It's O='K'");
  BOOST_TEST(fly[rec::FLY_DATA::BNR] == "AJ\x01 ");
  BOOST_TEST(fly[rec::FLY_DATA::VEJKOD] == "12  ");
  BOOST_TEST(fly[rec::FLY_DATA::ETAGE] == "st");
}

BOOST_AUTO_TEST_CASE(what_cannot_be_brought_about_is_supposed) {
  auto const c = only({row(key_row, "waiting=2 awaits-decision=1 undo-event=FLY"), row("", "undo-time=202603010900")});
  BOOST_TEST(*c.event.supposed.waiting == 2u);
  BOOST_TEST(*c.event.supposed.awaits_decision);
  BOOST_TEST(*c.event.supposed.undo_event == "FLY");
  BOOST_TEST(*c.event.supposed.undo_time == "202603010900");
  BOOST_TEST(c.event.keys_only);
  BOOST_TEST(!only({row(key_row)}).event.supposed.waiting.has_value());
}

BOOST_AUTO_TEST_CASE(what_is_wrong_is_said_with_row_and_column) {
  std::string const value = "expected a word, 'text' or X'hex digits' and a blank behind it";
  std::vector<defect> const defects{
      {row("A-1          X" + key_row.substr(14)), "row 1, column 14: A-1: expected K or D"},
      {row("A-1         xK" + key_row.substr(14)), "row 1, column 13: A-1: expected a blank between two columns"},
      {row("A B          K" + key_row.substr(14)), "row 1, column 1: A B: expected the case's number, one word"},
      {row(key_row.substr(0, 44) + "         0851 20260310"), "row 1, column 45: A-1: expected a security group"},
      {row(key_row.substr(0, 53) + "085  20260310"), "row 1, column 54: A-1: expected 4 digits, 0000 for no authority"},
      {row(key_row.substr(0, 58) + "20260230"), "row 1, column 59: A-1: expected a business date yyyyMMdd"},
      {row(""), "row 1, column 1: an empty row"},
      {row("", "VEJKOD=1"), "row 1, column 1: expected a case's number: no case stands before this row"},
      {row(data, "VEJKOD=1 VEJKODE=1"), "row 1, column 77: A-1: the event's DATA has no field VEJKODE"},
      {row(data, "  VEJKOD=12345"), "row 1, column 70: A-1: VEJKOD has 4 bytes, the value has 5"},
      {row(data, "VEJKOD=1 VEJKOD=1"), "row 1, column 77: A-1: VEJKOD has a value already"},
      {row(data, "VEJKOD(1)=1"), "row 1, column 68: A-1: VEJKOD does not repeat"},
      {row(data, "MEDFLYTTER=1"), "row 1, column 68: A-1: MEDFLYTTER has occurrences (1) to (8)"},
      {row(data, "MEDFLYTTER(9)=1"), "row 1, column 68: A-1: MEDFLYTTER has occurrences (1) to (8)"},
      {row(data, "MEDFLYTTER(1=1"), "row 1, column 68: A-1: the event's DATA has no field MEDFLYTTER(1"},
      {row(data, "VEJKOD 1"), "row 1, column 68: A-1: expected NAME=value or NAME(n)=value"},
      {row(data, "CONVN='x"), "row 1, column 74: A-1: " + value},
      {row(data, "CONVN='x'y"), "row 1, column 74: A-1: " + value},
      {row(data, "CONVN=X'4g'"), "row 1, column 74: A-1: " + value},
      {row(data, "CONVN="), "row 1, column 74: A-1: " + value},
      {row(key_row, "VEJKOD=1"), "row 1, column 68: A-1: a case of step K has no DATA"},
      {row(data, "awaits-decision=maybe"), "row 1, column 68: A-1: expected waiting=number, awaits-decision=0 or 1, "
                                           "undo-event=code or undo-time=yyyyMMddHHmm"},
      {row(key_row, "", "D 7101 F VEJKOD"), "row 1, column 129: A-1: expected K, as the case's step"},
      {row(data, "", "X 7101 F VEJKOD"), "row 1, column 129: A-1: expected K or D"},
      {row(data, "", "D 710x F VEJKOD"), "row 1, column 131: A-1: expected a message number of four digits"},
      {row(data, "", "D 7101 E VEJKOD"), "row 1, column 136: A-1: expected F, A or I"},
      {row(data, "", "D 7101 F VEJKODE"), "row 1, column 138: A-1: the event has no field VEJKODE"},
      {row(data, "", "D 7110 F MEDFLYTTER           x"), "row 1, column 159: A-1: expected two digits or blanks"},
      {std::string(whole) + "1", "row 1, column 161: D7110-1: the row is longer than the layout"}};
  for (defect const& d : defects)
    BOOST_TEST_CONTEXT(d.text) { BOOST_TEST(findings_of({d.text}) == d.said + "\n"); }
  BOOST_TEST(findings_of({row(key_row), row(data)}) ==
             "row 2, column 1: A-1: the case's number stands in an earlier row too\n");
  BOOST_TEST(findings_of({row(data), row("                      1")}) ==
             "row 2, column 23: A-1: expected blanks in a row that goes on with a case\n");
}

BOOST_AUTO_TEST_CASE(a_case_with_a_finding_is_left_out) {
  rules::rule_findings findings;
  auto const cases = rules::read_cases(
      {row(data, "XEJKOD=1"), row("B-1" + data.substr(3), "VEJKOD=1"), row("", "HUSNR=1")}, findings);
  BOOST_TEST(findings.size() == 1u);
  BOOST_REQUIRE(cases.size() == 1u);
  BOOST_TEST(cases.front().name == "B-1");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace samspil::test
