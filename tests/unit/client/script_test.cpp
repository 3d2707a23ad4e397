// Replay files read into steps, and the texts of their messages made into bytes.
#include <boost/test/unit_test.hpp>

#include "client/replay_text.hpp"
#include "fake_server.hpp"

namespace {

using namespace samspil;
using namespace samspil::client;
using namespace samspil::client::replay;
using client::test::line_of;

target here() {
  target out;
  out.host = "127.0.0.1";
  out.port = "5000";
  return out;
}

script read(std::string_view text) {
  auto got = parse_script(text, "a.rpl", here());
  BOOST_REQUIRE_MESSAGE(got.has_value(), (got ? std::string() : got.error().text()));
  return std::move(*got);
}

std::string error_of(std::string_view text, target const& start = here()) {
  auto const got = parse_script(text, "a.rpl", start);
  return got ? "" : got.error().text();
}

pieces bytes(std::string text) { return {{piece::kind::bytes, std::move(text), 1}}; }
pieces name(std::string text) { return {{piece::kind::name, std::move(text), 1}}; }

BOOST_AUTO_TEST_SUITE(script_text)

BOOST_AUTO_TEST_CASE(marks_make_steps) {
  script const got = read("* a comment\n> SAMS,EKKO\n< SAMS,EKKO?{TOKEN}\n\n>SAMS,LOGF\r\n");
  BOOST_REQUIRE_EQUAL(got.messages, 2u);
  BOOST_REQUIRE_EQUAL(got.units.size(), 2u);
  step const& first = got.units[0].steps[0];
  BOOST_TEST(first.line == 2u);
  BOOST_TEST(first.request[0].text == "SAMS,EKKO");
  BOOST_TEST(first.request[0].column == 3u);
  BOOST_REQUIRE(first.expected.has_value());
  BOOST_REQUIRE_EQUAL(first.expected->size(), 3u);
  BOOST_TEST((first.expected->at(1).what == piece::kind::any));
  BOOST_TEST(first.expected->at(2).text == "TOKEN");
  BOOST_TEST(first.expected->at(2).column == 13u);
  step const& second = got.units[1].steps[0];
  BOOST_TEST(second.request[0].text == "SAMS,LOGF");
  BOOST_TEST(second.request[0].column == 2u);
  BOOST_TEST(!second.expected.has_value());
  BOOST_TEST(got.names.contains("TOKEN"));
  BOOST_TEST(got.digest.size() == 64u);
}

BOOST_AUTO_TEST_CASE(empty_answer_line_expects_the_end) {
  script const got = read("> PRIV,0001\n<\n");
  BOOST_REQUIRE(got.units[0].steps[0].expected.has_value());
  BOOST_TEST(got.units[0].steps[0].expected->empty());
}

BOOST_AUTO_TEST_CASE(braces_are_doubled_and_question_marks_are_bytes_in_requests) {
  script const got = read("> SAMS,EKKO{{x}?\n");
  BOOST_TEST(got.units[0].steps[0].request.size() == 1u);
  BOOST_TEST(got.units[0].steps[0].request[0].text == "SAMS,EKKO{x}?");
}

BOOST_AUTO_TEST_CASE(settings_hold_for_what_follows) {
  script const got = read(
      "> SAMS,EKKO\n= connect [::1]:6000\n= user 42 KUN00001\n= code-page ISO-8859-1\n= framing header\n> SAMS,EKKO\n"
      "> SAMS,EKKO\n");
  BOOST_REQUIRE_EQUAL(got.targets.size(), 2u);
  BOOST_TEST(got.targets[0].port == "5000");
  BOOST_TEST(got.targets[1].host == "::1");
  BOOST_TEST(got.targets[1].port == "6000");
  BOOST_TEST(got.targets[1].kundenr == "0042");
  BOOST_TEST(got.targets[1].user == "KUN00001");
  BOOST_TEST(got.units[0].steps[0].to == 0u);
  BOOST_TEST(got.units.back().steps.back().to == 1u);
}

BOOST_AUTO_TEST_CASE(units_begin_at_init) {
  script const got = read(
      "> SAMS,LOGN\n> SAMS,EKKO\n> SAMS,STAT\n> SAMS,INIT\n> SAMS,VALI\n> SAMS,GEMH\n> SAMS,STAT\n"
      "> SAMS,INIT\n> SAMS,AFBR\n"
      "> SAMS,LOGF\n> SAMS,LOGN\n");
  std::string shape;
  for (unit const& each : got.units)
    shape += std::to_string(each.steps.size()) + (each.alone ? "a" : "") + (each.logs_on ? "l" : "") + " ";
  BOOST_TEST(shape == "1al 1a 1a 4 2 1a 1al ");
}

BOOST_AUTO_TEST_CASE(errors_name_line_and_column) {
  BOOST_TEST(error_of("> SAMS,EKKO\nSAMS\n") ==
             "a.rpl:2:1: expected a mark: > request, < answer, * comment or = setting");
  BOOST_TEST(error_of("< SAMS,EKKO\n") == "a.rpl:1:1: an answer without a request right before it");
  BOOST_TEST(error_of("> SAMS,EKKO\n< SAMS\n< SAMS\n") == "a.rpl:3:1: an answer without a request right before it");
  BOOST_TEST(error_of("> SAMS,EKKO\n= framing header\n< SAMS\n") ==
             "a.rpl:3:1: an answer without a request right before it");
  BOOST_TEST(error_of(">\n") == "a.rpl:1:2: expected a message");
  BOOST_TEST(error_of("> SAMS\tX\n") == "a.rpl:1:7: control character");
  BOOST_TEST(error_of("> SAMS \xc3\x86\n") == "a.rpl:1:9: control character");
  BOOST_TEST(error_of("> SAMS{TOKEN\n") == "a.rpl:1:7: expected {NAME} with the name of a field, or {{ for a brace");
  BOOST_TEST(error_of("> SAMS{}\n") == "a.rpl:1:7: expected {NAME} with the name of a field, or {{ for a brace");
  BOOST_TEST(error_of(">SAMS{token}\n") == "a.rpl:1:6: expected {NAME} with the name of a field, or {{ for a brace");
  BOOST_TEST(error_of("> SAMS{TOKEM}\n") == "a.rpl:1:8: no layout has a field of that name");
  BOOST_TEST(error_of("= connect localhost\n") == "a.rpl:1:11: expected HOST:PORT");
  BOOST_TEST(error_of("= connect localhost:99999\n") == "a.rpl:1:11: expected HOST:PORT");
  BOOST_TEST(error_of("= user 42\n") ==
             "a.rpl:1:2: expected connect HOST:PORT, user KUNDENR ID, code-page PAGE or framing KIND");
  BOOST_TEST(error_of("= user 42 NINELONGX\n") == "a.rpl:1:8: expected KUNDENR (4 digits) and ID (8 characters)");
  BOOST_TEST(error_of("= user 12345 X\n") == "a.rpl:1:8: expected KUNDENR (4 digits) and ID (8 characters)");
  BOOST_TEST(error_of("= code-page IBM037\n") == "a.rpl:1:13: expected ISO-8859-1, IBM277 or IBM1142");
  BOOST_TEST(error_of("= framing len3\n") ==
             "a.rpl:1:11: expected one of header, len2, len4, ascii4, llzz, rdw; all but header also with +self");
  BOOST_TEST(error_of("> SAMS,EKKO\n", {}) ==
             "a.rpl:1:1: no server to send to: --connect, or a line `= connect HOST:PORT` before it");
  BOOST_TEST(error_of("= connect h:1\n> SAMS,EKKO\n", {}) == "");
}

BOOST_AUTO_TEST_CASE(qualified_names_are_names) {
  script const got = read("> SAMS{HUSSTAND(2).PNR}{STAM.PNR}{VENTPOST(3).VENTENR}{MEDFLYTTER(1)}\n");
  BOOST_TEST(got.names.size() == 4u);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(solid_file)

BOOST_AUTO_TEST_CASE(laengde_delimits) {
  std::string const first = request("EKKO").bytes();
  std::string const second = request("INIT").bytes();
  auto const got = parse_solid(first + second, "a.raw", here(), 0);
  BOOST_REQUIRE(got.has_value());
  BOOST_TEST(got->messages == 2u);
  BOOST_TEST(got->units[1].steps[0].request[0].text == second);
  BOOST_TEST(got->units[1].steps[0].line == 2u);
}

BOOST_AUTO_TEST_CASE(lrecl_delimits) {
  std::string const record = request("EKKO").bytes() + std::string(20, ' ');
  std::string const other = "PRIV,0001" + std::string(111, '6');
  auto const got = parse_solid(record + other, "a.raw", here(), 120);
  BOOST_REQUIRE(got.has_value());
  BOOST_TEST(got->units[0].steps[0].request[0].text.size() == 100u);
  BOOST_TEST(got->units[1].steps[0].request[0].text == other);
  BOOST_TEST(parse_solid(record + other.substr(1), "a.raw", here(), 120).error().text() ==
             "a.raw: record 2: byte 120: expected 120 bytes");
}

BOOST_AUTO_TEST_CASE(errors_name_record_and_byte) {
  std::string const good = request("EKKO").bytes();
  auto const error_in = [&](std::string const& bytes) { return parse_solid(bytes, "a.raw", here(), 0).error().text(); };
  BOOST_TEST(error_in(good + good.substr(0, 99)) == "a.raw: record 2: HOVED: byte 100: expected 100 bytes of header");
  BOOST_TEST(error_in(good + "\n" + good) == "a.raw: record 2: HOVED: CPRTRANS, byte 1: expected SAMS");
  std::string broken = good;
  broken.replace(9, 6, "000000");
  BOOST_TEST(error_in(broken) == "a.raw: record 1: HOVED: LAENGDE, byte 10: expected 000100 or more");
  broken.replace(9, 6, "000101");
  BOOST_TEST(error_in(broken) == "a.raw: record 1: HOVED: LAENGDE, byte 101: expected 000101 bytes as LAENGDE says");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(message_bytes)

BOOST_AUTO_TEST_CASE(requests_get_their_length) {
  BOOST_TEST(complete_request(line_of("EKKO", "", "", "", "")).substr(9, 6) == "000100");
  BOOST_TEST(complete_request("SAMS,EKKO      010042KUN00001") ==
             "SAMS,EKKO000100010042KUN00001" + std::string(44, ' ') + "00000000000000 00          ");
  std::string const vali = complete_request(line_of("VALI", "t", "", "000000000001", "0101"));
  BOOST_TEST(vali.size() == 500u);
  BOOST_TEST(vali.substr(9, 6) == "000500");
  BOOST_TEST(vali.substr(100) == "0101" + std::string(396, ' '));
  std::string const init = complete_request(line_of("INIT", "t", "", "", "FLY"));
  BOOST_TEST(init.substr(100) == "FLY0000000000000000000000" + std::string(15, ' '));
  BOOST_TEST(complete_request("SAMS,EKKO").size() == 100u);
}

BOOST_AUTO_TEST_CASE(a_given_length_stays) {
  BOOST_TEST(complete_request("SAMS,EKKO000099").size() == 99u);
  BOOST_TEST(complete_request("SAMS,EKKO000110") == "SAMS,EKKO000110" + std::string(95, ' '));
  BOOST_TEST(complete_request("SAMS,EKKO0001x0").size() == 100u);
  std::string const longer = "SAMS,EKKO000100" + std::string(150, 'x');
  BOOST_TEST(complete_request(longer) == longer);
  BOOST_TEST(complete_request(line_of("XXXX", "", "", "", "12345")).substr(9, 6) == "000105");
}

BOOST_AUTO_TEST_CASE(other_families_are_padded) {
  BOOST_TEST(complete_request("PRIV,000190USER    pass").size() == 35u);
  BOOST_TEST(complete_request("OFF4,000106TOKENTOKUSER").size() == 39u);
  BOOST_TEST(complete_request("XXXX,0001") == "XXXX,0001");
}

BOOST_AUTO_TEST_CASE(names_are_replaced_at_full_width) {
  conversation known;
  known.set("DIALOGNR", "000000000007");
  BOOST_TEST(*make_request(name("DIALOGNR"), known, {}) == "000000000007");
  BOOST_TEST(*make_request(name("KENDEORD"), known, {"geheim", ""}) == "geheim" + std::string(58, ' '));
  BOOST_TEST(*make_request(name("NYT-KENDEORD"), known, {"a", "b"}) == "b" + std::string(63, ' '));
  auto const missing = make_request(name("VENTENR"), known, {});
  BOOST_REQUIRE(!missing.has_value());
  BOOST_TEST(missing.error().name == "VENTENR");
  BOOST_TEST(missing.error().column == 1u);
  BOOST_TEST(!make_request(name("KENDEORD"), known, {}).has_value());
}

BOOST_AUTO_TEST_CASE(patterns_match_any_where_asked) {
  std::string const came =
      "SAMS,EKKO"
      "000100" +
      std::string(72, 'x') + "O00" + std::string(10, ' ');
  pieces expected = bytes("SAMS,EKKO      " + std::string(72, 'x') + "O00");
  BOOST_TEST(make_pattern(expected, {}, "SAMS,EKKO", came).matches(came));
  expected[0].text.back() = '1';
  BOOST_TEST(!make_pattern(expected, {}, "SAMS,EKKO", came).matches(came));
  expected[0].text.pop_back();
  expected.push_back({piece::kind::any, "?", 90});
  BOOST_TEST(make_pattern(expected, {}, "SAMS,EKKO", came).matches(came));
  expected.push_back({piece::kind::bytes, std::string(11, ' '), 91});
  BOOST_TEST(!make_pattern(expected, {}, "SAMS,EKKO", came).matches(came));
}

BOOST_AUTO_TEST_CASE(a_wrong_length_is_a_difference) {
  std::string const came =
      "SAMS,EKKO"
      "000100" +
      std::string(72, 'x') + "O00" + std::string(10, ' ');
  std::string const given =
      "SAMS,EKKO"
      "000101" +
      std::string(72, 'x') + "O00";
  BOOST_TEST(!make_pattern(bytes(given), {}, "SAMS,EKKO", came).matches(came));
}

BOOST_AUTO_TEST_CASE(the_text_of_an_error_of_cpr_direkte_may_be_left_out) {
  std::string_view const request = "PRIV,500106TOKENTOKLOOKUP01000101800002";
  std::string const came = "500106TOKENTOKLOOKUP01050042ukendt person!";
  auto const matches = [&](std::string const& line) {
    return make_pattern(bytes(line), {}, request, came).matches(came);
  };
  BOOST_TEST(matches("500106TOKENTOKLOOKUP01050000"));
  BOOST_TEST(matches("500106TOKENTOKLOOKUP0105"));
  BOOST_TEST(matches("500106TOKENTOKLOOKUP01050042"));
  BOOST_TEST(!matches("500106TOKENTOKLOOKUP01050043"));
  BOOST_TEST(!matches("500106TOKENTOKLOOKUP01070000"));
  BOOST_TEST(matches("500106TOKENTOKLOOKUP01050000ukendt person!"));
  BOOST_TEST(!matches("500106TOKENTOKLOOKUP01050000ukendt person"));
  // Data that nobody expects are a difference, and so is a wrong DATALEN.
  std::string const found = "500106TOKENTOKLOOKUP01000030xx";
  BOOST_TEST(!make_pattern(bytes("500106TOKENTOKLOOKUP01000000"), {}, request, found).matches(found));
  BOOST_TEST(make_pattern(bytes("500106TOKENTOKLOOKUP01000000xx"), {}, request, found).matches(found));
  std::string const wrong = "500106TOKENTOKLOOKUP01000029xx";
  BOOST_TEST(!make_pattern(bytes("500106TOKENTOKLOOKUP01000000xx"), {}, request, wrong).matches(wrong));
}

BOOST_AUTO_TEST_CASE(fresh_values_match_anything) {
  conversation known;
  known.set("TOKEN", std::string(24, 'a'));
  known.set("DIALOGNR", "000000000007");
  auto const matches = [&](pieces const& text, std::string_view request, std::string const& came) {
    return make_pattern(text, known, request, came).matches(came);
  };
  BOOST_TEST(matches(name("TOKEN"), "SAMS,LOGN", std::string(24, 'b')));
  BOOST_TEST(!matches(name("TOKEN"), "SAMS,EKKO", std::string(24, 'b')));
  BOOST_TEST(matches(name("DIALOGNR"), "SAMS,INIT", "000000000008"));
  BOOST_TEST(!matches(name("DIALOGNR"), "SAMS,VALI", "000000000008"));
  BOOST_TEST(matches(name("VENTENR"), "SAMS,GEMH", "000000000008"));
  BOOST_TEST(!matches(name("VENTENR"), "SAMS,GEMH", "00000000008"));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
