// What the clauses of partners' copybooks mean. The sizes and places themselves
// are held against GnuCOBOL by tests/copybooks.
#include <boost/test/unit_test.hpp>

#include "layout/decode.hpp"
#include "layout/offset_table.hpp"
#include "unit/layout/read.hpp"

namespace {

using namespace samspil;
using layout::check_copybook;
using layout::format;
using test::find;
using test::read;

BOOST_AUTO_TEST_CASE(usage_and_sign_come_from_the_group) {
  auto const r = read(
      "01 R.\n 05 G COMP-3.\n  10 A PIC S9(5).\n  10 B PIC 9(3) PACKED-DECIMAL.\n"
      " 05 H SIGN LEADING SEPARATE.\n  10 C PIC S9(3).\n  10 D PIC S9(3) TRAILING.\n  10 E PIC 9(3).\n")[0];
  BOOST_TEST(find(r, "A").usage == "COMP-3");
  BOOST_TEST((find(r, "A").stored == layout::storage::packed));
  BOOST_TEST(find(r, "B").usage == "PACKED-DECIMAL");
  BOOST_TEST(find(r, "G").usage == "");
  BOOST_TEST(find(r, "C").length == 4u);
  BOOST_TEST(find(r, "D").length == 3u);
  BOOST_TEST(find(r, "E").length == 3u);
  BOOST_TEST(layout::picture_text(find(r, "C")) == "S9(3) LEADING SEPARATE");
  BOOST_TEST(layout::picture_text(find(r, "D")) == "S9(3)");
  BOOST_TEST(find(read("01 R PIC 9(3) COMPUTATIONAL-3.")[0], "R").usage == "COMP-3");
}

BOOST_AUTO_TEST_CASE(numbers_tell_digits_point_and_zeros) {
  auto const r = read(
      "01 R.\n 05 A PIC S9(3)V9(2) COMP.\n 05 B PIC 9(2)P(3).\n 05 C PIC VP(2)9(4).\n 05 D PIC ZZ9.9.\n")[0];
  BOOST_TEST(find(r, "A").digits == 5u);
  BOOST_TEST(find(r, "A").point.decimals == 2u);
  BOOST_TEST(find(r, "B").point.tens == 3u);
  BOOST_TEST(find(r, "C").point.decimals == 6u);
  BOOST_TEST(find(r, "C").digits == 4u);
  BOOST_TEST((find(r, "D").kind == layout::category::edited));
  BOOST_TEST(find(r, "D").numeric);
}

BOOST_AUTO_TEST_CASE(a_level_77_and_an_unnamed_record_are_records) {
  auto const records = read("77 A PIC S9(4) COMP.\n01 FILLER.\n 05 B PIC X.\n01.\n 05 C PIC X.\n");
  BOOST_REQUIRE(records.size() == 3u);
  BOOST_TEST(records[0].items[0].level == 77u);
  BOOST_TEST(records[0].length == 2u);
  BOOST_TEST(records[1].name == "FILLER");
  BOOST_TEST(records[2].name == "FILLER");
}

BOOST_AUTO_TEST_CASE(a_record_can_redefine_another) {
  auto const records = read("01 A PIC X(3).\n01 B REDEFINES A PIC X(5).\n01 C REDEFINES A PIC X.\n");
  BOOST_TEST(records[1].items[0].redefines == "A");
  BOOST_TEST(records[1].length == 5u);
  BOOST_TEST(records[2].items[0].start == 1u);
}

BOOST_AUTO_TEST_CASE(continued_lines_are_one) {
  auto const r = read("       01 R.\n           05 LANG-\n      -    NAVN PIC X(\n      * between\n      -        3).\n"
                      "           05 B PIC X(60) VALUE \"ab\n      -    \"cd'\".\n           05 C PIC X.\n",
                      format::fixed)[0];
  BOOST_TEST(find(r, "LANG-NAVN").length == 3u);
  BOOST_TEST(find(r, "B").initial.has_value());
  // The first line goes on to column 72.
  BOOST_TEST(find(r, "B").initial->substr(0, 43) == "ab" + std::string(37, ' ') + "cd' ");
  BOOST_TEST(find(r, "C").at.line == 8u);
  auto const bad = layout::read_copybook("       01 R PIC X(\n      -        0).\n", "", format::fixed);
  BOOST_REQUIRE(!bad);
  BOOST_TEST(bad.error().at.line == 1u);
  auto const later =
      layout::read_copybook("       01 R.\n           05 A PI\n      -      C X WHAT.\n", "", format::fixed);
  BOOST_REQUIRE(!later);
  BOOST_TEST(later.error().text() == "3:18: WHAT is not supported");
}

BOOST_AUTO_TEST_CASE(every_record_has_its_fault_and_the_good_ones_are_read) {
  auto const found = check_copybook(
      "01 A.\n 05 X COMP-1.\n01 B PIC X(3).\n01 C.\n 05 Y PIC 9(3) SYNC.\n01 B PIC X.\n", "f.cpy");
  BOOST_REQUIRE(found.faults.size() == 3u);
  BOOST_TEST(found.faults[0].text() == "f.cpy:2:7: USAGE COMP-1 is not supported");
  BOOST_TEST(found.faults[1].text() == "f.cpy:5:16: SYNC is not supported");
  BOOST_TEST(found.faults[2].text() == "f.cpy:6:1: B stands twice");
  BOOST_REQUIRE(found.records.size() == 1u);
  BOOST_TEST(found.records[0].name == "B");
}

BOOST_AUTO_TEST_CASE(what_may_be_meant_otherwise_is_warned_of) {
  auto const text = [](std::string const& copybook) {
    std::string out;
    for (auto const& w : check_copybook("01 R.\n" + copybook, "").warnings) out += w.text() + "\n";
    return out;
  };
  BOOST_TEST(text(" 05 A PIC 9(2) COMP-5.").starts_with("2:2: A: COMP-5 of one or two digits is 1 byte"));
  BOOST_TEST(text(" 05 A PIC 9(3) COMP-5.") == "");
  BOOST_TEST(text(" 05 A PIC X VALUE \"AB\".") == "2:19: A: VALUE: longer than its item\n");
  BOOST_TEST(text(" 05 A PIC 9 VALUE \"1\".") == "2:19: A: VALUE: expected digits\n");
  BOOST_TEST(text(" 05 A PIC X. 05 A PIC X.") == "2:14: A stands twice in R\n");
  BOOST_TEST(text(" 05 N PIC 9. 05 T PIC X OCCURS 1 TO 2 DEPENDING N. 05 Z PIC X. 05 Y PIC X.")
                 .starts_with("2:52: Z follows a table of DEPENDING ON"));
}

/// The items of `bytes`: name@start=value, a * before a view.
std::string decoded(std::string const& copybook, std::string const& bytes, layout::views views) {
  auto const r = read(copybook)[0];
  auto const items = layout::decode(r, bytes, {}, views);
  if (!items) return items.error().text();
  std::string out;
  for (auto const& i : *items)
    out += (i.at.view ? "*" : "") + i.at.name + "@" + std::to_string(i.at.start) + "=" + i.value.text + " ";
  return out;
}

BOOST_AUTO_TEST_CASE(items_behind_a_varying_table_move_up) {
  std::string const copybook =
      "01 R.\n 05 N PIC 9.\n 05 T PIC XX OCCURS 0 TO 5 DEPENDING ON N.\n 05 M PIC 9.\n"
      " 05 U OCCURS 1 TO 3 DEPENDING ON M.\n  10 A PIC X.\n  10 B PIC X OCCURS 2.\n 05 Z PIC X.\n";
  auto const left_out = layout::views::left_out;
  BOOST_TEST(decoded(copybook, "01abcz", left_out) == "N@1=0 M@2=1 U(1).A@3=a U(1).B(1)@4=b U(1).B(2)@5=c Z@6=z ");
  BOOST_TEST(decoded(copybook, "2xxyy1abcz", left_out) ==
             "N@1=2 T(1)@2=xx T(2)@4=yy M@6=1 U(1).A@7=a U(1).B(1)@8=b U(1).B(2)@9=c Z@10=z ");
  BOOST_TEST(decoded(copybook, "2xxyy0z", left_out) == "R: M, byte 6: expected a number from 1 to 3");
  BOOST_TEST(decoded(copybook, "2xxyy1abc", left_out) == "R: byte 10: expected 10 bytes");
  BOOST_TEST(decoded(copybook, "2xx", left_out) == "R: byte 4: expected 22 bytes");
  auto const r = read(copybook)[0];
  BOOST_TEST(layout::length_of(r, "1xx1abczAND MORE").value() == 8u);
  BOOST_TEST(find(r, "Z").start == 22u);
}

BOOST_AUTO_TEST_CASE(tables_that_vary_in_tables_that_vary) {
  BOOST_TEST(decoded("01 R.\n 05 N PIC 9.\n 05 M PIC 9.\n 05 T OCCURS 0 TO 3 DEPENDING ON N.\n  10 A PIC X.\n"
                     "  10 U PIC 9 OCCURS 0 TO 4 DEPENDING ON M.\n",
                     "22a12b34", layout::views::left_out) ==
             "N@1=2 M@2=2 T(1).A@3=a T(1).U(1)@4=1 T(1).U(2)@5=2 T(2).A@6=b T(2).U(1)@7=3 T(2).U(2)@8=4 ");
}

BOOST_AUTO_TEST_CASE(views_are_shown_when_they_are_wanted) {
  std::string const copybook =
      "01 R.\n 05 A PIC X(4).\n 05 B REDEFINES A.\n  10 N PIC 9.\n  10 C PIC X(3).\n"
      " 05 T PIC X OCCURS 1 TO 3 DEPENDING ON N.\n";
  BOOST_TEST(decoded(copybook, "2xyzpq", layout::views::left_out) == "A@1=2xyz T(1)@5=p T(2)@6=q ");
  BOOST_TEST(decoded(copybook, "2xyzpq", layout::views::included) ==
             "A@1=2xyz *N@1=2 *C@2=xyz T(1)@5=p T(2)@6=q ");
}

BOOST_AUTO_TEST_CASE(names_that_stand_twice_have_their_groups) {
  BOOST_TEST(decoded("01 R.\n 05 F.\n  10 K PIC X.\n  10 L PIC X.\n 05 T OCCURS 2.\n  10 K PIC X.\n", "abcd",
                     layout::views::left_out) == "F.K@1=a L@2=b T(1).K@3=c T(2).K@4=d ");
}

}  // namespace
