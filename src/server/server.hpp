// Listeners, their connections and the threads that serve them. It knows how a
// message is cut from the bytes and nothing of what it says: that is the
// handler's.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "server/limits.hpp"
#include "server/tls_context.hpp"
#include "session/framing.hpp"
#include "session/handler.hpp"

namespace samspil::server {

struct listener_options {
  std::string address = "127.0.0.1";  ///< IPv4 or IPv6, textual
  unsigned short port = 5000;         ///< 0 takes a free one
  session::wire_format wire;          ///< families, framing, code page
  tls_options tls;
};

/// A certificate or key that cannot be used: the configuration's fault, not the machine's.
class bad_certificate : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

class server {
 public:
  /// Binds every listener; clients may connect from here on and are served
  /// after start(). bad_certificate, or std::runtime_error when an address
  /// cannot be bound. `handler` outlives the server. 0 threads: one for each core.
  /// Writing to a connection that the peer has left must not end the process:
  /// SIGPIPE is ignored from here on.
  server(std::vector<listener_options> const& listeners, limits const& limit, session::handler& handler,
         unsigned threads = 0);
  /// Cuts what is left; waits for answers that handlers still owe.
  ~server();
  server(server const&) = delete;
  server& operator=(server const&) = delete;

  void start();
  /// ADDRESS:PORT of each listener, in order.
  std::vector<std::string> addresses() const;

  /// Takes limits and, listener by listener, certificates for new connections;
  /// nothing is dropped. A listener whose certificate is bad keeps its old one:
  /// one line for each of these is given back. `tls` is in the listeners' order.
  std::vector<std::string> reload(std::vector<tls_options> const& tls, limits const& limit);

  /// Stops accepting, answers what has come, ends every connection with
  /// close_notify; after `within` cuts those that are left. False when a handler
  /// still owes an answer then: the server cannot be destroyed before it came.
  bool drain(std::chrono::milliseconds within);

  std::uint64_t connections_open() const;
  /// For the metrics page: name (with labels) and value.
  std::vector<std::pair<std::string, std::uint64_t>> counters() const;

 private:
  struct state;
  std::unique_ptr<state> state_;
};

}  // namespace samspil::server
