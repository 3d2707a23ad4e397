// Start and end record of a solid file of requests.
#include <boost/test/unit_test.hpp>

#include "client/message.hpp"
#include "client/replay_script.hpp"

namespace {

using namespace samspil;
using namespace samspil::client;
using namespace samspil::client::replay;

std::string const begin_000 = "000" "0000000000" "123401" "20261125" "20261124";
std::string const ekko = request("EKKO").bytes();
std::string end(unsigned count) { return "9999999999999" + std::to_string(100'000'000 + count).substr(1); }

result<script> parsed(std::string const& bytes, std::size_t record_length = 0, framing const& frame = {}) {
  target to;
  to.host = "127.0.0.1";
  return parse_solid(bytes, "a.raw", to, record_length, frame);
}
std::string error_in(std::string const& bytes) {
  auto const got = parsed(bytes);
  return got ? "" : got.error().text();
}
std::string with(std::string text, std::size_t byte, std::string_view other) {
  return text.replace(byte - 1, other.size(), other);
}

BOOST_AUTO_TEST_SUITE(ends_of_solid_files)

BOOST_AUTO_TEST_CASE(they_are_checked_and_not_sent) {
  auto const got = parsed(begin_000 + ekko + ekko + end(2));
  BOOST_REQUIRE(got.has_value());
  BOOST_TEST(got->messages == 2u);
  BOOST_TEST(got->units[0].steps[0].line == 2u);  // records are counted from the start record
  BOOST_TEST(got->units[1].steps[0].line == 3u);
  BOOST_TEST(parsed(begin_000 + end(0)).has_value());
  BOOST_TEST(parsed(with(begin_000, 28, "00000000") + ekko + end(1)).has_value());
}

BOOST_AUTO_TEST_CASE(a_file_without_them_is_one_too) {
  BOOST_TEST(parsed(ekko + ekko)->messages == 2u);
  BOOST_TEST(parsed("")->messages == 0u);
}

BOOST_AUTO_TEST_CASE(records_of_one_length) {
  auto const padded = [](std::string text) { return text + std::string(120 - text.size(), ' '); };
  auto const got = parsed(padded(begin_000) + padded(ekko) + padded(end(1)), 120);
  BOOST_REQUIRE(got.has_value());
  BOOST_TEST(got->messages == 1u);
  BOOST_TEST(!parsed(padded(begin_000) + padded(ekko) + padded(end(2)), 120).has_value());
}

BOOST_AUTO_TEST_CASE(framed_records) {
  framing const rdw{framing::kind::rdw, false};
  std::string bytes;
  for (std::string const& each : {begin_000, ekko, end(1)}) bytes += *rdw.prefix_of(each.size()) + each;
  BOOST_TEST(parsed(bytes, 0, rdw)->messages == 1u);
}

BOOST_AUTO_TEST_CASE(errors_of_the_begin_000) {
  std::string const rest = ekko + end(1);
  BOOST_TEST(error_in(begin_000.substr(0, 34)) == "a.raw: record 1: byte 35: expected 35 bytes");
  BOOST_TEST(error_in(with(begin_000, 13, "1") + rest) ==
             "a.raw: record 1: PERSON-000: SORTFELT-10, byte 4: expected zeros");
  BOOST_TEST(error_in(with(begin_000, 14, "x") + rest) ==
             "a.raw: record 1: PERSON-000: OPGAVENR, byte 14: expected 6 digits");
  for (char const* date : {"20261131", "00000000", "2026112 "})
    BOOST_TEST(error_in(with(begin_000, 20, date) + rest) ==
               "a.raw: record 1: PERSON-000: PRODDTO, byte 20: expected a date (yyyymmdd)");
  for (char const* date : {"20261125", "20261126", "20260231", "        "})
    BOOST_TEST(error_in(with(begin_000, 28, date) + rest) ==
               "a.raw: record 1: PERSON-000: PRODDTOFORRIG, byte 28: expected zeros, or a date before PRODDTO");
}

BOOST_AUTO_TEST_CASE(errors_of_the_end_record) {
  std::string const expected = "a.raw: record 4: PERSON-999: TAELLER, byte 14: expected 00000002, the records between "
                               "000 and 999";
  for (unsigned const wrong : {0U, 1U, 3U, 4U, 99'999'999U})
    BOOST_TEST(error_in(begin_000 + ekko + ekko + end(wrong)) == expected);
  BOOST_TEST(error_in(begin_000 + ekko + ekko + with(end(2), 14, " ")) == expected);
  BOOST_TEST(error_in(begin_000 + ekko + with(end(1), 4, "8")) ==
             "a.raw: record 3: PERSON-999: SORTFELT-10, byte 4: expected nines");
  BOOST_TEST(error_in(begin_000 + ekko + end(1).substr(0, 20)) == "a.raw: record 3: byte 21: expected 21 bytes");
}

BOOST_AUTO_TEST_CASE(both_or_none_and_in_their_places) {
  BOOST_TEST(error_in(begin_000 + ekko) ==
             "a.raw: record 3: PERSON-999: RECORDTYPE, byte 1: expected an end record (999)");
  BOOST_TEST(error_in(begin_000) == "a.raw: record 2: PERSON-999: RECORDTYPE, byte 1: expected an end record (999)");
  BOOST_TEST(error_in(ekko + end(1)) == "a.raw: record 2: PERSON-999: RECORDTYPE, byte 1: expected a request: the file "
                                        "does not begin with a start record (000)");
  BOOST_TEST(error_in(begin_000 + ekko + end(1) + ekko) ==
             "a.raw: record 3: PERSON-999: RECORDTYPE, byte 1: expected the end of the file behind it");
  BOOST_TEST(error_in(begin_000 + begin_000 + end(1)) ==
             "a.raw: record 2: PERSON-000: RECORDTYPE, byte 1: expected a request");
}

BOOST_AUTO_TEST_CASE(requests_of_cpr_direkte_delimit_themselves) {
  std::string const logon = "OFF4,500190LOOKUP01" + std::string(16, ' ');
  std::string const look_up = "PRIV,500106" + std::string(8, ' ') + "LOOKUP01000101800002";
  auto const got = parsed(begin_000 + logon + look_up + ekko + end(3));
  BOOST_REQUIRE(got.has_value());
  BOOST_TEST(got->units[0].steps[0].request[0].text == logon);
  BOOST_TEST(got->units[1].steps[0].request[0].text == look_up);
  BOOST_TEST(error_in(look_up.substr(0, 38)) == "a.raw: record 1: byte 39: expected 39 bytes");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
