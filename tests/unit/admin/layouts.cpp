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

BOOST_AUTO_TEST_CASE(blank_lines_at_the_end_are_no_records) {
  home_fixture h(false);
  std::string const book = h.file("thing.cpy", two_records).string();
  auto decode = [&](std::string_view bytes) { return h.run({"layout", "decode", book, h.file("f", bytes).string()}); };
  outcome const plain = decode("0010007Navn\n002ab1cd2\n");
  BOOST_TEST(plain.exit_status == 0);
  for (char const* end : {"\n", "\r\n", "\n\n\n", "  \n", "\n   "})
    BOOST_TEST(decode(std::string("0010007Navn\n002ab1cd2\n") + end) == plain);
  outcome const between = decode("0010007Navn\n\n002ab1cd2\n");
  BOOST_TEST(between.exit_status == 12);
  BOOST_TEST(between.err.find("record 2") != std::string::npos, between.err);
  // A layout without a type takes a line of blanks.
  std::string const free = h.file("free.cpy", "01 NOTE.\n 05 LINJE PIC X(10).\n").string();
  std::string const notes = h.must({"layout", "decode", free, h.file("f", "note\n\n").string(), "--json"});
  BOOST_TEST(boost::json::parse(notes).as_array().size() == 2u);
  std::string const file = h.file("persons", "0000000000000" "123401" "20260310" "00000000\n"
                                             "9999999999999" "00000000\n\n").string();
  outcome const persons = h.run({"layout", "decode", "person", file});
  BOOST_TEST(persons.exit_status == 0, persons);
  outcome const page = h.run({"layout", "doc", "person", "--examples", file});
  BOOST_TEST(page.exit_status == 0, page.err);
}

BOOST_AUTO_TEST_CASE(findings_of_a_copybook) {
  home_fixture h(false);
  std::string const book =
      h.file("found.cpy", "01 A.\n 05 X COMP-1.\n01 B PIC 9 COMP-5.\n01 C PIC X VALUE 1.\n").string();
  outcome const text = h.run({"layout", "check", book});
  BOOST_TEST(text.exit_status == 12);
  BOOST_TEST(text.out == "B, 1 bytes\nC, 1 bytes\n");
  BOOST_TEST(text.err.find("found.cpy:2:7: USAGE COMP-1 is not supported\n") != std::string::npos, text.err);
  BOOST_TEST(text.err.find("warning: " + book + ":4:18: C: VALUE: expected a quoted text\n") != std::string::npos);
  auto const json = boost::json::parse(h.run({"layout", "check", book, "--json"}).out);
  BOOST_TEST(json.at("records").as_array().size() == 2u);
  BOOST_REQUIRE(json.at("findings").as_array().size() == 3u);
  BOOST_TEST(boost::json::serialize(json.at("findings").as_array()[0]) ==
             "{\"severity\":\"error\",\"line\":2,\"column\":7,\"text\":\"USAGE COMP-1 is not supported\"}");
  BOOST_TEST(h.run({"layout", "check", h.file("warned.cpy", "01 B PIC 9 COMP-5.\n").string()}).exit_status == 4);
  std::string const fixed = h.file("fixed.cpy", "ABCDEF 01 R PIC X.\n").string();
  BOOST_TEST(h.run({"layout", "check", fixed}).exit_status == 12);
  BOOST_TEST(h.must({"layout", "check", fixed, "--format", "fixed"}) == "R, 1 bytes\n");
  BOOST_TEST(h.run({"layout", "check", fixed, "--format", "wide"}).exit_status == 12);
}

namespace {

constexpr char const* partner =
    "01 HEAD.\n 05 KIND PIC X VALUE \"H\".\n 05 MADE PIC 9(8) COMP-3.\n"
    "01 LINE-1.\n 05 KIND PIC X.\n  88 IS-LINE VALUE \"L\" \"M\".\n 05 N PIC S9(4) COMP.\n"
    " 05 AMOUNT PIC S9(3)V99 COMP-3 OCCURS 0 TO 3 DEPENDING ON N.\n 05 OWN PIC S9(4) COMP-5.\n 05 SIGNED PIC S9(2).\n";

/// H of 2026-11-25, and L with two amounts, in IBM277.
std::string const head_bytes = std::string("\xc8\x02\x02\x61\x12\x5f", 6);
std::string const line_bytes = std::string("\xd3\x00\x02\x01\x23\x4c\x00\x01\x0d\x00\x07\xf1\xd2", 13);

}  // namespace

