#include "client/connection.hpp"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netdb.h>
#include <netinet/tcp.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstring>
#include <utility>

namespace samspil::client {
namespace {

using steady = std::chrono::steady_clock;

constexpr std::size_t header_size = 100;
constexpr std::size_t length_offset = 9;
constexpr std::size_t length_width = 6;

struct deleter {
  void operator()(SSL_CTX* p) const { SSL_CTX_free(p); }
  void operator()(SSL* p) const { SSL_free(p); }
  void operator()(BIO_METHOD* p) const { BIO_meth_free(p); }
  void operator()(addrinfo* p) const { freeaddrinfo(p); }
};
template <class T>
using owned = std::unique_ptr<T, deleter>;

std::string name_of(endpoint const& to) { return to.host + ":" + to.port; }

[[noreturn]] void fail(std::string const& peer, std::string const& what) {
  throw connection_error(peer + ": " + what);
}

/// The library's own reason of the last failure, empty when it queued none.
std::string tls_reason() {
  unsigned long const code = ERR_peek_last_error();
  if (code == 0) return {};
  char const* reason = ERR_reason_error_string(code);
  return reason != nullptr ? reason : "error " + std::to_string(code);
}

/// Waits until `fd` is ready for `events`; false when the deadline passed.
bool wait_for(int fd, short events, steady::time_point deadline) {
  for (;;) {
    auto const left = std::chrono::ceil<std::chrono::milliseconds>(deadline - steady::now()).count();
    pollfd entry{fd, events, 0};
    int const ready = ::poll(&entry, 1, static_cast<int>(std::clamp<long long>(left, 0, INT_MAX)));
    if (ready > 0) return true;
    if (ready == 0 && left <= 0) return false;
    if (ready < 0 && errno != EINTR) return true;  // the operation that follows reports the error
  }
}

/// The library's socket BIO with a write that raises no SIGPIPE: a server that
/// hangs up must not end a test or a batch run.
int quiet_write(BIO* bio, char const* data, int size) {
  int fd = -1;
  BIO_get_fd(bio, &fd);
  ssize_t const written = ::send(fd, data, static_cast<std::size_t>(size), MSG_NOSIGNAL);
  BIO_clear_retry_flags(bio);
  if (written <= 0 && BIO_sock_should_retry(static_cast<int>(written)) != 0) BIO_set_retry_write(bio);
  return static_cast<int>(written);
}

owned<BIO_METHOD> quiet_socket() {
  BIO_METHOD const* plain = BIO_s_socket();
  owned<BIO_METHOD> method(BIO_meth_new(BIO_TYPE_SOCKET, "socket without SIGPIPE"));
  if (!method) return method;
  BIO_meth_set_write(method.get(), quiet_write);
  BIO_meth_set_read(method.get(), BIO_meth_get_read(plain));
  BIO_meth_set_ctrl(method.get(), BIO_meth_get_ctrl(plain));
  BIO_meth_set_create(method.get(), BIO_meth_get_create(plain));
  BIO_meth_set_destroy(method.get(), BIO_meth_get_destroy(plain));
  return method;
}

/// A connected, non-blocking descriptor, or -1 with errno set.
int connect_one(addrinfo const& address, steady::time_point deadline) {
  int const fd = ::socket(address.ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, address.ai_protocol);
  if (fd < 0) return -1;
  int const on = 1;
  ::setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  int problem = 0;
  if (::connect(fd, address.ai_addr, address.ai_addrlen) != 0) {
    problem = errno;
    if (problem == EINPROGRESS) {
      if (wait_for(fd, POLLOUT, deadline)) {
        socklen_t size = sizeof problem;
        ::getsockopt(fd, SOL_SOCKET, SO_ERROR, &problem, &size);
      } else {
        problem = ETIMEDOUT;
      }
    }
  }
  if (problem == 0) return fd;
  ::close(fd);
  errno = problem;
  return -1;
}

int connect_any(endpoint const& to, steady::time_point deadline) {
  addrinfo hints{};
  hints.ai_family = AF_UNSPEC;
  hints.ai_socktype = SOCK_STREAM;
  addrinfo* found = nullptr;
  if (int const code = ::getaddrinfo(to.host.c_str(), to.port.c_str(), &hints, &found); code != 0)
    fail(name_of(to), ::gai_strerror(code));
  owned<addrinfo> const addresses(found);
  for (addrinfo const* each = found; each != nullptr; each = each->ai_next)
    if (int const fd = connect_one(*each, deadline); fd >= 0) return fd;
  fail(name_of(to), std::string("cannot connect: ") + std::strerror(errno));
}

owned<SSL_CTX> make_context(endpoint const& to) {
  owned<SSL_CTX> context(SSL_CTX_new(TLS_client_method()));
  if (!context) fail(name_of(to), "no TLS context: " + tls_reason());
  SSL_CTX* const c = context.get();
  SSL_CTX_set_min_proto_version(c, TLS1_2_VERSION);
  if (to.tls_max == "1.2")
    SSL_CTX_set_max_proto_version(c, TLS1_2_VERSION);
  else if (!to.tls_max.empty() && to.tls_max != "1.3")
    fail(name_of(to), "TLS version " + to.tls_max + ": expected 1.2 or 1.3");
  SSL_CTX_set_mode(c, SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
  if (!to.ca_file.empty()) {
    if (SSL_CTX_load_verify_file(c, to.ca_file.c_str()) != 1)
      fail(name_of(to), "cannot read CA file " + to.ca_file + ": " + tls_reason());
    SSL_CTX_set_verify(c, SSL_VERIFY_PEER, nullptr);
  }
  if (!to.certificate_file.empty() && SSL_CTX_use_certificate_chain_file(c, to.certificate_file.c_str()) != 1)
    fail(name_of(to), "cannot read certificate " + to.certificate_file + ": " + tls_reason());
  if (!to.key_file.empty() && SSL_CTX_use_PrivateKey_file(c, to.key_file.c_str(), SSL_FILETYPE_PEM) != 1)
    fail(name_of(to), "cannot read key " + to.key_file + ": " + tls_reason());
  return context;
}

bool is_address(std::string const& host) {
  in6_addr bytes{};
  return ::inet_pton(AF_INET, host.c_str(), &bytes) == 1 || ::inet_pton(AF_INET6, host.c_str(), &bytes) == 1;
}

/// Server name and what the certificate must name: an address is compared with
/// the certificate's addresses, a name with its names.
bool name_peer(SSL* ssl, endpoint const& to) {
  if (is_address(to.host))
    return to.ca_file.empty() || X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(ssl), to.host.c_str()) == 1;
  if (SSL_set_tlsext_host_name(ssl, to.host.c_str()) != 1) return false;
  return to.ca_file.empty() || SSL_set1_host(ssl, to.host.c_str()) == 1;
}

}  // namespace

struct connection::state {
  enum class ending { open, clean, cut };
  enum class outcome { again, late, ended };

