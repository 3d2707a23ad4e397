// What the generator refuses and what its names, tables and values become.
#include "layout/generate.hpp"

#include <boost/test/unit_test.hpp>

#include "unit/layout/read.hpp"

namespace {

using samspil::layout::generate;
using samspil::test::read;

std::string header_of(std::string_view copybook) {
  auto const out = generate(read(copybook), "test");
  BOOST_REQUIRE_MESSAGE(out, (out ? "" : out.error().text()));
  return out->header;
}

bool holds(std::string const& text, std::string_view part) { return text.find(part) != std::string::npos; }

BOOST_AUTO_TEST_CASE(items_become_objects_at_their_place) {
  std::string const header = header_of(
      "01 A-B.\n 05 C-D PIC X(3).\n 05 T PIC 9(2) OCCURS 4.\n 05 G OCCURS 2.\n  10 H PIC X.\n  10 I PIC 9 OCCURS 1.\n"
      " 05 P.\n  10 Q PIC X.\n 05 V REDEFINES P PIC 9.\n 05.\n  10 U PIC X.\n");
  BOOST_TEST(holds(header, "struct A_B {"));
  BOOST_TEST(holds(header, "name = \"A-B\";"));
  BOOST_TEST(holds(header, "length = 17;"));
  BOOST_TEST(holds(header, "codec::field<A_B, 0, 3, codec::kind::text> C_D{\"C-D\"};"));
  BOOST_TEST(holds(header, "codec::repeated<A_B, 3, 2, codec::kind::digits, 4, 2> T{\"T\"};"));
  BOOST_TEST(holds(header, "struct G {"));
  BOOST_TEST(holds(header, "codec::repeated<A_B, 11, 1, codec::kind::text, 2, 2> H{\"H\"};"));
  BOOST_TEST(holds(header, "codec::field<A_B, 15, 1, codec::kind::text> Q{\"Q\"};"));
  BOOST_TEST(holds(header, "codec::field<A_B, 16, 1, codec::kind::text> U{\"U\"};"));
  BOOST_TEST(holds(header, "codec::field<A_B, 15, 1, codec::kind::digits> V{\"V\"};"));
}

BOOST_AUTO_TEST_CASE(values_keep_every_byte) {
  std::string const header =
      header_of("01 R.\n 05 A PIC X(2).\n  88 L VALUE LOW-VALUE.\n  88 Q VALUE '\"?' THRU 'xx'.\n");
  BOOST_TEST(holds(header, "std::array<codec::allowed, 2> A_88"));
  BOOST_TEST(holds(header, "{\"L\", std::string_view(\"\\000\\000\", 2), std::string_view(\"\\000\\000\", 2)}"));
  BOOST_TEST(holds(header, "{\"Q\", \"\\042\\077\", \"xx\"}"));
}

BOOST_AUTO_TEST_CASE(what_has_no_view_is_refused) {
  struct {
    char const* copybook;
    std::size_t line;
    char const* reason;
  } const cases[] = {
      {"01 R PIC X.", 1, "needs items below it"},
      {"01 R.\n 05 A PIC S9.", 2, "S has no C++ view"},
      {"01 R.\n 05 N PIC 9.\n 05 A PIC X OCCURS 1 TO 2 DEPENDING ON N.", 3, "DEPENDING ON has no C++ view"},
      {"01 R.\n 05 A OCCURS 2.\n 10 B PIC X OCCURS 2.", 3, "a table in a table"},
      {"01 R.\n 05 A PIC X.\n 05 A PIC X.", 3, "stands twice"},
      {"01 R.\n 05 R PIC X.", 2, "the name of the group around it"},
      {"01 R.\n 05 1ST PIC X.", 2, "begin with a digit"},
      {"01 R.\n 05 A--B PIC X.", 2, "two hyphens"},
      {"01 R.\n 05 PIC 9.", 2, "FILLER of a record of the server is X"},
  };
  for (auto const& one : cases) {
    auto const out = generate(read(one.copybook), "test");
    BOOST_TEST_CONTEXT(one.copybook) {
      BOOST_REQUIRE(!out);
      BOOST_TEST(out.error().at.line == one.line);
      BOOST_TEST(holds(out.error().reason, one.reason), out.error().reason);
    }
  }
}

}  // namespace
