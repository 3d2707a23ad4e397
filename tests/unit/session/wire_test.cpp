#include "session/wire.hpp"

#include <boost/test/unit_test.hpp>

#include "session/framing.hpp"
#include "session/functions.hpp"
#include "support/sams.hpp"

using namespace samspil;

namespace {

std::string with(std::string message, std::size_t at, std::string_view bytes) {
  return message.replace(at, bytes.size(), bytes);
}

struct fault_case {
  char const* what;
  std::size_t at;
  char const* bytes;
  unsigned fejlnr;
  char const* felt;
  bool closes;
};

// In the order of precedence: of two faults the earlier one is answered.
constexpr fault_case faults[] = {
    {"CPRTRANS", 0, "SAMX", 60, "CPRTRANS", true},     {"KOMMA", 4, ";", 60, "KOMMA", true},
    {"LAENGDE", 9, "00010A", 60, "LAENGDE", true},     {"VERSION letters", 15, "A1", 60, "VERSION", true},
    {"KUNDENR", 17, "12 4", 60, "KUNDENR", true},      {"DIALOGNR", 73, "00000000000x", 60, "DIALOGNR", true},
    {"LAENGDE short", 9, "000099", 62, "LAENGDE", true}, {"LAENGDE long", 9, "004097", 62, "LAENGDE", true},
    {"VERSION 02", 15, "02", 63, "VERSION", true},     {"FUNKTION", 5, "XXXX", 61, "FUNKTION", false},
    {"length of EKKO", 9, "000101", 62, "LAENGDE", false},
};

/// Bytes of SAMS without framing that are handed over, 0 while more are needed.
std::size_t message_size(std::string_view have) { return session::next_message(have, {}, false).length; }

}  // namespace

BOOST_AUTO_TEST_SUITE(wire)

BOOST_AUTO_TEST_CASE(a_message_is_as_long_as_its_header_says) {
  std::string const ekko = test::request("EKKO", {});
  std::string const init = test::request("INIT", {}, test::init_body("0101800002", "20260310", "0101"));
  for (std::size_t n = 0; n < ekko.size(); ++n) BOOST_TEST(message_size(ekko.substr(0, n)) == 0U);
  BOOST_TEST(message_size(ekko) == 100U);
  for (std::size_t n = 0; n < init.size(); ++n) BOOST_TEST(message_size(init.substr(0, n)) == 0U);
  BOOST_TEST(message_size(init + "behind") == 140U);
}

BOOST_AUTO_TEST_CASE(a_foreign_start_is_known_after_four_bytes) {
  for (char const* start : {"GET ", "PRIV", "\x16\x03\x01\x02", "sams"}) BOOST_TEST(message_size(start) == 4U);
  BOOST_TEST(message_size("SAM") == 0U);
  BOOST_TEST(message_size("XA") == 0U);
}

BOOST_AUTO_TEST_CASE(each_fault_of_the_header_names_its_field) {
  for (fault_case const& c : faults) {
    std::string message = with(test::request("EKKO", {}), c.at, c.bytes);
    std::string_view part = message;
    if (c.at == 0) part = part.substr(0, message_size(message));
    if (std::string_view(c.what) == "length of EKKO") message.push_back('x'), part = message;
    BOOST_TEST_CONTEXT(c.what) {
      auto const seen = session::check_header(part);
      BOOST_REQUIRE(seen.wrong.has_value());
      BOOST_TEST(seen.wrong->number == c.fejlnr);
      BOOST_TEST(seen.wrong->felt == c.felt);
      BOOST_TEST(seen.closes == c.closes);
      if (c.closes && c.at != 0) BOOST_TEST(message_size(message) == 100U);
    }
  }
}

BOOST_AUTO_TEST_CASE(of_two_faults_the_earlier_in_the_order_is_answered) {
  for (std::size_t first = 1; first + 1 < std::size(faults); ++first)
    for (std::size_t second = first + 1; second < std::size(faults) - 1; ++second) {
      if (faults[first].at == faults[second].at) continue;
      std::string message = with(test::request("EKKO", {}), faults[first].at, faults[first].bytes);
      message = with(message, faults[second].at, faults[second].bytes);
      auto const seen = session::check_header(message);
      BOOST_TEST_CONTEXT(faults[first].what << " and " << faults[second].what) {
        BOOST_REQUIRE(seen.wrong.has_value());
        BOOST_TEST(seen.wrong->number == faults[first].fejlnr);
        BOOST_TEST(seen.wrong->felt == faults[first].felt);
      }
    }
}

