// What is not supported is refused with its place, never sized wrongly.
#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>

#include "layout/layout.hpp"

namespace {

using samspil::layout::format;

struct bad {
  char const* copybook;
  std::size_t line;
  std::size_t column;
  char const* reason;
  format as = format::free;
};
std::ostream& operator<<(std::ostream& out, bad const& b) { return out << b.copybook; }

bad const cases[] = {
    // Levels.
    {"", 1, 1, "expected level 01"},
    {"* nothing\n", 1, 1, "expected a level number"},
    {"05 A PIC X.", 1, 1, "expected level 01"},
    {"01 R.\n  66 A RENAMES B.", 2, 3, "RENAMES"},
    {"01 R PIC X.\n78 A VALUE 1.", 2, 1, "level 78 (a constant) is not supported"},
    {"77 A.\n 05 B PIC X.", 2, 2, "a level 77 has no items below it"},
    {"77 A PIC X.\n05 B PIC X.", 2, 1, "a level 77 has no items below it"},
    {"01 R.\n 50 A PIC X.", 2, 2, "expected level 01 to 49, 77 or 88"},
    {"01 R.\n 00 A PIC X.", 2, 2, "expected level 01 to 49, 77 or 88"},
    {"01 R.\n 005 A PIC X.", 2, 2, "expected a level number"},
    {"01 R.\n 10 A PIC X.\n 05 B PIC X.", 3, 2, "level 5 does not match"},
    {"01 R.\n 05 A.\n 10 B PIC X.\n 07 C PIC X.", 4, 2, "level 7 does not match"},
    {"01 R PIC X. junk", 1, 13, "expected a level number"},
    // Names.
    {"01 .", 1, 1, "FILLER has neither a picture nor items below it"},
    {"01 R.\n 05 A234567890123456789012345678901 PIC X.", 2, 5, "more than 30 characters"},
    {"01 R.\n 05 -A PIC X.", 2, 5, "begins or ends with a hyphen"},
    {"01 R.\n 05 A- PIC X.", 2, 5, "begins or ends with a hyphen"},
    {"01 R.\n 05 A_B PIC X.", 2, 5, "underscore"},
    {"01 R.\n 05 12-34 PIC X.", 2, 5, "without a letter"},
    {"01 R PIC X.\n01 r PIC X.", 2, 1, "R stands twice"},
    // Periods and clauses.
    {"01 R PIC X", 1, 11, "expected a period"},
    {"01 R.\n 05 A PIC X(3)\n 05 B PIC X.", 3, 2, "expected a period"},
    {"01 R PIC X.05 A PIC X.", 1, 15, "is not supported"},
    {"01 R.\n 05 A.\n", 2, 2, "A has neither a picture nor items below it"},
    {"01 R.\n 05 A PIC X.\n 10 B PIC X.", 2, 2, "A has a picture and items below it"},
    {"01 R PIC X PIC X.", 1, 16, "PICTURE stands twice"},
    {"01 R PIC X VALUE \"A\" VALUE \"B\".", 1, 28, "VALUE stands twice"},
    {"01 R PIC X VALUE \"A\" \"B\".", 1, 22, "an item has one VALUE"},
    {"01 R PIC X VALUE \"A.", 1, 18, "expected a literal"},
    {"01 R PIC.", 1, 9, "expected a picture"},
    {"01 R PICTURE IS .", 1, 17, "expected a picture"},
    {"COPY OTHER.", 1, 1, "COPY is not supported"},
    {"01 R. copy OTHER.", 1, 7, "COPY is not supported"},
    {"01 R PIC X.\n COPY OTHER REPLACING A BY B.", 2, 2, "COPY is not supported"},
    {"01 R.\n 05 COPY OTHER.", 2, 5, "COPY is not supported"},
    {"REPLACE ==A== BY ==B==.", 1, 1, "REPLACE is not supported"},
    {"EXEC SQL INCLUDE X END-EXEC.", 1, 1, "EXEC is not supported"},
    {"01 R PIC X.\n EJECT", 2, 2, "EJECT is not supported"},
    // Usages.
    {"01 R COMP-1.", 1, 6, "COMP-1 is not supported"},
    {"01 R.\n 05 COMP-2.", 2, 5, "COMP-2 is not supported"},
    {"01 R PIC 9(4) COMP-6.", 1, 15, "COMP-6 is not supported"},
    {"01 R PIC 9(4) COMP-X.", 1, 15, "COMP-X is not supported"},
    {"01 R PIC 9(4) USAGE IS computational-1.", 1, 24, "USAGE COMPUTATIONAL-1 is not supported"},
    {"01 R PIC 9(4) USAGE IS PACKED.", 1, 24, "USAGE PACKED is not supported"},
    {"01 R PIC 9(4) COMP COMP-3.", 1, 20, "USAGE stands twice"},
    {"01 R PIC X(4) COMP.", 1, 10, "USAGE COMP needs a picture of digits"},
    {"01 R COMP-3.\n 05 A PIC 9.\n 05 B PIC ZZ9.", 3, 11, "USAGE COMP-3 needs a picture of digits"},
    {"01 R PIC S9(19) COMP.", 1, 10, "USAGE COMP of more than 18 digits"},
    {"01 R PIC 9(10)V9(9) COMP-5.", 1, 10, "USAGE COMP-5 of more than 18 digits"},
    {"01 R COMP.\n 05 A PIC 9 COMP-3.", 2, 13, "USAGE COMP-3 inside a group of USAGE COMP"},
    {"01 R COMP-3.\n 05 A PIC 9 DISPLAY.", 2, 13, "USAGE DISPLAY inside a group of USAGE COMP-3"},
    {"01 R PIC 9(3) SYNC.", 1, 15, "SYNC is not supported"},
    {"01 R PIC 9(3) COMP SYNCHRONIZED LEFT.", 1, 20, "SYNCHRONIZED is not supported"},
    // Signs and other clauses of items.
    {"01 R PIC 9(3) SIGN IS TRAILING SEPARATE.", 1, 23, "SIGN needs a picture with S"},
    {"01 R PIC X(3) LEADING.", 1, 15, "SIGN needs a picture with S"},
    {"01 R PIC S9(3) COMP-3 SIGN LEADING.", 1, 28, "SIGN belongs to USAGE DISPLAY"},
    {"01 R PIC S9(3) SIGN SEPARATE.", 1, 21, "expected LEADING or TRAILING"},
    {"01 R PIC S9(3) LEADING TRAILING.", 1, 24, "SIGN stands twice"},
    {"01 R PIC S9(3) SEPARATE.", 1, 16, "SEPARATE is not supported"},
    {"01 R SIGN LEADING SEPARATE.\n 05 A PIC ZZ9.\n 05 B PIC ZZ9-.", 3, 11, "an edited sign in a group of SIGN"},
    {"01 R PIC 9(3) JUST RIGHT.", 1, 15, "JUSTIFIED belongs to a picture of A and X"},
    {"01 R PIC XBX JUSTIFIED.", 1, 14, "JUSTIFIED belongs to a picture of A and X"},
    {"01 R JUST.\n 05 A PIC X.", 1, 6, "JUSTIFIED belongs to an item with a picture"},
    {"01 R PIC X JUST JUST.", 1, 17, "JUSTIFIED stands twice"},
    {"01 R PIC S9(3) BLANK WHEN ZERO.", 1, 16, "BLANK WHEN ZERO belongs to a DISPLAY number"},
    {"01 R PIC X(3) BLANK WHEN ZERO.", 1, 15, "BLANK WHEN ZERO belongs to a DISPLAY number"},
    {"01 R PIC **9 BLANK ZERO.", 1, 14, "BLANK WHEN ZERO belongs to a DISPLAY number"},
    {"01 R PIC 9V9 BLANK WHEN ZERO.", 1, 14, "BLANK WHEN ZERO with V or P is not supported"},
    {"01 R PIC 9P BLANK WHEN ZERO.", 1, 13, "BLANK WHEN ZERO with V or P is not supported"},
    {"01 R PIC 9 COMP BLANK WHEN ZERO.", 1, 17, "BLANK WHEN ZERO belongs to a DISPLAY number"},
    {"01 R BLANK WHEN ZERO.\n 05 A PIC 9.", 1, 6, "BLANK WHEN ZERO belongs to an item"},
    {"01 R PIC 9 BLANK WHEN SPACE.", 1, 23, "expected ZERO"},
    {"01 R.\n 05 P POINTER.", 2, 7, "POINTER is not supported"},
    {"01 R EXTERNAL PIC X.", 1, 6, "EXTERNAL is not supported"},
    // Pictures.
    {"01 R PIC N(3).", 1, 10, "symbol N is not supported"},
    {"01 R PIC G(3).", 1, 10, "symbol G is not supported"},
    {"01 R PIC 1(3).", 1, 10, "symbol 1 is not supported"},
    {"01 R PIC 9E9.", 1, 11, "symbol E is not supported"},
    {"01 R PIC 9C.", 1, 11, "symbol C is not supported"},
    {"01 R PIC 9DR.", 1, 11, "symbol D is not supported"},
    {"01 R PIC XX.9.", 1, 12, "symbol . cannot stand beside A and X"},
    {"01 R PIC XZ.", 1, 11, "symbol Z cannot stand beside A and X"},
    {"01 R PIC B.", 1, 10, "a picture without X or 9"},
    {"01 R PIC $.", 1, 10, "a picture without X or 9"},
    {"01 R PIC 9Z.", 1, 11, "symbol Z cannot follow a 9"},
    {"01 R PIC Z*9.", 1, 11, "symbol * cannot stand beside symbol Z"},
    {"01 R PIC Z(3).9Z.", 1, 16, "symbol Z cannot follow a 9"},
    {"01 R PIC Z.ZZ9.", 1, 14, "a 9 cannot follow symbol Z behind the point"},
    {"01 R PIC 9.9.9.", 1, 13, "a second point"},
    {"01 R PIC 9V9.9.", 1, 13, "a second point"},
    {"01 R PIC +9-.", 1, 12, "a second sign"},
    {"01 R PIC 9+9.", 1, 11, "a sign stands first or last"},
    {"01 R PIC 9CRDB.", 1, 13, "nothing can follow the sign at the end"},
    {"01 R PIC --9CR.", 1, 13, "a second sign"},
    {"01 R PIC $+9.", 1, 11, "a sign stands first or last"},
    {"01 R PIC 99$.", 1, 12, "a currency sign stands before the digits"},
    {"01 R PIC $Z$9.", 1, 12, "a currency sign stands before the digits"},
    {"01 R PIC $(2)$9.", 1, 14, "symbol $ follows its own repetition"},
    {"01 R PIC SZ9.", 1, 10, "S cannot stand in an edited picture"},
    {"01 R PIC ZZP.", 1, 12, "P in an edited picture is not supported"},
    {"01 R PIC Z(20)9(12).", 1, 10, "more than 31 digits"},
    {"01 R PIC P.", 1, 10, "a picture without X or 9"},
    {"01 R PIC 9P9.", 1, 12, "P stands first or last"},
    {"01 R PIC 9VP.", 1, 12, "P stands first or last"},
    {"01 R PIC PV9.", 1, 11, "V stands once"},
    {"01 R PIC P9P.", 1, 12, "P stands first or last"},
    {"01 R PIC 9(30)P(2).", 1, 10, "more than 31 digits"},
    {"01 R PIC XXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX.", 1, 10, "a picture of more than 50 characters"},
    {"01 R PIC X().", 1, 12, "expected a repetition"},
    {"01 R PIC X(3.", 1, 13, "expected a repetition"},
    {"01 R PIC X(123456789).", 1, 20, "expected a repetition"},
    {"01 R PIC X(0).", 1, 10, "a repetition of 0"},
    {"01 R PIC X(99999999).", 1, 10, "longer than"},
    {"01 R PIC 9(32).", 1, 10, "more than 31 digits"},
    {"01 R PIC 9S.", 1, 11, "S stands once and first"},
    {"01 R PIC SS9.", 1, 10, "S stands once and first"},
    {"01 R PIC VS9.", 1, 11, "S stands once and first"},
    {"01 R PIC 9V9V9.", 1, 13, "V stands once"},
    {"01 R PIC 9PV(1).", 1, 12, "V stands once"},
    {"01 R PIC SX.", 1, 10, "S, V and P belong to digits only"},
    {"01 R PIC XV9.", 1, 11, "S, V and P belong to digits only"},
    {"01 R PIC S.", 1, 10, "a picture without X or 9"},
    // OCCURS.
    {"01 R OCCURS 3 PIC X.", 1, 13, "OCCURS at level 01"},
    {"01 R.\n 05 T PIC X OCCURS 0.", 2, 20, "occurrences"},
    {"01 R.\n 05 T PIC X OCCURS 10000000.", 2, 20, "occurrences"},
    {"01 R.\n 05 T PIC X OCCURS.", 2, 19, "expected a number"},
    {"01 R.\n 05 T PIC X OCCURS TIMES.", 2, 20, "expected a number"},
    {"01 R.\n 05 T PIC X OCCURS 2 OCCURS 3.", 2, 29, "OCCURS stands twice"},
    {"01 R.\n 05 T PIC X OCCURS 1 TO 5.", 2, 20, "needs DEPENDING ON"},
    {"01 R.\n 05 N PIC 9.\n 05 T PIC X OCCURS 5 TO 5 DEPENDING N.", 3, 20, "fewer than the most"},
    {"01 R.\n 05 T PIC X OCCURS 1 TO 5 DEPENDING ON N.", 2, 40, "needs an item of its record: N"},
    {"01 R.\n 05 N PIC X.\n 05 T PIC X OCCURS 1 TO 5 DEPENDING ON N.", 3, 40, "needs a whole number: N"},
    {"01 R.\n 05 N PIC 9V9.\n 05 T PIC X OCCURS 1 TO 5 DEPENDING ON N.", 3, 40, "needs a whole number: N"},
    {"01 R.\n 05 N PIC ZZ9.\n 05 T PIC X OCCURS 1 TO 5 DEPENDING ON N.", 3, 40, "needs a whole number: N"},
    {"01 R.\n 05 T PIC X OCCURS 1 TO 5 DEPENDING ON N.\n 05 N PIC 9.", 2, 40, "needs an item before the table: N"},
    {"77 N PIC 9.\n01 R.\n 05 T PIC X OCCURS 1 TO 5 DEPENDING ON N.", 3, 40, "needs an item of its record: N"},
    {"01 R.\n 05 G OCCURS 2.\n 10 N PIC 9.\n 10 T PIC X OCCURS 1 TO 5 DEPENDING ON N.", 4, 40, "an item of a table: N"},
    {"01 R.\n 05 N PIC 9.\n 05 G.\n 10 N PIC 9.\n 05 T PIC X OCCURS 1 TO 5 DEPENDING ON N.", 5, 40, "stands twice: N"},
    {"01 R.\n 05 N PIC 9.\n 05 T PIC X OCCURS 1 TO 5 DEPENDING ON N OF G.", 3, 40, "of its record: N OF G"},
    {"01 R.\n 05 N PIC 9.\n 05 T PIC X OCCURS 1 TO 5 DEPENDING ON N OF.", 3, 44, "expected a name"},
    {"01 R.\n 05 T PIC X OCCURS 3 INDEXED BY.", 2, 32, "expected a name"},
    {"01 R.\n 05 T PIC X OCCURS 3 ASCENDING KEY IS U.", 2, 39, "expected an item of the table: U"},
    {"01 R.\n 05 U PIC X.\n 05 T OCCURS 3 DESCENDING U.\n 10 A PIC X.", 3, 27, "expected an item of the table: U"},
    {"01 R.\n 05 A PIC X(9999999) OCCURS 2.", 1, 1, "R: longer than"},
    // REDEFINES.
    {"01 A PIC X.\n01 B REDEFINES C PIC X.", 2, 1, "needs C right before it"},
    {"01 A PIC X.\n01 C PIC X.\n01 B REDEFINES A PIC X.", 3, 1, "needs A right before it"},
    {"01 A.\n 05 N PIC 9.\n 05 T PIC X OCCURS 1 TO 2 DEPENDING N.\n01 B REDEFINES A PIC X.", 4, 1, "that varies"},
    {"01 R.\n 05 N PIC 9.\n 05 A.\n 10 T PIC X OCCURS 1 TO 2 DEPENDING N.\n 05 B REDEFINES A PIC X.", 5, 2,
     "varies or repeats"},
    {"01 R.\n 05 N PIC 9.\n 05 A PIC XX.\n 05 B REDEFINES A.\n 10 T PIC X OCCURS 1 TO 2 DEPENDING N.", 4, 2,
     "varies or repeats"},
    {"01 R.\n 05 A PIC X.\n 05 B REDEFINES C PIC X.", 3, 2, "needs C right before it"},
    {"01 R.\n 05 A PIC X.\n 05 B PIC X.\n 05 C REDEFINES A PIC X.", 4, 2, "needs A right before it"},
    {"01 R.\n 05 A PIC X.\n 05 B REDEFINES A PIC XX.", 3, 2, "longer than A"},
    {"01 R.\n 05 A PIC X OCCURS 3.\n 05 B REDEFINES A PIC X.", 3, 2, "varies or repeats"},
    {"01 R.\n 05 A PIC X.\n 05 B REDEFINES 5 PIC X.", 3, 2, "needs 5 right before it"},
    {"01 R.\n 05 FILLER PIC X.\n 05 B REDEFINES FILLER PIC X.", 3, 2, "needs FILLER right before it"},
    {"01 R.\n 05 FILLER PIC 9.\n 05 T PIC X OCCURS 1 TO 5 DEPENDING ON FILLER.", 3, 40, "needs an item"},
    // Level 88.
    {"88 A VALUE \"X\".", 1, 1, "expected level 01"},
    {"01 R PIC X.\n 88 VALUE \"X\".", 2, 2, "a level 88 needs a name"},
    {"01 R PIC X.\n 88 A.", 2, 2, "needs one VALUE clause"},
    {"01 R PIC X.\n 88 A VALUE \"X\" PIC X.", 2, 2, "has a VALUE clause only"},
    {"01 R PIC X.\n 88 A VALUE \"XY\".", 2, 13, "longer than its item"},
    {"01 R PIC X.\n 88 A VALUE 1.", 2, 13, "expected a quoted text"},
    {"01 R PIC 9.\n 88 A VALUE \"1\".", 2, 13, "expected digits"},
    {"01 R PIC 9.\n 88 A VALUE -1.", 2, 13, "a sign, but its item has none"},
    {"01 R PIC S9.\n 88 A VALUE -12.", 2, 13, "longer than its item"},
    {"01 R PIC S9V9.\n 88 A VALUE 1.25.", 2, 13, "more decimals than its item"},
    {"01 R PIC S9V9 COMP-3.\n 88 A VALUE -1 THRU -1.1.", 2, 21, "THRU below its first value"},
    {"01 R PIC 9P.\n 88 A VALUE 15.", 2, 13, "digits where its item has P"},
    {"01 R PIC X.\n 88 A VALUE X\"4\".", 2, 13, "pairs of hexadecimal digits"},
    {"01 R PIC X.\n 88 A VALUE X\"4G\".", 2, 13, "pairs of hexadecimal digits"},
    {"01 R PIC X.\n 88 A VALUE ALL 1.", 2, 13, "expected a literal"},
    {"01 R PIC 9.\n 88 A VALUE SPACES.", 2, 13, "expected digits"},
    {"01 R PIC 9.\n 88 A VALUE 1 THRU.", 2, 19, "expected a literal"},
    {"01 R PIC 9.\n 88 A VALUE 5 THRU 3.", 2, 20, "THRU below its first value"},
    // Fixed format.
    {"       01 R PIC X.\n      -    junk", 2, 16, "expected a period", format::fixed},
    {"      -    01 R PIC X.", 1, 12, "without a line before it", format::fixed},
    {"       01 R PIC X\n      -", 2, 8, "a continuation line without text", format::fixed},
    {"       01 R PIC X VALUE \"A\n      -    B\".", 2, 12, "expected a quote, which continues", format::fixed},
    {"       01 R PIC X VALUE \"A\n           B\".", 1, 25, "expected a literal", format::fixed},
    {"       01 R PIC X.\n      $    junk", 2, 7, "as indicator", format::fixed},
    {"       01 R\tPIC X.", 1, 12, "a tab", format::fixed},
    {"       01 R PIC X" "                                                         .", 1, 18, "expected a period",
     format::fixed},
    {"01 R PIC X\x01.", 1, 11, "a control byte"},
};

BOOST_DATA_TEST_CASE(a_bad_copybook_is_refused_with_its_place, boost::unit_test::data::make(cases), one) {
  auto const records = samspil::layout::read_copybook(one.copybook, "bad.cpy", one.as);
  BOOST_REQUIRE(!records);
  BOOST_TEST_CONTEXT(records.error().text()) {
    BOOST_TEST(records.error().source == "bad.cpy");
    BOOST_TEST(records.error().at.line == one.line);
    BOOST_TEST(records.error().at.column == one.column);
    BOOST_TEST(records.error().reason.find(one.reason) != std::string::npos);
  }
}

// Whatever the bytes: an answer, no crash. Every prefix of a good copybook, and
// every single byte of it replaced.
BOOST_AUTO_TEST_CASE(damaged_copybooks_are_answered) {
  std::string const good =
      "       01 R.\n"
      "           05 N PIC 9(2).\n"
      "              88 FEW VALUE 1 THRU 5, 7.\n"
      "           05 A REDEFINES N PIC X(2).\n"
      "           05 T OCCURS 0 TO 9 TIMES DEPENDING ON N.\n"
      "              10 P PIC S9(3)V99.\n"
      "              10 FILLER PIC X VALUE 'it''s'.\n";
  std::size_t taken = 0;
  for (std::size_t size = 0; size <= good.size(); ++size)
    if (samspil::layout::read_copybook(std::string_view(good).substr(0, size), "prefix")) ++taken;
  BOOST_TEST(taken > 0u);
  for (std::size_t at = 0; at < good.size(); ++at) {
    for (char c : {'.', '(', '"', 'X', '9', ' ', '\n', '\0', '\xff'}) {
      std::string damaged = good;
      damaged[at] = c;
      auto const records = samspil::layout::read_copybook(damaged, "damaged");
      if (!records) BOOST_TEST(records.error().at.line > 0u);
    }
  }
}

}  // namespace
