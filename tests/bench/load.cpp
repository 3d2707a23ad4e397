#include "bench/load.hpp"

#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <stdexcept>
#include <vector>

#include "codec/field.hpp"
#include "rec/sams_hoved.hpp"

namespace samspil::bench {
namespace {

using steady = std::chrono::steady_clock;
using hoved = rec::HOVED;

struct one_connection {
  int descriptor = -1;
  SSL* tls = nullptr;
  std::string in;
  std::string out;
  steady::time_point sent{};
};

/// Bytes of the answer at the front of `have`; 0 while it is not whole.
std::size_t whole_answer(std::string_view have) {
  if (have.size() < hoved::length) return 0;
  std::size_t const length = codec::number(codec::view<hoved>(have)[hoved::LAENGDE]);
  return have.size() < length ? 0 : length;
}

double at(std::vector<std::uint32_t>& sorted, double part) {
  if (sorted.empty()) return 0;
  return sorted[static_cast<std::size_t>(part * static_cast<double>(sorted.size() - 1))];
}

}  // namespace

struct load::state {
  SSL_CTX* context = SSL_CTX_new(TLS_client_method());
  int poll = ::epoll_create1(EPOLL_CLOEXEC);
  std::vector<one_connection> all;

  state() { SSL_CTX_set_read_ahead(context, 1); }  // one call into the kernel for an answer
  ~state() {
    for (one_connection& c : all) {
      if (c.tls != nullptr) SSL_free(c.tls);
      if (c.descriptor >= 0) ::close(c.descriptor);
    }
    ::close(poll);
    SSL_CTX_free(context);
  }

  void connect(one_connection& c, unsigned short port) const {
    c.descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(port);
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    int const on = 1;
    ::setsockopt(c.descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (::connect(c.descriptor, reinterpret_cast<sockaddr const*>(&to), sizeof to) != 0)
      throw std::runtime_error("bench: the server does not accept");
    c.tls = SSL_new(context);
    SSL_set_fd(c.tls, c.descriptor);
    if (SSL_connect(c.tls) != 1) throw std::runtime_error("bench: no TLS handshake");
  }

  void send(one_connection& c) const {
    c.sent = steady::now();
    ERR_clear_error();
    // A message fits into the socket's buffer: the one before it has been answered.
    if (SSL_write(c.tls, c.out.data(), static_cast<int>(c.out.size())) != static_cast<int>(c.out.size()))
      throw std::runtime_error("bench: a message was not sent");
  }

  /// Reads what is there; true when an answer is whole.
  bool receive(one_connection& c) const {
    std::array<char, 16 * 1024> room;
    ERR_clear_error();
    int const n = SSL_read(c.tls, room.data(), static_cast<int>(room.size()));
    if (n > 0) c.in.append(room.data(), static_cast<std::size_t>(n));
    if (n <= 0 && SSL_get_error(c.tls, n) != SSL_ERROR_WANT_READ)
      throw std::runtime_error("bench: the server closed a connection");
    return whole_answer(c.in) != 0;
  }
};

measured& measured::operator+=(measured const& turn) {
  double const part = turn.messages == 0 ? 0
                                         : static_cast<double>(turn.messages) /
                                               static_cast<double>(messages + turn.messages);
  median += (turn.median - median) * part;
  p99 += (turn.p99 - p99) * part;
  messages += turn.messages;
  seconds += turn.seconds;
  for (auto const& [name, more] : turn.used) used[name] += more;
  return *this;
}

load::load(std::string const& port, unsigned connections) : state_(std::make_unique<state>()) {
  state_->all.resize(connections);
  for (unsigned i = 0; i < connections; ++i) {
    one_connection& c = state_->all[i];
    state_->connect(c, static_cast<unsigned short>(std::stoul(port)));
    // Reads must not wait from here on; the handshake may.
    ::fcntl(c.descriptor, F_SETFL, ::fcntl(c.descriptor, F_GETFL) | O_NONBLOCK);
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.u32 = i;
    ::epoll_ctl(state_->poll, EPOLL_CTL_ADD, c.descriptor, &event);
  }
}

load::~load() = default;

measured load::run(traffic& what, std::chrono::milliseconds within) {
  auto const used = processor_seconds();
  auto const begun = steady::now();
  auto const until = begun + within;
  std::size_t in_flight = 0;
  std::vector<std::uint32_t> times;
  auto const send_next = [&](unsigned i) {
    one_connection& c = state_->all[i];
    if (!what.next(i, c.out)) return;
    state_->send(c);
    ++in_flight;
  };
  for (unsigned i = 0; i < state_->all.size(); ++i) send_next(i);
  std::array<epoll_event, 256> events;
  while (in_flight != 0) {
    int const n = ::epoll_wait(state_->poll, events.data(), static_cast<int>(events.size()), 30'000);
    if (n == 0) throw std::runtime_error("bench: no answer within 30 seconds");
    for (int e = 0; e < n; ++e) {
      unsigned const i = events[static_cast<std::size_t>(e)].data.u32;
      one_connection& c = state_->all[i];
      if (!state_->receive(c)) continue;
      auto const now = steady::now();
      times.push_back(static_cast<std::uint32_t>(
          std::chrono::duration_cast<std::chrono::microseconds>(now - c.sent).count()));
      what.answered(i, c.in);
      c.in.clear();
      --in_flight;
      if (now < until) send_next(i);
    }
  }
  measured out;
  out.messages = times.size();
  out.seconds = std::chrono::duration<double>(steady::now() - begun).count();
  out.used = processor_seconds() - used;
  std::sort(times.begin(), times.end());
  out.median = at(times, 0.5);
  out.p99 = at(times, 0.99);
  return out;
}

}  // namespace samspil::bench
