// Records read by a layout that is known at run time only, and its table.
#include <boost/test/unit_test.hpp>

#include "layout/decode.hpp"
#include "layout/offset_table.hpp"
#include "unit/layout/read.hpp"

namespace {

using samspil::layout::decode;
using samspil::test::read;

BOOST_AUTO_TEST_CASE(every_occurrence_is_named_and_misfits_are_told) {
  auto const r = read(
      "01 R.\n 05 N PIC 9.\n 05 V REDEFINES N PIC X.\n 05 T OCCURS 2.\n  10 A PIC X.\n  10 B PIC 9 OCCURS 2.\n"
      " 05 S PIC S9(2).\n")[0];
  auto const items = decode(r, "1a12bx43p");
  BOOST_REQUIRE(items);
  std::string all;
  for (auto const& i : *items)
    all += i.at.name + "@" + std::to_string(i.at.start) + "=" + i.value.text + (i.value.fits ? " " : "! ");
  BOOST_TEST(all == "N@1=1 T(1).A@2=a T(1).B(1)@3=1 T(1).B(2)@4=2 T(2).A@5=b T(2).B(1)@6=x! T(2).B(2)@7=4 S@8=-30 ");
}

BOOST_AUTO_TEST_CASE(the_length_is_exact) {
  auto const r = read("01 R.\n 05 A PIC X(3).\n")[0];
  BOOST_TEST(decode(r, "abc").has_value());
  auto const shorter = decode(r, "ab");
  BOOST_REQUIRE(!shorter);
  BOOST_TEST(shorter.error().text() == "R: byte 3: expected 3 bytes");
  auto const longer = decode(r, "abcd");
  BOOST_REQUIRE(!longer);
  BOOST_TEST(longer.error().byte == 4u);
}

BOOST_AUTO_TEST_CASE(a_counter_rules_its_table) {
  auto const r = read("01 R.\n 05 N PIC 99.\n 05 T OCCURS 1 TO 12 DEPENDING ON N.\n  10 A PIC XX.\n")[0];
  BOOST_TEST(placed_items(r).size() == 13u);
  auto const two = decode(r, "02aabb");
  BOOST_REQUIRE(two);
  BOOST_TEST(two->size() == 3u);
  BOOST_TEST(two->back().at.name == "T(2).A");
  BOOST_TEST(two->back().bytes == "bb");
  for (char const* bad : {"00", "13", "99", "xx", " 2aabb"}) {
    auto const refused = decode(r, bad);
    BOOST_REQUIRE(!refused);
    BOOST_TEST(refused.error().text() == "R: N, byte 1: expected a number from 1 to 12");
  }
  BOOST_TEST(decode(r, "02aab").error().byte == 6u);
  BOOST_TEST(decode(r, "02aabbc").error().byte == 7u);
  BOOST_TEST(!decode(r, "0"));
  BOOST_TEST(!decode(r, ""));
}

BOOST_AUTO_TEST_CASE(a_record_can_be_one_item) {
  auto const r = read("01 R PIC 9(3).\n")[0];
  auto const items = decode(r, "12x");
  BOOST_REQUIRE(items);
  BOOST_TEST(items->front().at.name == "R");
  BOOST_TEST(!items->front().value.fits);
}

BOOST_AUTO_TEST_CASE(the_table_shows_depth_tables_and_values) {
  auto const r = read(
      "01 R.\n 05 N PIC 9.\n  88 ODD VALUE 1 3 THRU 5.\n 05 V REDEFINES N PIC X.\n"
      " 05 T OCCURS 1 TO 3 DEPENDING ON N.\n  10 A PIC X(2).\n")[0];
  std::string const expected =
      "R, 7 bytes\n"
      "item                                         start length  occurs  picture\n"
      "01 R                                             1      7\n"
      "  05 N                                           1      1          9\n"
      "    88 ODD \"1\", \"3\" to \"5\"\n"
      "  05 V                                           1      1          X         redefines N\n"
      "  05 T                                           2      2  1-3 by N\n"
      "    10 A                                         2      2          X(2)\n";
  BOOST_TEST(offset_table(r) == expected);
}

}  // namespace
