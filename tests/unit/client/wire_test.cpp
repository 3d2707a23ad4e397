// Answers that the replay tool cannot take for one: another framing than the listener's, or no SAMS in the frame.
#include <boost/test/unit_test.hpp>
#include <string>

#include "base/framing.hpp"
#include "client/message.hpp"
#include "client/replay_wire.hpp"
#include "support/temporary.hpp"
#include "tls_server.hpp"

namespace {

using namespace samspil;
using namespace samspil::client;
using client::test::reaction;
using client::test::tls_server;
using namespace std::chrono_literals;
using then = reaction::then;

/// What comes of one EKKO over `frame` when the server sends `bytes`, and then closes.
std::string outcome_of(std::string const& frame, std::string const& bytes, then next) {
  samspil::test::temporary_directory const home;
  tls_server server(home.path(), [&](std::string_view) { return reaction{bytes, next}; });
  endpoint to;
  to.port = server.port();
  to.ca_file = server.certificate();
  to.timeout = 10s;
  try {
    return replay::over_tls(to, *find_framing(frame))(request("EKKO").bytes());
  } catch (connection_error const& error) {
    std::string const what = error.what();
    return what.substr(what.find(": ") + 2);
  }
}

std::string framed(std::string const& frame, std::string const& message) {
  return *find_framing(frame)->prefix_of(message.size()) + message;
}

BOOST_AUTO_TEST_SUITE(replay_wire)

BOOST_AUTO_TEST_CASE(a_framed_answer_is_one_of_sams_as_long_as_its_frame) {
  std::string const good = request("EKKO").bytes();
  std::string other = good;
  other.replace(9, 6, "000185");
  std::string letters = good;
  letters.replace(9, 6, "0001xx");
  std::string foreign = good;
  foreign.replace(0, 4, "XXXX");
  for (then const next : {then::go_on, then::close}) {
    BOOST_TEST(outcome_of("len2", framed("len2", good), next) == good);
    BOOST_TEST(outcome_of("len2", framed("len2", good.substr(0, 50)), next) ==
               "the frame of an answer announces 50 bytes: expected 100 to 999999");
    BOOST_TEST(outcome_of("len2", framed("len2", ""), next) ==
               "the frame of an answer announces 0 bytes: expected 100 to 999999");
    BOOST_TEST(outcome_of("len2", framed("len4", good), next) ==  // its first two bytes are zeros
               "the frame of an answer announces 0 bytes: expected 100 to 999999");
    BOOST_TEST(outcome_of("len2", framed("len2", other), next) ==
               "answer: LAENGDE, byte 10: expected the 100 bytes of its frame");
    BOOST_TEST(outcome_of("len2", framed("len2", letters), next) ==
               "answer: LAENGDE, byte 10: expected 000100 or more");
    BOOST_TEST(outcome_of("len2", framed("len2", foreign), next) ==
               "answer: CPRTRANS, byte 1: expected SAMS in ISO-8859-1");
    BOOST_TEST(outcome_of("ascii4", good, next) == "an answer without its frame");
    BOOST_TEST(outcome_of("header", other.substr(0, 9) + "000099" + other.substr(15), next) ==
               "answer: LAENGDE, byte 10: expected 000100 or more");
  }
}

BOOST_AUTO_TEST_CASE(a_frame_of_gigabytes_is_refused_before_its_bytes_are_waited_for) {
  BOOST_TEST(outcome_of("len4", "\xff\xff\xff\xff" + request("EKKO").bytes(), then::go_on) ==
             "the frame of an answer announces 4294967295 bytes: expected 100 to 999999");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
