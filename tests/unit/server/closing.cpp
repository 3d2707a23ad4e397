// Who ends a connection how, and that no answer is lost or sent twice by it.
#include <boost/test/unit_test.hpp>

#include <future>
#include <sys/socket.h>

#include "unit/server/fixture.hpp"
#include "unit/server/raw_tls.hpp"

using namespace samspil;
using namespace samspil::server::test;
using std::chrono::milliseconds;

BOOST_AUTO_TEST_SUITE(closing)

BOOST_AUTO_TEST_CASE(a_client_that_has_said_goodbye_still_gets_its_answers) {
  for (char const* version : {"1.2", "1.3"}) {
    held handler;
    running r(handler);
    raw_tls c(r.endpoint(), version);
    c.write(message(100, 1) + message(150, 2) + message(100, 3).substr(0, 50));
    c.send_close_notify();
    handler.next()();
    handler.next()();
    BOOST_TEST(c.read_to_end() == message(100, 1) + message(150, 2), version);
    BOOST_TEST(c.ended_clean(), version);
    BOOST_TEST(r.ended("truncated"), version);
  }
}

BOOST_AUTO_TEST_CASE(a_client_that_shuts_its_sending_side_down_still_gets_its_answers) {
  held handler;
  running r(handler);
  raw_tls c(r.endpoint());
  c.write(message(100, 1) + message(150, 2));
  ::shutdown(c.fd(), SHUT_WR);
  handler.next()();
  handler.next()();
  BOOST_TEST(c.read(250) == message(100, 1) + message(150, 2));
}

BOOST_AUTO_TEST_CASE(goodbye_without_a_message_is_answered_with_goodbye) {
  echo handler;
  running r(handler);
  raw_tls c(r.endpoint());
  c.send_close_notify();
  BOOST_TEST(c.read_to_end() == "");
  BOOST_TEST(c.ended_clean());
  BOOST_TEST(r.reaches("samspil_connections_open", 0));
}

BOOST_AUTO_TEST_CASE(a_closing_answer_arrives_whole_while_the_client_still_sends) {
  echo handler;
  running r(handler);
  raw_tls c(r.endpoint());
  // Far more than the server reads before it closes: a reset would eat the answer.
  std::string const flood = message_of_length("999999") + std::string(100'000, 'z');
  c.write(flood);
  BOOST_TEST(c.read_to_end() == message_of_length("999999"));
  BOOST_TEST(c.ended_clean());
}

BOOST_AUTO_TEST_CASE(a_client_that_leaves_while_its_answer_is_pending_harms_nobody) {
  held handler;
  running r(handler);
  std::vector<std::function<void()>> answers;
  for (unsigned i = 0; i < 20; ++i) {
    auto c = r.connect();
    c.send(message(100, i));
    answers.push_back(handler.next());
    if (i % 2 == 0) c.abandon();
  }
  for (auto const& answer : answers) std::async(std::launch::async, answer).get();
  BOOST_TEST(r.reaches("samspil_connections_open", 0));
  auto c = r.connect();
  c.send(message(100, 99));
  handler.next()();
  BOOST_TEST(c.receive_message() == message(100, 99));
}

BOOST_AUTO_TEST_CASE(a_broken_handler_ends_its_connection_only) {
  class broken : public session::handler {
   public:
    void handle(std::string_view bytes, session::peer const&, session::completion done) override {
      if (bytes.size() == 101) throw std::runtime_error("on purpose");
      done({std::string(bytes), false});
    }
  } handler;
  running r(handler);
  auto good = r.connect();
  auto bad = r.connect();
  BOOST_TEST(good.exchange(message()) == message());
  bad.send(message(101));
  BOOST_TEST(bad.receive_to_end() == "");
  BOOST_TEST(good.exchange(message()) == message());
}

BOOST_AUTO_TEST_CASE(a_drain_answers_what_has_come_and_says_goodbye) {
  held handler;
  running r(handler);
  auto idle = r.connect();
  auto busy = r.connect();
  idle.send(message(100, 1));
  handler.next()();
  BOOST_TEST(idle.receive_message() == message(100, 1));
  busy.send(message(100, 2) + message(100, 3));
  auto const second = handler.next();
  auto drained = std::async(std::launch::async, [&r] { return r.server->drain(std::chrono::seconds(20)); });
  bool clean = false;
  BOOST_TEST(idle.receive_to_end(&clean) == "");
  BOOST_TEST(clean);
  second();
  handler.next()();
  clean = false;
  BOOST_TEST(busy.receive_to_end(&clean) == message(100, 2) + message(100, 3));
  BOOST_TEST(clean);
  BOOST_TEST(drained.get());
  BOOST_CHECK_THROW(r.connect(), client::connection_error);
}

BOOST_AUTO_TEST_CASE(a_drain_waits_for_the_end_of_a_message_begun) {
  echo handler;
  running r(handler);
  auto c = r.connect();
  BOOST_TEST(c.exchange(message(100, 1)) == message(100, 1));
  c.send(message(200, 2).substr(0, 150));
  auto other = r.connect();  // its closing shows that the drain has begun
  BOOST_TEST(other.exchange(message(100, 3)) == message(100, 3));
  auto drained = std::async(std::launch::async, [&r] { return r.server->drain(std::chrono::seconds(20)); });
  BOOST_TEST(other.closed_within(milliseconds(20'000)));
  c.send(message(200, 2).substr(150));
  bool clean = false;
  BOOST_TEST(c.receive_to_end(&clean) == message(200, 2));
  BOOST_TEST(clean);
  BOOST_TEST(drained.get());
}

BOOST_AUTO_TEST_CASE(a_drain_that_takes_too_long_cuts) {
  held handler;
  running r(handler);
  auto c = r.connect();
  c.send(message(100, 1));
  auto const answer = handler.next();
  BOOST_TEST(!r.server->drain(milliseconds(50)));
  bool clean = true;
  BOOST_TEST(c.receive_to_end(&clean) == "");
  BOOST_TEST(!clean);
  answer();  // late, and it must find nothing that is gone
  BOOST_TEST(r.reaches("samspil_connections_open", 0));
}

BOOST_AUTO_TEST_SUITE_END()
