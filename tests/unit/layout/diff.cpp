// What a newer version of a layout breaks.
#include "layout/diff.hpp"

#include <boost/test/unit_test.hpp>

#include "unit/layout/read.hpp"

namespace {

using samspil::test::read;

/// A line for each change: what, item, before, after, and ! when it breaks.
std::string changes(std::string const& before, std::string const& after) {
  std::string out;
  for (auto const& c : samspil::layout::differences(read(before), read(after)))
    out += std::string(c.what) + " " + (c.item.empty() ? c.record : c.item) + ": " + c.before + " > " + c.after +
           (c.breaking ? " !\n" : "\n");
  return out;
}
std::string in_record(std::string const& before, std::string const& after) {
  return changes("01 R.\n" + before, "01 R.\n" + after);
}

BOOST_AUTO_TEST_CASE(the_same_is_the_same) {
  BOOST_TEST(in_record("05 A PIC X(3). 05 B PIC 9(2).", "05 A PIC XXX. 05 B PIC 99.") == "");
  BOOST_TEST(in_record("05 A PIC S9(3) COMP-3.", "05 A USAGE PACKED-DECIMAL PIC S999.") == "");
  BOOST_TEST(in_record("05 A PIC X. 05 B PIC X.", "05 G. 10 A PIC X. 05 B PIC X.") == "");
}

BOOST_AUTO_TEST_CASE(what_breaks) {
  BOOST_TEST(in_record("05 A PIC X(3). 05 B PIC X.", "05 A PIC X(4). 05 B PIC X.") ==
             "resized R: 4 bytes > 5 bytes !\nresized A: 3 bytes > 4 bytes !\nmoved B: at 4 > at 5 !\n");
  BOOST_TEST(in_record("05 A PIC X(3).", "05 A PIC 9(3).") == "retyped A: X(3) (text) > 9(3) (digits) !\n");
  BOOST_TEST(in_record("05 A PIC 9(4) COMP.", "05 A PIC 9(4) COMP-5.") ==
             "retyped A: 9(4) COMP (number of 4 digits, binary) > 9(4) COMP-5 (number of 4 digits, binary of the "
             "machine) !\n");
  BOOST_TEST(in_record("05 A PIC 9(3)V9.", "05 A PIC 9(2)V99.") ==
             "retyped A: 9(3)V9 (number of 4 digits, 1 decimal) > 9(2)V99 (number of 4 digits, 2 decimals) !\n");
  BOOST_TEST(in_record("05 A PIC X. 05 B PIC X.", "05 A PIC X. 05 FILLER PIC X.") == "removed B: at 2, X >  !\n");
  BOOST_TEST(in_record("05 A PIC X OCCURS 3. 05 FILLER PIC X.", "05 A PIC X OCCURS 4.") == "repeated A: 3 > 4 !\n");
  BOOST_TEST(in_record("05 N PIC 9. 05 A PIC X OCCURS 3.", "05 N PIC 9. 05 A PIC X OCCURS 1 TO 3 DEPENDING ON N.") ==
             "repeated A: 3 > 1-3 by N !\n");
  BOOST_TEST(in_record("05 T OCCURS 2. 10 A PIC X. 10 B PIC X.", "05 T OCCURS 2. 10 A PIC X. 10 B PIC XX.") ==
             "resized R: 4 bytes > 6 bytes !\nresized T: 2 bytes > 3 bytes !\nresized T.B: 1 byte > 2 bytes !\n");
  BOOST_TEST(changes("01 A PIC X.\n01 B PIC X.", "01 A PIC X.\n01 C PIC XX.") ==
             "removed B: 1 byte >  !\nadded C:  > 2 bytes\n");
}

BOOST_AUTO_TEST_CASE(a_table_without_a_name_tells_by_its_items) {
  std::string const old = "05 FILLER OCCURS 3. 10 A PIC X(2). 10 B PIC X(3). 05 C PIC X(5).";
  BOOST_TEST(in_record(old, "05 FILLER OCCURS 2. 10 A PIC X(2). 10 B PIC X(3). 05 FILLER PIC X(5). 05 C PIC X(5).") ==
             "repeated A: in 3 of 5 bytes > in 2 of 5 bytes !\nrepeated B: in 3 of 5 bytes > in 2 of 5 bytes !\n");
  // As long as before, with other steps.
  BOOST_TEST(in_record("05 FILLER OCCURS 3. 10 A PIC X. 10 FILLER PIC X(3).",
                       "05 FILLER OCCURS 3. 10 A PIC X. 10 FILLER PIC X. 05 FILLER PIC X(6).") ==
             "repeated A: in 3 of 4 bytes > in 3 of 2 bytes !\n");
  BOOST_TEST(in_record("05 N PIC 9. 05 FILLER OCCURS 3. 10 A PIC X.",
                       "05 N PIC 9. 05 FILLER OCCURS 1 TO 3 DEPENDING ON N. 10 A PIC X.") ==
             "repeated A: in 3 of 1 byte > in 1-3 by N of 1 byte !\n");
  BOOST_TEST(in_record("05 FILLER OCCURS 2. 10 FILLER OCCURS 2. 15 A PIC X.", "05 FILLER OCCURS 4. 10 A PIC X.") ==
             "repeated A: in 2 of 2 bytes, in 2 of 1 byte > in 4 of 1 byte !\n");
  BOOST_TEST(in_record("05 FILLER OCCURS 2. 10 A PIC X.", "05 A PIC X. 05 FILLER PIC X.") ==
             "repeated A: in 2 of 1 byte > in no table !\n");
  BOOST_TEST(in_record(old, old) == "");
  BOOST_TEST(in_record(old, "05 FILLER OCCURS 3. 10 G. 15 A PIC X(2). 10 B PIC X(3). 05 C PIC X(5).") == "");
}

BOOST_AUTO_TEST_CASE(what_breaks_nothing) {
  BOOST_TEST(in_record("05 A PIC X. 05 FILLER PIC X(5).", "05 A PIC X. 05 B PIC 9(2). 05 FILLER PIC X(3).") ==
             "added B:  > at 2, 9(2)\n");
  BOOST_TEST(in_record("05 A PIC X.", "05 B PIC X.") == "renamed A: A > B\n");
  BOOST_TEST(changes("01 R.\n05 A PIC X.", "01 S.\n05 A PIC X.") == "renamed R: R > S\n");
  BOOST_TEST(in_record("05 A PIC X. 88 Y VALUE \"J\".", "05 A PIC X. 88 Y VALUE \"J\" \"Y\". 88 N VALUE \"N\".") ==
             "values A: Y \"J\" > Y \"J\", \"Y\"; N \"N\"\n");
  BOOST_TEST(in_record("05 A PIC X(4).", "05 A PIC X(4). 05 B REDEFINES A PIC 9(4).") == "added B:  > at 1, 9(4)\n");
}

BOOST_AUTO_TEST_CASE(names_in_several_groups_are_told_apart) {
  BOOST_TEST(in_record("05 F. 10 K PIC 9. 05 T. 10 K PIC 9.", "05 F. 10 K PIC 9. 05 T. 10 K PIC X.") ==
             "retyped T.K: 9 (digits) > X (text) !\n");
}

}  // namespace
