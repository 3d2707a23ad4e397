#include "client/connection.hpp"

#include <openssl/err.h>
#include <openssl/ssl.h>
#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <climits>
#include <utility>

#include "client/socket.hpp"
#include "client/tls.hpp"

namespace samspil::client {
namespace {

constexpr std::size_t header_size = 100;
constexpr std::size_t length_offset = 9;
constexpr std::size_t length_width = 6;

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
    bool const cut =
        why == SSL_ERROR_SYSCALL || ERR_GET_REASON(ERR_peek_last_error()) == SSL_R_UNEXPECTED_EOF_WHILE_READING;
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

void connection::end_sending() {
  state& s = *state_;
  s.require_open();
  auto const deadline = steady::now() + s.timeout;
  for (;;) {
    ERR_clear_error();
    int const said = SSL_shutdown(s.ssl.get());
    if (said >= 0) return;  // 0: sent, and the server's has not come
    state::outcome const next = s.settle(said, "saying goodbye", deadline);
    if (next == state::outcome::late) fail(s.peer, "time-out while saying goodbye");
    if (next == state::outcome::ended) fail(s.peer, "the server closed before the goodbye was sent");
  }
}

void connection::abandon() { state_->close(false); }

}  // namespace samspil::client