  std::string peer;
  std::chrono::milliseconds timeout;
  owned<BIO_METHOD> method;
  owned<SSL_CTX> context;
  owned<SSL> ssl;
  int fd = -1;
  ending end = ending::open;
  std::string pending;  ///< read already, not yet asked for

  ~state() { close(true); }

  void close(bool say_goodbye) {
    if (fd < 0) return;
    if (ssl && say_goodbye && SSL_is_init_finished(ssl.get()) == 1 && end != ending::cut) {
      ERR_clear_error();
      SSL_shutdown(ssl.get());
    }
    ssl.reset();
    ::close(fd);
    fd = -1;
  }

  /// What to do after a call of the library that did not succeed: wait for the
  /// socket as it wants, and say whether to call again, or that it is too late
  /// or that the peer has ended (`end` says how). `result` is what the call gave.
  outcome settle(int result, char const* doing, steady::time_point deadline) {
    int const why = SSL_get_error(ssl.get(), result);
    if (why == SSL_ERROR_WANT_READ) return wait_for(fd, POLLIN, deadline) ? outcome::again : outcome::late;
    if (why == SSL_ERROR_WANT_WRITE) return wait_for(fd, POLLOUT, deadline) ? outcome::again : outcome::late;
    if (why == SSL_ERROR_ZERO_RETURN) {
      end = ending::clean;
      return outcome::ended;
    }
    end = ending::cut;
    bool const cut = why == SSL_ERROR_SYSCALL ||
                     ERR_GET_REASON(ERR_peek_last_error()) == SSL_R_UNEXPECTED_EOF_WHILE_READING;
    if (cut) return outcome::ended;
    fail(peer, std::string("TLS failed while ") + doing + ": " + tls_reason());
  }

  void require_open() const {
    if (fd < 0) fail(peer, "the connection was abandoned");
  }

  /// Adds what comes next to `pending` (again), or says why nothing does.
  outcome read_more(steady::time_point deadline) {
    char chunk[16 * 1024];
    while (end == ending::open) {
      ERR_clear_error();
      int const count = SSL_read(ssl.get(), chunk, sizeof chunk);
      if (count > 0) {
        pending.append(chunk, static_cast<std::size_t>(count));
        return outcome::again;
      }
      if (settle(count, "waiting for an answer", deadline) == outcome::late) return outcome::late;
    }
    return outcome::ended;
  }

