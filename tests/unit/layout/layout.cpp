// What the supported clauses mean: sizes, offsets, tables, other views, values.
#include "layout/layout.hpp"

#include <boost/test/unit_test.hpp>

#include "unit/layout/read.hpp"

namespace {

using samspil::layout::category;
using samspil::layout::format;
using samspil::test::find;
using samspil::test::read;

BOOST_AUTO_TEST_CASE(items_stand_one_behind_the_other) {
  auto const records = read(
      "01 FIRST.\n 05 A PIC X(3).\n 05 B PIC 9(2).\n 05 G.\n  10 C PIC X.\n  10 FILLER PIC X(4).\n 05 D PIC XX9.\n"
      "01 SECOND PIC X(7).\n");
  BOOST_REQUIRE(records.size() == 2u);
  auto const& first = records[0];
  BOOST_TEST(first.length == 13u);
  BOOST_TEST(find(first, "FIRST").start == 1u);
  BOOST_TEST(find(first, "FIRST").below == 6u);
  BOOST_TEST(find(first, "FIRST").group());
  BOOST_TEST(find(first, "A").start == 1u);
  BOOST_TEST(find(first, "B").start == 4u);
  BOOST_TEST(find(first, "B").picture == "9(2)");
  BOOST_TEST(find(first, "B").usage == "DISPLAY");
  BOOST_TEST((find(first, "B").kind == category::digits));
  BOOST_TEST(find(first, "G").start == 6u);
  BOOST_TEST(find(first, "G").length == 5u);
  BOOST_TEST(find(first, "G").usage == "");
  BOOST_TEST(find(first, "C").level == 10u);
  BOOST_TEST(find(first, "D").start == 11u);
  BOOST_TEST((find(first, "D").kind == category::text));
  BOOST_TEST(records[1].name == "SECOND");
  BOOST_TEST(records[1].length == 7u);
  BOOST_TEST(records[1].items.front().start == 1u);
}

BOOST_AUTO_TEST_CASE(a_sign_and_a_point_take_no_byte) {
  auto const r = read("01 R.\n 05 A PIC S9(5)V99.\n 05 B PIC V9.\n 05 C PIC s99 DISPLAY.\n 05 D PIC 9(2)V.\n")[0];
  BOOST_TEST(r.length == 12u);
  BOOST_TEST(find(r, "A").length == 7u);
  BOOST_TEST(find(r, "A").is_signed);
  BOOST_TEST(find(r, "A").point.decimals == 2u);
  BOOST_TEST(find(r, "B").point.decimals == 1u);
  BOOST_TEST(!find(r, "B").is_signed);
  BOOST_TEST(find(r, "C").picture == "S99");
  BOOST_TEST(find(r, "D").point.decimals == 0u);
}

BOOST_AUTO_TEST_CASE(tables_multiply) {
  auto const r = read(
      "01 R.\n 05 T OCCURS 3 TIMES.\n  10 A PIC X(2).\n  10 B PIC 9 OCCURS 4.\n 05 Z PIC X.\n")[0];
  BOOST_TEST(r.length == 19u);
  BOOST_TEST(find(r, "T").length == 6u);
  BOOST_TEST(find(r, "T").occurs == 3u);
  BOOST_TEST(find(r, "B").start == 3u);
  BOOST_TEST(find(r, "B").length == 1u);
  BOOST_TEST(find(r, "B").occurs == 4u);
  BOOST_TEST(find(r, "Z").start == 19u);
}

BOOST_AUTO_TEST_CASE(a_table_that_depends_has_its_greatest_length) {
  auto const r = read("01 R.\n 05 N PIC 99.\n 05 T OCCURS 0 TO 20 TIMES DEPENDING ON N.\n  10 A PIC X(3).\n")[0];
  BOOST_TEST(r.length == 62u);
  BOOST_TEST(find(r, "T").least == 0u);
  BOOST_TEST(find(r, "T").occurs == 20u);
  BOOST_TEST(find(r, "T").depending == "N");
  auto const short_form = read("01 R.\n 05 N PIC 99.\n 05 T PIC X OCCURS 9 DEPENDING N.\n")[0];
  BOOST_TEST(find(short_form, "T").least == 1u);
  BOOST_TEST(find(short_form, "T").occurs == 9u);
}

BOOST_AUTO_TEST_CASE(redefinitions_take_no_room) {
  auto const r = read(
      "01 R.\n 05 A PIC X(4).\n 05 B REDEFINES A.\n  10 C PIC 9(2).\n  10 D PIC 9(2).\n"
      " 05 E REDEFINES A PIC X OCCURS 3.\n 05 F PIC X.\n")[0];
  BOOST_TEST(r.length == 5u);
  BOOST_TEST(find(r, "B").start == 1u);
  BOOST_TEST(find(r, "B").redefines == "A");
  BOOST_TEST(find(r, "D").start == 3u);
  BOOST_TEST(find(r, "E").start == 1u);
  BOOST_TEST(find(r, "F").start == 5u);
}

BOOST_AUTO_TEST_CASE(unnamed_items_and_values_are_taken) {
  auto const r = read(
      "01 R.\n 05 PIC X(3) VALUE SPACES.\n 05 FILLER PIC 9(2) VALUE ZERO.\n 05 A PIC X(9) VALUE IS 'it''s. \"so\"'.\n"
      " 05 B PIC S9(3)V9 VALUE -12.5.\n 05 OCCURS 2.\n  10 C PIC X.\n")[0];
  BOOST_TEST(r.items[1].name == "FILLER");
  BOOST_TEST(r.items[2].start == 4u);
  BOOST_TEST(find(r, "B").start == 15u);
  BOOST_TEST(find(r, "C").start == 19u);
  BOOST_TEST(r.length == 20u);
}

BOOST_AUTO_TEST_CASE(level_88_values_have_their_items_width) {
  auto const r = read(
      "01 R.\n 05 S PIC 9(2).\n  88 ACTIVE VALUE 1 THRU 7, 20.\n  88 NONE VALUES ARE ZEROES.\n"
      " 05 T PIC X(3).\n  88 EMPTY VALUE SPACE.\n  88 NAMED VALUE 'A' \"B'\" THROUGH 'C'.\n"
      " 05 G.\n  88 BOTH VALUE 'XY'.\n  10 P PIC X.\n  10 Q PIC X.\n   88 LAST-ONE VALUE HIGH-VALUES.\n")[0];
  using values = std::vector<samspil::layout::allowed>;
  auto const& s = find(r, "S").conditions;
  BOOST_REQUIRE(s.size() == 2u);
  BOOST_TEST(s[0].name == "ACTIVE");
  BOOST_TEST((s[0].values == values{{"01", "07"}, {"20", "20"}}));
  BOOST_TEST((s[1].values == values{{"00", "00"}}));
  auto const& t = find(r, "T").conditions;
  BOOST_REQUIRE(t.size() == 2u);
  BOOST_TEST((t[0].values == values{{"   ", "   "}}));
  BOOST_TEST((t[1].values == values{{"A  ", "A  "}, {"B' ", "C  "}}));
  BOOST_TEST((find(r, "G").conditions[0].values == values{{"XY", "XY"}}));
  BOOST_TEST((find(r, "Q").conditions[0].values == values{{"\xff", "\xff"}}));
}

BOOST_AUTO_TEST_CASE(words_are_read_in_any_case_and_over_lines) {
  auto const r = read("01 r. 05 a\n Picture\n  is\n x(3)\n. 05 b pic 9(4)\n occurs\n 2 times. 05 company pic x.")[0];
  BOOST_TEST(r.name == "R");
  BOOST_TEST(find(r, "A").picture == "X(3)");
  BOOST_TEST(find(r, "B").occurs == 2u);
  BOOST_TEST(find(r, "COMPANY").start == 12u);
}

BOOST_AUTO_TEST_CASE(both_formats_give_the_same) {
  std::string const fixed =
      "000100* a comment with PIC\n"
      "000200 01 R.                                                            IGNORED.\n"
      "      / another\n"
      "000300     05 A                    PIC X(3).      *> and to the end 05 Z PIC X.\n"
      "\n"
      "           05 B PIC 9(2).\r\n";
  std::string const free = "*> a comment\n01 R.\n05 A PIC X(3). *> A\n  05 B PIC 9(2).\n";
  auto const a = read(fixed);
  auto const b = read(free);
  BOOST_TEST(a[0].length == 5u);
  BOOST_TEST(b[0].length == 5u);
  BOOST_TEST(find(a[0], "B").start == find(b[0], "B").start);
  BOOST_TEST(find(a[0], "B").at.line == 6u);
  BOOST_TEST(find(a[0], "B").at.column == 12u);
  BOOST_TEST(read(fixed, format::fixed)[0].length == 5u);
  BOOST_TEST(!samspil::layout::read_copybook(free, "", format::fixed));
}

}  // namespace