BOOST_AUTO_TEST_CASE(fields_a_request_need_not_fill_are_ignored) {
  std::string message = test::request("EKKO", {});
  message = with(message, 85, "99F42garbage!!!");  // FEJLNR, KVIT, ANTAL-MEDD, FILLER
  BOOST_TEST(!session::check_header(message).wrong.has_value());
}

BOOST_AUTO_TEST_CASE(an_answer_repeats_the_header_of_its_request) {
  std::string const ask = test::request("VALI", {"1234", "KOMM01", "tok", "ref 1", "77"}, std::string(400, ' '));
  auto const seen = session::check_header(ask);
  session::reply out;
  out.kvit = 'F';
  out.body = "not sent";
  out.messages.push_back({7101, 'F', "VEJKOD", 0, "D7101", "text"});
  std::string const bytes = session::encode(seen.parsed, out);
  BOOST_REQUIRE(bytes.size() == 220U);
  test::reply_seen const answer{bytes};
  BOOST_TEST(answer[rec::HOVED::LAENGDE] == "000220");
  BOOST_TEST(answer[rec::HOVED::FUNKTION] == "VALI");
  BOOST_TEST(answer[rec::HOVED::DIALOGNR] == "000000000077");
  BOOST_TEST(codec::trimmed(answer[rec::HOVED::KUNDEREFERENCE]) == "ref 1");
  BOOST_TEST(answer.said() == "7101F VEJKOD 00");
}

BOOST_AUTO_TEST_CASE(a_refused_logn_or_init_repeats_no_token_and_no_number) {
  for (fault_case const& c : faults) {
    if (!c.closes || std::string_view(c.felt) == "CPRTRANS") continue;
    BOOST_TEST_CONTEXT(c.what) {
      test::header_fields f;
      f.token = "abcdefghijklmnopqrstuvwx";
      f.dialognr = "000000000007";
      auto const answer = [&](std::string_view funktion, std::string_view body) {
        std::string const message = with(test::request(funktion, f, body), c.at, c.bytes);
        session::header_check const checked = session::check_header(message);
        BOOST_REQUIRE(checked.wrong.has_value());
        session::reply refused;
        refused.fejlnr = checked.wrong->number;
        refused.kvit = 'F';
        return session::encode(checked.parsed, refused);
      };
      using hoved = rec::HOVED;
      std::string const logn = answer("LOGN", test::logon_body("Right-1a"));
      BOOST_TEST(codec::trimmed(codec::view<hoved>(logn)[hoved::TOKEN]) == "");
      std::string const init = answer("INIT", test::init_body("0101800002", "20260310", "0101"));
      BOOST_TEST(codec::view<hoved>(init)[hoved::DIALOGNR] == "000000000000");
      BOOST_TEST(codec::trimmed(codec::view<hoved>(init)[hoved::TOKEN]) == f.token);
    }
  }
}

BOOST_AUTO_TEST_CASE(the_99th_message_says_how_many_more) {
  std::string const ask = test::request("VALI", {}, std::string(400, ' '));
  session::reply out;
  out.kvit = 'F';
  for (unsigned i = 0; i < 120; ++i) out.messages.push_back({7101, 'F', "VEJKOD", i % 90, "", "text"});
  test::reply_seen const answer{session::encode(session::check_header(ask).parsed, out)};
  BOOST_TEST(answer.message_count() == 99U);
  std::string const last(answer.message(98)[rec::MEDDELELSE::TEKST]);
  BOOST_TEST(last.find("22") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(kvit_follows_the_gravest_message) {
  using session::kvit_of;
  BOOST_TEST(kvit_of({}) == 'O');
  BOOST_TEST(kvit_of({{7023, 'I', "", 0, "", ""}}) == 'O');
  BOOST_TEST(kvit_of({{7023, 'I', "", 0, "", ""}, {7108, 'A', "", 0, "", ""}}) == 'A');
  BOOST_TEST(kvit_of({{7108, 'A', "", 0, "", ""}, {7101, 'F', "", 0, "", ""}}) == 'F');
}

BOOST_AUTO_TEST_SUITE_END()