  std::string take(std::size_t count) {
    std::string taken = pending.substr(0, count);
    pending.erase(0, count);
    return taken;
  }

  std::string receive(std::size_t count) {
    require_open();
    auto const deadline = steady::now() + timeout;
    while (pending.size() < count) {
      outcome const next = read_more(deadline);
      if (next == outcome::again) continue;
      std::string const so_far = " after " + std::to_string(pending.size()) + " of " + std::to_string(count) + " bytes";
      if (next == outcome::late) fail(peer, "time-out while waiting for an answer" + so_far);
      fail(peer, (end == ending::clean ? "closed by the server" : "cut off by the server") + so_far);
    }
    return take(count);
  }
};

connection::connection(endpoint const& to) : state_(std::make_unique<state>()) {
  auto const deadline = steady::now() + to.timeout;
  state& s = *state_;
  s.peer = name_of(to);
  s.timeout = to.timeout;
  ERR_clear_error();
  s.context = make_context(to);
  s.fd = connect_any(to, deadline);
  s.method = quiet_socket();
  s.ssl.reset(SSL_new(s.context.get()));
  BIO* const socket = s.ssl && s.method ? BIO_new(s.method.get()) : nullptr;
  if (socket == nullptr || !name_peer(s.ssl.get(), to)) {
    BIO_free(socket);
    fail(s.peer, "TLS cannot be set up: " + tls_reason());
  }
  BIO_set_fd(socket, s.fd, BIO_NOCLOSE);
  SSL_set_bio(s.ssl.get(), socket, socket);
  for (;;) {
    ERR_clear_error();
    int const done = SSL_connect(s.ssl.get());
    if (done == 1) return;
    if (long const verdict = SSL_get_verify_result(s.ssl.get()); verdict != X509_V_OK && !to.ca_file.empty())
      fail(s.peer, std::string("the server's certificate is refused: ") + X509_verify_cert_error_string(verdict));
    state::outcome const next = s.settle(done, "shaking hands", deadline);
    if (next == state::outcome::late) fail(s.peer, "time-out while shaking hands");
    if (next == state::outcome::ended) fail(s.peer, "the server ended the handshake");
  }
}

connection::connection(connection&&) noexcept = default;
connection& connection::operator=(connection&&) noexcept = default;
connection::~connection() = default;

void connection::send(std::string_view bytes) {
  state& s = *state_;
  s.require_open();
  auto const deadline = steady::now() + s.timeout;
  while (!bytes.empty()) {
    int const size = static_cast<int>(std::min<std::size_t>(bytes.size(), INT_MAX));
    ERR_clear_error();
    int const written = SSL_write(s.ssl.get(), bytes.data(), size);
    if (written > 0) {
      bytes.remove_prefix(static_cast<std::size_t>(written));
      continue;
    }
    state::outcome const next = s.settle(written, "sending", deadline);
    if (next == state::outcome::late) fail(s.peer, "time-out while sending");
    if (next == state::outcome::ended) fail(s.peer, "the server closed before all was sent");
  }
}

std::string connection::receive(std::size_t count) { return state_->receive(count); }

std::string connection::receive_message() {
  std::string message = receive(header_size);
  std::string const length = message.substr(length_offset, length_width);
  if (message.compare(0, 4, "SAMS") != 0) fail(state_->peer, "answer: CPRTRANS, byte 1: expected SAMS");
  if (length.find_first_not_of("0123456789") != std::string::npos || std::stoul(length) < header_size)
    fail(state_->peer, "answer: LAENGDE, byte 10: expected 000100 or more");
  return message += receive(std::stoul(length) - header_size);
}

std::string connection::exchange(std::string_view message) {
  send(message);
  return receive_message();
}

std::string connection::receive_to_end(bool* clean) {
  state& s = *state_;
  s.require_open();
  auto const deadline = steady::now() + s.timeout;
  state::outcome next = state::outcome::again;
  while (next == state::outcome::again) next = s.read_more(deadline);
  if (next == state::outcome::late) fail(s.peer, "time-out while waiting for the server to close");
  if (clean != nullptr) *clean = s.end == state::ending::clean;
  return s.take(s.pending.size());
}

bool connection::closed_within(std::chrono::milliseconds timeout) {
  state& s = *state_;
  s.require_open();
  auto const deadline = steady::now() + timeout;
  state::outcome next = state::outcome::again;
  while (next == state::outcome::again) next = s.read_more(deadline);
  return next == state::outcome::ended;
}

void connection::abandon() { state_->close(false); }

}  // namespace samspil::client
