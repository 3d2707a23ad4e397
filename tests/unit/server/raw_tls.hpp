// A TLS client that can do what a well-behaved one does not: choose any
// version, renegotiate, say goodbye and go on reading.
#pragma once

#include <string>
#include <string_view>

#include "unit/server/fixture.hpp"

struct ssl_st;
struct ssl_ctx_st;

namespace samspil::server::test {

class raw_tls {
 public:
  /// Shakes hands with exactly this version ("" for any); std::runtime_error when the server refuses.
  explicit raw_tls(client::endpoint const& to, std::string_view version = "");
  ~raw_tls();
  raw_tls(raw_tls const&) = delete;
  raw_tls& operator=(raw_tls const&) = delete;

  void write(std::string_view bytes);
  std::string read(std::size_t count);
  std::string read_to_end();
  bool ended_clean() const { return clean_; }
  void send_close_notify();
  /// Asks for a new handshake on this connection; whether the server agreed.
  bool renegotiate();
  std::string cipher() const;
  std::string group() const;
  /// Whether the server offered a ticket or a session to resume.
  bool resumable() const;
  int fd() const { return socket_.fd; }

 private:
  raw_socket socket_;
  ssl_ctx_st* context_;
  ssl_st* ssl_;
  bool clean_ = false;
};

/// Writes a certificate (self-signed with a fresh key) whose days of validity
/// are counted from today, and its key. `name`: CN of its subject, UTF-8.
void write_certificate(std::filesystem::path const& certificate, std::filesystem::path const& key, int first_day,
                       int last_day, char const* name = "test");

}  // namespace samspil::server::test
