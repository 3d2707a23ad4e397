// How messages are cut from the bytes of a connection, and what is handed over.
#include <boost/test/unit_test.hpp>

#include "unit/server/fixture.hpp"

using namespace samspil;
using namespace samspil::server::test;

BOOST_AUTO_TEST_SUITE(framing)

BOOST_AUTO_TEST_CASE(a_message_is_answered_and_the_connection_goes_on) {
  echo handler;
  running r(handler);
  auto c = r.connect();
  BOOST_TEST(c.exchange(message(100, 1)) == message(100, 1));
  BOOST_TEST(c.exchange(message(4096, 2)) == message(4096, 2));
  BOOST_TEST(handler.last_peer().address == "127.0.0.1");
  BOOST_TEST(handler.last_peer().certificate == "");
}

BOOST_AUTO_TEST_CASE(bytes_may_come_one_at_a_time) {
  echo handler;
  running r(handler);
  auto c = r.connect();
  for (char const byte : message(150, 7)) c.send(std::string_view(&byte, 1));
  BOOST_TEST(c.receive_message() == message(150, 7));
  BOOST_TEST(handler.seen().size() == 1);
}

BOOST_AUTO_TEST_CASE(a_thousand_pipelined_messages_are_answered_in_order) {
  echo handler;
  running r(handler);
  auto c = r.connect();
  std::string all;
  for (unsigned i = 0; i < 1000; ++i) all += message(100 + i % 500, i);
  c.send(all);
  BOOST_TEST((c.receive(all.size()) == all));
  BOOST_TEST(handler.seen().size() == 1000);
}

BOOST_AUTO_TEST_CASE(message_boundaries_need_not_be_record_boundaries) {
  echo handler;
  running r(handler);
  auto c = r.connect();
  std::string const all = message(300, 1) + message(4096, 2) + message(100, 3);
  for (std::size_t at = 0; at < all.size(); at += 333) c.send(std::string_view(all).substr(at, 333));
  BOOST_TEST((c.receive(all.size()) == all));
}

BOOST_AUTO_TEST_CASE(lengths_out_of_range_hand_over_the_header_alone) {
  for (char const* laengde : {"000000", "000099", "004097", "999999", "00010x"}) {
    echo handler;
    running r(handler);
    auto c = r.connect();
    c.send(message_of_length(laengde) + std::string(5000, 'y'));
    bool clean = false;
    BOOST_TEST(c.receive_to_end(&clean) == message_of_length(laengde), laengde);
    BOOST_TEST(clean, laengde);
    BOOST_TEST(handler.seen().size() == 1, laengde);
  }
}

BOOST_AUTO_TEST_CASE(first_bytes_of_no_family_are_the_handlers_to_refuse) {
  echo handler;
  running r(handler);
  auto c = r.connect();
  c.send("GET / HTTP/1.1\r\n\r\n");
  bool clean = false;
  BOOST_TEST(c.receive_to_end(&clean) == "GET ");
  BOOST_TEST(clean);
}

BOOST_AUTO_TEST_CASE(a_foreign_start_later_on_is_the_handlers_too) {
  for (char const* start : {"PRIV,0001", "JUNK-------"}) {
    echo handler;
    running r(handler);
    auto c = r.connect();
    BOOST_TEST(c.exchange(message()) == message());
    c.send(start);
    BOOST_TEST(c.receive_to_end() == std::string(start, 4));
  }
}

BOOST_AUTO_TEST_CASE(families_not_served_are_closed_without_an_answer) {
  for (char const* start : {"PRIV,000190user    ", "OFF4,"}) {
    echo handler;
    running r(handler, [](installation& i) { i.listener.wire.priv = i.listener.wire.off4 = false; });
    auto c = r.connect();
    c.send(start);
    bool clean = false;
    BOOST_TEST(c.receive_to_end(&clean) == "");
    BOOST_TEST(clean);
    BOOST_TEST(r.ended("not_served"));
    BOOST_TEST(handler.seen().empty());
  }
}

BOOST_AUTO_TEST_CASE(a_listener_without_the_dialogue_answers_nobody) {
  for (std::string const& start : {message(), std::string("JUNK")}) {
    echo handler;
    running r(handler, [](installation& i) { i.listener.wire.sams = false; });
    auto c = r.connect();
    c.send(start);
    bool clean = false;
    BOOST_TEST(c.receive_to_end(&clean) == "");
    BOOST_TEST(clean);
    BOOST_TEST(r.ended("not_served"));
    BOOST_TEST(handler.seen().empty());
  }
}

BOOST_AUTO_TEST_CASE(a_truncated_message_is_never_handed_over) {
  for (bool const polite : {true, false}) {
    echo handler;
    running r(handler);
    {
      auto c = r.connect();
      BOOST_TEST(c.exchange(message(100, 1)) == message(100, 1));
      c.send(message(200, 2).substr(0, 199));
      if (!polite) c.abandon();
    }
    BOOST_TEST(r.ended("truncated"));
    BOOST_TEST(handler.seen().size() == 1);
  }
}

BOOST_AUTO_TEST_CASE(answers_of_another_thread_keep_the_order) {
  held handler;
  running r(handler);
  auto c = r.connect();
  std::string all;
  for (unsigned i = 0; i < 20; ++i) all += message(100 + i, i);
  c.send(all);
  // One message at a time: the next comes only when the one before is answered.
  for (unsigned i = 0; i < 20; ++i) handler.next()();
  BOOST_TEST((c.receive(all.size()) == all));
}

BOOST_AUTO_TEST_SUITE_END()