BOOST_AUTO_TEST_CASE(a_file_of_the_mainframe) {
  home_fixture h(false);
  std::string const book = h.file("partner.cpy", partner).string();
  std::string const text =
      "HEAD, record 1\n"
      "  KIND                              H\n"
      "  MADE                              20261125\n"
      "LINE-1, record 2\n"
      "  KIND                              L                   IS-LINE\n"
      "  N                                 2\n"
      "  AMOUNT(1)                         12.34\n"
      "  AMOUNT(2)                         -0.10\n"
      "  OWN                               7\n"
      "  SIGNED                            -12\n";
  auto decode = [&](std::string const& bytes, std::vector<std::string> options) {
    std::vector<std::string> words{"layout", "decode", book, h.file("bytes", bytes).string(), "--code-page", "IBM277"};
    words.insert(words.end(), options.begin(), options.end());
    return h.run(words);
  };
  BOOST_TEST(decode(head_bytes + line_bytes, {}) == (outcome{0, text, ""}));
  BOOST_TEST(decode(head_bytes + line_bytes, {"--framing", "solid"}) == (outcome{0, text, ""}));
  auto const rdw = [](std::string const& record) {
    return std::string(1, '\0') + static_cast<char>(record.size() + 4) + std::string(2, '\0') + record;
  };
  BOOST_TEST(decode(rdw(head_bytes) + rdw(line_bytes), {"--framing", "rdw+self"}) == (outcome{0, text, ""}));
  std::string padded_line = line_bytes;
  padded_line.resize(20, '\x40');
  std::string padded_head = head_bytes;
  padded_head.resize(20, '\x40');
  BOOST_TEST(decode(padded_head + padded_line, {"--lrecl", "20"}) == (outcome{0, text, ""}));
  outcome const little = decode(head_bytes + line_bytes, {"--comp-5", "little"});
  BOOST_TEST(little.out.find("OWN                               1792\n") != std::string::npos);
  BOOST_TEST(decode(head_bytes + line_bytes, {"--record", "LINE-1"}).exit_status == 12);

  // What is wrong with a file is told with record, field and byte.
  auto const says = [&](std::string const& bytes, std::vector<std::string> options) {
    outcome const o = decode(bytes, options);
    return std::to_string(o.exit_status) + " " + o.err.substr(o.err.find("bytes: ") + 7);
  };
  BOOST_TEST(says(head_bytes + line_bytes.substr(0, 11), {}) == "12 record 2: LINE-1: byte 12: expected 13 bytes\n");
  BOOST_TEST(says(head_bytes + "\xd3" + std::string("\0\x04", 2), {}) ==
             "12 record 2: LINE-1: N, byte 2: expected a number from 0 to 3\n");
  BOOST_TEST(says("\xe7", {}).starts_with("12 record 1: byte 1: expected a record type of the layout"));
  BOOST_TEST(says(rdw(head_bytes).substr(0, 3), {"--framing", "rdw+self"}) ==
             "12 record 1: byte 4: expected 4 bytes in front of the record\n");
  BOOST_TEST(says(rdw(head_bytes).substr(0, 7), {"--framing", "rdw+self"}) ==
             "12 record 1: byte 4: expected 6 bytes, as the length in front says\n");
  BOOST_TEST(says(rdw(head_bytes + "\x40"), {"--framing", "rdw+self"}) ==
             "12 record 1: HEAD: byte 7: expected 6 bytes\n");
  BOOST_TEST(says(padded_head.substr(0, 19), {"--lrecl", "20"}) ==
             "12 record 1: byte 20: expected 20 bytes, as --lrecl says\n");
  BOOST_TEST(says(head_bytes.substr(0, 5) + "\x51", {}) ==
             "4 record 1: HEAD: MADE, byte 6: expected a sign in the last half byte\n");
  for (std::vector<std::string> const& options :
       {std::vector<std::string>{"--framing", "tar"}, {"--framing", "header"}, {"--lrecl", "0"}, {"--comp-5", "middle"},
        {"--framing", "line", "--lrecl", "9"}, {"--framing", "rdw", "--lrecl", "9"}})
    BOOST_TEST(decode(head_bytes, options).exit_status == 12);
  BOOST_TEST(h.run({"layout", "decode", book, h.file("b", "").string(), "--code-page", "EBCDIC"}).exit_status == 12);
}

