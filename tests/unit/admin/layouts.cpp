#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <boost/test/unit_test.hpp>

#include "home_fixture.hpp"

using namespace samspil;
using namespace samspil::test;

namespace {

constexpr char const* two_records =
    "      * A partner's file.\n"
    "       01 THING-001.\n"
    "           05 RECORDTYPE PIC 9(3).\n"
    "           05 NUMMER     PIC 9(4).\n"
    "           05 NAVN       PIC X(10).\n"
    "       01 THING-002.\n"
    "           05 RECORDTYPE PIC 9(3).\n"
    "           05 PART OCCURS 2 TIMES.\n"
    "              10 A PIC X(2).\n"
    "              10 B PIC 9.\n";

}  // namespace

BOOST_AUTO_TEST_SUITE(layouts)

BOOST_AUTO_TEST_CASE(shipped_ones) {
  home_fixture h(false);
  std::string const list = h.must({"layout", "list"});
  BOOST_TEST(list.starts_with("COPYBOOK "), list);
  BOOST_TEST(list.find("sams-fly") != std::string::npos);
  BOOST_TEST(boost::json::parse(h.must({"layout", "list", "--json"})).as_array().size() > 60u);
  BOOST_TEST(h.must({"layout", "show", "FLY-DATA"}) == h.must({"layout", "show", "fly-data"}));
  BOOST_TEST(h.must({"layout", "check", "sams-hoved"}) == "HOVED, 100 bytes\n");
}

BOOST_AUTO_TEST_CASE(the_offset_table_as_json) {
  home_fixture h(false);
  auto const items = boost::json::parse(h.must({"layout", "show", "PERSON-004", "--json"})).as_array();
  BOOST_REQUIRE(items.size() == 6u);
  std::string const first = "{\"level\":1,\"name\":\"PERSON-004\",\"start\":1,\"length\":37,\"occurs\":1,"
                            "\"picture\":null,\"usage\":null,\"redefines\":null}";
  std::string const fourth = "{\"level\":5,\"name\":\"BESKYTTYPE\",\"start\":14,\"length\":4,\"occurs\":1,"
                             "\"picture\":\"9(4)\",\"usage\":\"DISPLAY\",\"redefines\":null}";
  BOOST_TEST(boost::json::serialize(items[0]) == first);
  BOOST_TEST(boost::json::serialize(items[3]) == fourth);
}

BOOST_AUTO_TEST_CASE(a_copybook_of_ones_own) {
  home_fixture h(false);
  std::string const book = h.file("thing.cpy", two_records).string();
  BOOST_TEST(h.must({"layout", "check", book}) == "THING-001, 17 bytes\nTHING-002, 9 bytes\n");
  outcome const broken =
      h.run({"layout", "check", h.file("broken.cpy", "       01 A.\n           05 B PICTURE.\n").string()});
  BOOST_TEST(broken.exit_status == 12);
  BOOST_TEST(broken.err.find("broken.cpy:2:") != std::string::npos, broken.err);
  BOOST_TEST(h.run({"layout", "show", "nothing-of-that-name"}).exit_status == 12);
}

BOOST_AUTO_TEST_CASE(records_by_their_type) {
  home_fixture h(false);
  std::string const book = h.file("thing.cpy", two_records).string();
  std::string const lines = h.file("lines", "0010007Navn\xe6\n002ab1cd2\n").string();
  std::string const text =
      "THING-001, record 1\n"
      "  RECORDTYPE                        001\n"
      "  NUMMER                            0007\n"
      "  NAVN                              Navn\xc3\xa6\n"
      "THING-002, record 2\n"
      "  RECORDTYPE                        002\n"
      "  PART(1).A                         ab\n"
      "  PART(1).B                         1\n"
      "  PART(2).A                         cd\n"
      "  PART(2).B                         2\n";
  BOOST_TEST(h.run({"layout", "decode", book, lines}) == (outcome{0, text, ""}));
  std::string const crlf = h.file("crlf", "0010007Navn\xe6     \r\n002ab1cd2\r\n").string();
  BOOST_TEST(h.run({"layout", "decode", book, crlf}) == (outcome{0, text, ""}));
  std::string const solid = h.file("solid", "0010007Navn\xe6     002ab1cd2").string();
  BOOST_TEST(h.run({"layout", "decode", book, solid}) == (outcome{0, text, ""}));
  auto const json = boost::json::parse(h.must({"layout", "decode", book, lines, "--json"})).as_array();
  BOOST_REQUIRE(json.size() == 2u);
  BOOST_TEST(json[1].at("fields").at("PART(2).A").as_string() == "cd");
}

BOOST_AUTO_TEST_CASE(what_does_not_fit) {
  home_fixture h(false);
  std::string const book = h.file("thing.cpy", two_records).string();
  auto decode = [&](std::string_view bytes) { return h.run({"layout", "decode", book, h.file("f", bytes).string()}); };
  outcome const letters = decode("001 7  Navn\n");
  BOOST_TEST(letters.exit_status == 4);
  BOOST_TEST(letters.out.find("(byte 4: expected a digit)") != std::string::npos, letters.out);
  BOOST_TEST(letters.err.find("record 1: THING-001: NUMMER, byte 4: expected a digit") != std::string::npos,
             letters.err);
  outcome const unknown = decode("0010007x\n003\n");
  BOOST_TEST(unknown.exit_status == 12);
  BOOST_TEST(unknown.err.find("record 2") != std::string::npos, unknown.err);
  BOOST_TEST(decode("0010007Navn567890X\n").exit_status == 12);
  BOOST_TEST(decode("0010007Navn567890002ab1c").exit_status == 12);
  BOOST_TEST(decode("") == (outcome{0, "", ""}));
  BOOST_TEST(
      h.run({"layout", "decode", book, h.file("f", "002ab1cd2").string(), "--record", "THING-001"}).exit_status == 12);
  BOOST_TEST(h.run({"layout", "decode", book, h.file("f", "").string(), "--record", "NONE"}).exit_status == 8);
  BOOST_TEST(h.run({"layout", "decode", book, "/nowhere"}).exit_status == 12);
}

BOOST_AUTO_TEST_CASE(the_small_register_decodes) {
  home_fixture h(false);
  std::string const file = std::string(SAMSPIL_SOURCE) + "/records/demo/persons.txt";
  if (!std::filesystem::exists(file)) return;
  BOOST_TEST(h.run({"layout", "decode", "person", file}).exit_status == 0);
}

BOOST_AUTO_TEST_SUITE_END()
