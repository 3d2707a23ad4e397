// Every wait has its deadline, and which of them closes with close_notify.
#include <boost/test/unit_test.hpp>

#include <semaphore>

#include "unit/server/fixture.hpp"

using namespace samspil;
using namespace samspil::server::test;
using std::chrono::milliseconds;

BOOST_AUTO_TEST_SUITE(timeouts)

BOOST_AUTO_TEST_CASE(a_handshake_that_does_not_come_is_cut) {
  echo handler;
  running r(handler, [](installation& i) { i.limit.handshake = milliseconds(50); });
  raw_socket const s(r.endpoint());
  BOOST_TEST(s.ends());
  BOOST_TEST(r.ended("handshake_timeout"));
}

BOOST_AUTO_TEST_CASE(bytes_that_trickle_do_not_lengthen_the_handshake) {
  echo handler;
  running r(handler, [](installation& i) { i.limit.handshake = milliseconds(100); });
  raw_socket const s(r.endpoint());
  s.send("\x16\x03\x01\x02");  // a ClientHello of 512 bytes begins
  BOOST_TEST(s.ends());
  BOOST_TEST(r.ended("handshake_timeout"));
}

BOOST_AUTO_TEST_CASE(a_connection_without_a_first_message_is_cut) {
  echo handler;
  running r(handler, [](installation& i) { i.limit.logon = milliseconds(50); });
  auto c = r.connect();
  bool clean = true;
  BOOST_TEST(c.receive_to_end(&clean) == "");
  BOOST_TEST(!clean);
  BOOST_TEST(r.ended("logon_timeout"));
}

BOOST_AUTO_TEST_CASE(the_logon_limit_holds_for_a_first_message_that_trickles) {
  echo handler;
  running r(handler, [](installation& i) { i.limit.logon = milliseconds(50); });
  auto c = r.connect();
  c.send(message().substr(0, 60));
  bool clean = true;
  BOOST_TEST(c.receive_to_end(&clean) == "");
  BOOST_TEST(!clean);
  BOOST_TEST(r.ended("logon_timeout"));
}

BOOST_AUTO_TEST_CASE(a_first_message_begun_has_the_record_limit_too) {
  echo handler;
  running r(handler, [](installation& i) { i.limit.record = milliseconds(50); });
  auto c = r.connect();
  c.send("SAM");
  BOOST_TEST(c.receive_to_end() == "");
  BOOST_TEST(r.ended("record_timeout"));
}

BOOST_AUTO_TEST_CASE(a_message_that_does_not_end_is_cut_without_an_answer) {
  echo handler;
  running r(handler, [](installation& i) { i.limit.record = milliseconds(50); });
  auto c = r.connect();
  BOOST_TEST(c.exchange(message(100, 1)) == message(100, 1));
  c.send(message(200, 2).substr(0, 199));
  bool clean = true;
  BOOST_TEST(c.receive_to_end(&clean) == "");
  BOOST_TEST(!clean);
  BOOST_TEST(r.ended("record_timeout"));
  BOOST_TEST(handler.seen().size() == 1);
}

BOOST_AUTO_TEST_CASE(a_byte_now_and_then_does_not_lengthen_the_record_limit) {
  echo handler;
  running r(handler, [](installation& i) { i.limit.record = milliseconds(150); });
  auto c = r.connect();
  BOOST_TEST(c.exchange(message(100, 1)) == message(100, 1));
  // As long as the server takes them; it must end long before the 4,096 are there.
  std::string const never_ending = message(4096, 2);
  std::size_t sent = 0;
  auto const begin = std::chrono::steady_clock::now();
  while (sent < never_ending.size() && !c.closed_within(milliseconds(5))) {
    try {
      c.send(std::string_view(never_ending).substr(sent++, 1));
    } catch (client::connection_error const&) {
      break;
    }
  }
  BOOST_TEST(sent < 1000);
  BOOST_TEST((std::chrono::steady_clock::now() - begin < std::chrono::seconds(3)));
  BOOST_TEST(r.ended("record_timeout"));
}