BOOST_AUTO_TEST_CASE(two_versions_of_a_layout) {
  home_fixture h(false);
  std::string const before = h.file("before.cpy", "01 R.\n 05 A PIC X(3).\n 05 FILLER PIC X(3).\n").string();
  std::string const more = h.file("more.cpy", "01 R.\n 05 A PIC X(3).\n 05 B PIC 9(3).\n").string();
  std::string const other = h.file("other.cpy", "01 R.\n 05 A PIC 9(3).\n 05 FILLER PIC X(3).\n").string();
  BOOST_TEST(h.run({"layout", "diff", before, before}) == (outcome{0, "the same\n", ""}));
  BOOST_TEST(h.run({"layout", "diff", before, more}) ==
             (outcome{0,
                      "CHANGE  RECORD  ITEM  BEFORE  AFTER       BREAKS\n"
                      "added   R       B             at 4, 9(3)  no\ncompatible\n",
                      ""}));
  outcome const breaks = h.run({"layout", "diff", before, other});
  BOOST_TEST(breaks.exit_status == 8);
  BOOST_TEST(breaks.out.ends_with("breaking: 1 of 1 change\n"), breaks.out);
  auto const json = boost::json::parse(h.run({"layout", "diff", before, other, "--json"}).out);
  BOOST_TEST(!json.at("compatible").as_bool());
  BOOST_TEST(json.at("changes").at(0).at("change").as_string() == "retyped");
  BOOST_TEST(h.run({"layout", "diff", before, "/nowhere"}).exit_status == 12);
  BOOST_TEST(h.run({"layout", "diff", "person", "person", "--record", "PERSON-001"}).out == "the same\n");
}

BOOST_AUTO_TEST_CASE(a_page_about_a_layout) {
  home_fixture h(false);
  std::string const book = h.file("page.cpy",
                                  "      * What a page is about\n       01 R.\n      * yes | no\n"
                                  "           05 A PIC X.\n               88 YES VALUE \"J\".\n"
                                  "           05 B PIC S9(3)V9 COMP-3 OCCURS 2.\n").string();
  std::string const page = h.must({"layout", "doc", book});
  BOOST_TEST(page.starts_with("# R\n\n7 bytes. What a page is about\n"), page);
  BOOST_TEST(page.find("| 1 | 1 | A | `X` | text |  | yes \\| no |\n") != std::string::npos, page);
  BOOST_TEST(page.find("| 2 | 3 | B | `S9(3)V9 COMP-3` | number of 4 digits, signed, 1 decimal, packed | 2 |  |\n") !=
             std::string::npos, page);
  BOOST_TEST(page.find("| A | YES | `\"J\"` |\n") != std::string::npos, page);
  BOOST_TEST(page.find("    1  4A00010C00000C\n") != std::string::npos, page);
  BOOST_TEST(page.find("B(1)                               1.0\n") != std::string::npos, page);
  std::string const records = h.file("records", std::string("J\0\x05\x0d\0\0\x0c", 7)).string();
  BOOST_TEST(h.must({"layout", "doc", book, "--examples", records}).find("B(1)                               -5.0\n") !=
             std::string::npos);
  BOOST_TEST(h.run({"layout", "doc", book, "--examples", "/nowhere"}).exit_status == 12);
}

BOOST_AUTO_TEST_CASE(the_small_register_decodes) {
  home_fixture h(false);
  std::string const file = std::string(SAMSPIL_SOURCE) + "/records/demo/persons.txt";
  if (!std::filesystem::exists(file)) return;
  BOOST_TEST(h.run({"layout", "decode", "person", file}).exit_status == 0);
}

BOOST_AUTO_TEST_SUITE_END()
