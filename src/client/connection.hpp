// One blocking TLS connection to a SAMS listener: what the replay tool, the
// tests and the benches speak through.
#pragma once

#include <chrono>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

namespace samspil::client {

/// The connection could not be made, ended too early or was silent too long.
class connection_error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

struct endpoint {
  std::string host = "127.0.0.1";
  std::string port = "5000";
  std::string ca_file;               ///< PEM; empty: the server's certificate is not checked (tests only)
  std::string certificate_file;      ///< PEM, a client certificate; empty: none
  std::string key_file;
  std::chrono::milliseconds timeout{30'000};  ///< of every wait: connect, handshake, read, write
  std::string tls_max;               ///< "1.2" caps the version; empty: the newest
};

class connection {
 public:
  /// Connects and shakes hands; the certificate must name `host` when a CA is given.
  explicit connection(endpoint const& to);
  connection(connection&&) noexcept;
  connection& operator=(connection&&) noexcept;
  ~connection();

  /// Sends all of it.
  void send(std::string_view bytes);
  /// Exactly `count` bytes.
  std::string receive(std::size_t count);
  /// One SAMS message: the header, and as much as its LAENGDE says.
  std::string receive_message();
  /// send, then receive_message.
  std::string exchange(std::string_view message);
  /// Whatever comes until the server closes; `clean` is set when it closed with close_notify.
  std::string receive_to_end(bool* clean = nullptr);
  /// Whether the server has closed, after waiting `timeout` at most for it.
  bool closed_within(std::chrono::milliseconds timeout);
  /// Says with close_notify that nothing more will be sent; what the server still sends can be received.
  void end_sending();
  /// Ends the socket at once, without close_notify.
  void abandon();

 private:
  struct state;
  std::unique_ptr<state> state_;
};

}  // namespace samspil::client