BOOST_AUTO_TEST_CASE(a_silent_connection_is_closed_in_good_order) {
  echo handler;
  running r(handler, [](installation& i) { i.limit.idle = milliseconds(50); });
  auto c = r.connect();
  BOOST_TEST(c.exchange(message()) == message());
  bool clean = false;
  BOOST_TEST(c.receive_to_end(&clean) == "");
  BOOST_TEST(clean);
  BOOST_TEST(r.ended("idle_timeout"));
}

BOOST_AUTO_TEST_CASE(messages_keep_a_connection_alive) {
  echo handler;
  running r(handler, [](installation& i) { i.limit.idle = milliseconds(400); });
  auto c = r.connect();
  auto const begin = std::chrono::steady_clock::now();
  BOOST_TEST(c.exchange(message()) == message());
  while (std::chrono::steady_clock::now() - begin < milliseconds(900)) {
    BOOST_REQUIRE(!c.closed_within(milliseconds(50)));
    BOOST_REQUIRE(c.exchange(message()) == message());
  }
}

BOOST_AUTO_TEST_CASE(the_time_a_handler_takes_counts_against_nobody) {
  held handler;
  running r(handler, [](installation& i) {
    i.limit.idle = i.limit.record = i.limit.logon = milliseconds(50);
  });
  auto c = r.connect();
  c.send(message(100, 1));
  auto const answer = handler.next();
  BOOST_TEST(!c.closed_within(milliseconds(250)));
  answer();
  BOOST_TEST(c.receive_message() == message(100, 1));
}

BOOST_AUTO_TEST_CASE(who_sent_in_time_is_served_when_the_thread_was_held_up) {
  /// Keeps the worker's thread inside handle() for each message of 101 bytes until it is let go.
  class blocking : public session::handler {
   public:
    void handle(std::string_view bytes, session::peer const&, session::completion done) override {
      if (bytes.size() == 101) {
        entered.release();
        go_on.acquire();
      }
      done({std::string(bytes), false});
    }
    std::counting_semaphore<> entered{0}, go_on{0};
  };
  milliseconds const limit(400);
  // A machine that holds up the test makes this client late itself: then it is done again.
  for (bool in_time = false; !in_time;) {
    blocking handler;
    running r(handler, [&](installation& i) { i.limit.record = limit; });
    // Two workers take connections in turn: these three are on the same thread.
    auto punctual = r.connect();
    auto const other_thread = r.connect();
    auto first = r.connect();
    auto const other_thread_again = r.connect();
    auto second = r.connect();
    auto const begun = std::chrono::steady_clock::now();
    punctual.send(message(100, 3).substr(0, 50));
    BOOST_TEST(second.exchange(message()) == message());
    // While the first message holds the thread, the second comes and the next
    // look at the deadlines falls due: that look stands behind the second message.
    first.send(message(101, 1));
    handler.entered.acquire();
    second.send(message(101, 2));
    first.closed_within(milliseconds(100));
    handler.go_on.release();
    handler.entered.acquire();
    punctual.send(message(100, 3).substr(50));
    in_time = std::chrono::steady_clock::now() - begun < limit;
    first.closed_within(limit);
    handler.go_on.release();
    if (in_time) BOOST_TEST(punctual.receive_message() == message(100, 3));
  }
}

BOOST_AUTO_TEST_CASE(new_limits_hold_for_connections_that_are_there) {
  echo handler;
  running r(handler);
  auto c = r.connect();
  BOOST_TEST(c.exchange(message()) == message());
  r.files.limit.idle = milliseconds(50);
  BOOST_TEST(r.server->reload({r.files.listener.tls}, r.files.limit).empty());
  BOOST_TEST(c.exchange(message()) == message());
  BOOST_TEST(c.closed_within(milliseconds(20'000)));
  BOOST_TEST(r.ended("idle_timeout"));
}

BOOST_AUTO_TEST_SUITE_END()
