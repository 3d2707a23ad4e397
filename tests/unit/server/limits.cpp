// Many connections, too many, and those who do not read.
#include <boost/test/unit_test.hpp>

#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include "unit/server/fixture.hpp"
#include "unit/server/raw_tls.hpp"

using namespace samspil;
using namespace samspil::server::test;

BOOST_AUTO_TEST_SUITE(limits)

BOOST_AUTO_TEST_CASE(no_more_connections_than_allowed) {
  for (bool const per_address : {false, true}) {
    echo handler;
    running r(handler, [per_address](installation& i) {
      (per_address ? i.limit.connections_per_address : i.limit.connections) = 2;
    });
    auto a = r.connect();
    {
      auto b = r.connect();
      BOOST_CHECK_THROW(r.connect(), client::connection_error);
      BOOST_TEST(a.exchange(message()) == message());
      BOOST_TEST(b.exchange(message()) == message());
    }
    // The place of one that has gone is free again.
    BOOST_TEST(r.reaches("samspil_connections_open", 1));
    BOOST_TEST(r.connect().exchange(message()) == message());
    BOOST_TEST(r.count(per_address ? "samspil_connections_refused_total{limit=\"connections_per_address\"}"
                                   : "samspil_connections_refused_total{limit=\"connections\"}") == 1);
  }
}

BOOST_AUTO_TEST_CASE(a_reader_who_does_not_read_stops_himself_only) {
  echo handler;
  running r(handler);
  raw_tls lazy(r.endpoint());
  // He sends until nothing more is taken: the answers he leaves have stopped his requests.
  timeval const patience{0, 200'000};
  ::setsockopt(lazy.fd(), SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
  std::string const chunk = message(4096, 1) + message(4096, 2) + message(4096, 3);
  unsigned sent = 0;
  try {
    while (sent < 100'000) {
      lazy.write(chunk);
      ++sent;
    }
  } catch (std::runtime_error const&) {
  }
  BOOST_TEST(sent < 100'000U);
  auto c = r.connect();
  BOOST_TEST(c.exchange(message()) == message());
}

BOOST_AUTO_TEST_CASE(an_answer_that_nobody_takes_has_its_deadline) {
  echo handler;
  running r(handler, [](installation& i) { i.limit.idle = std::chrono::milliseconds(100); });
  raw_tls lazy(r.endpoint());
  std::string const chunk = message(4096, 1) + message(4096, 2) + message(4096, 3);
  try {
    for (;;) lazy.write(chunk);
  } catch (std::runtime_error const&) {
  }
  BOOST_TEST(r.ended("write_timeout"));
}

BOOST_AUTO_TEST_CASE(five_hundred_at_once) {
  echo handler;
  running r(handler);
  std::vector<client::connection> all;
  for (unsigned i = 0; i < 500; ++i) all.push_back(r.connect());
  BOOST_TEST(r.count("samspil_connections_open") == 500);
  for (unsigned i = 0; i < 500; ++i) all[i].send(message(100 + i, i));
  unsigned right = 0;
  for (unsigned i = 0; i < 500; ++i) right += all[i].receive_message() == message(100 + i, i) ? 1 : 0;
  BOOST_TEST(right == 500);
  all.clear();
  BOOST_TEST(r.reaches("samspil_connections_open", 0));
}

BOOST_AUTO_TEST_CASE(out_of_descriptors_is_survived) {
  echo handler;
  running r(handler);
  auto before = r.connect();
  BOOST_TEST(before.exchange(message()) == message());
  rlimit normal{};
  BOOST_REQUIRE(::getrlimit(RLIMIT_NOFILE, &normal) == 0);
  {
    // The client's own descriptor fits, the server's for it does not.
    auto const to = r.endpoint();
    int const next = ::dup(0);
    ::close(next);
    rlimit tight = normal;
    tight.rlim_cur = static_cast<rlim_t>(next) + 1;
    BOOST_REQUIRE(::setrlimit(RLIMIT_NOFILE, &tight) == 0);
    raw_socket const refused(to);
    BOOST_TEST(refused.ends());
    BOOST_TEST(r.count("samspil_accept_errors_total") >= 1);
    BOOST_TEST(before.exchange(message()) == message());
    BOOST_REQUIRE(::setrlimit(RLIMIT_NOFILE, &normal) == 0);
  }
  BOOST_TEST(r.connect().exchange(message()) == message());
}

BOOST_AUTO_TEST_SUITE_END()
