// The door for monitoring.
#include <boost/test/unit_test.hpp>

#include <sys/socket.h>

#include <atomic>
#include <chrono>
#include <memory>
#include <thread>

#include "server/metrics.hpp"
#include "unit/server/fixture.hpp"

using namespace samspil;
using samspil::server::test::raw_socket;

namespace {

std::string get(server::metrics const& door, std::string const& request) {
  client::endpoint to;
  to.port = std::to_string(door.port());
  raw_socket const s(to);
  s.send(request);
  std::string text;
  char chunk[1024];
  for (ssize_t n = 0; (n = ::recv(s.fd, chunk, sizeof chunk, 0)) > 0;) text.append(chunk, static_cast<std::size_t>(n));
  return text;
}

server::metrics::page numbers() { return {{"a_total{x=\"1\"}", 3}, {"b", 5}, {"a_total{x=\"2\"}", 4}}; }

}  // namespace

BOOST_AUTO_TEST_SUITE(metrics)

BOOST_AUTO_TEST_CASE(pages) {
  server::metrics door("127.0.0.1", 0, numbers);
  BOOST_TEST(get(door, "GET /metrics HTTP/1.1\r\nHost: x\r\n\r\n")
                 .ends_with("\r\n\r\n# TYPE a_total counter\na_total{x=\"1\"} 3\na_total{x=\"2\"} 4\n"
                            "# TYPE b gauge\nb 5\n"));
  BOOST_TEST(get(door, "GET /healthz HTTP/1.0\r\n\r\n").starts_with("HTTP/1.1 200 OK\r\n"));
  BOOST_TEST(get(door, "GET /readyz HTTP/1.0\r\n\r\n").starts_with("HTTP/1.1 503 "));
  door.set_ready(true);
  BOOST_TEST(get(door, "GET /readyz?x HTTP/1.0\r\n\r\n").starts_with("HTTP/1.1 200 "));
  BOOST_TEST(get(door, "GET / HTTP/1.0\r\n\r\n").starts_with("HTTP/1.1 404 "));
}

BOOST_AUTO_TEST_CASE(what_is_no_request_is_dropped) {
  server::metrics const door("127.0.0.1", 0, numbers);
  BOOST_TEST(get(door, "POST /metrics HTTP/1.1\r\n\r\n") == "");
  BOOST_TEST(get(door, std::string(20'000, 'x')) == "");
  BOOST_TEST(get(door, "GET /healthz HTTP/1.1\r\n\r\n").starts_with("HTTP/1.1 200"));
}

BOOST_AUTO_TEST_CASE(a_slow_client_keeps_nobody_waiting_for_long) {
  auto door = std::make_unique<server::metrics>("127.0.0.1", 0, numbers);
  client::endpoint to;
  to.port = std::to_string(door->port());
  raw_socket const slow(to);
  std::atomic<bool> over{false};
  // A byte now and then is not enough: the whole request has a second.
  std::thread dripping([&] {
    while (!over && ::send(slow.fd, "G", 1, MSG_NOSIGNAL) == 1)
      std::this_thread::sleep_for(std::chrono::milliseconds(100));
  });
  BOOST_TEST(get(*door, "GET /healthz HTTP/1.1\r\n\r\n").starts_with("HTTP/1.1 200"));
  over = true;
  dripping.join();
  // And the end waits for nobody.
  raw_socket const silent(to);
  auto const begun = std::chrono::steady_clock::now();
  door.reset();
  BOOST_TEST((std::chrono::steady_clock::now() - begun < std::chrono::milliseconds(900)));
}

BOOST_AUTO_TEST_CASE(an_address_that_is_not_here_is_an_error) {
  BOOST_CHECK_THROW(server::metrics("192.0.2.1", 0, numbers), std::runtime_error);
  BOOST_CHECK_THROW(server::metrics("nonsense", 0, numbers), std::runtime_error);
}

BOOST_AUTO_TEST_SUITE_END()
