// A server on a free port of 127.0.0.1 with a handler of the test's, and what
// its clients send.
#pragma once

#include <condition_variable>
#include <filesystem>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "client/connection.hpp"
#include "server/server.hpp"
#include "session/handler.hpp"

namespace samspil::server::test {

/// A directory of the test's own, gone with the object.
class scratch_directory {
 public:
  scratch_directory();
  ~scratch_directory();
  std::filesystem::path path;
};

/// A message whose header the dialogue takes, of `size` bytes, with a reference to know it by.
std::string message(std::size_t size = 100, unsigned reference = 0);
/// The same with these six characters as LAENGDE.
std::string message_of_length(std::string_view laengde);

/// Answers at once with the message; with close when the header is malformed.
class echo : public session::handler {
 public:
  void handle(std::string_view bytes, session::peer const& from, session::completion done) override;
  /// Messages handed over so far, and who sent the last.
  std::vector<std::string> seen() const;
  session::peer last_peer() const;

 private:
  mutable std::mutex mutex_;
  std::vector<std::string> seen_;
  session::peer last_peer_;
};

/// Keeps every message until the test answers it.
class held : public session::handler {
 public:
  void handle(std::string_view bytes, session::peer const& from, session::completion done) override;
  /// Waits for the next message and takes its completion; the message is the answer.
  std::function<void()> next();

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<std::function<void()>> waiting_;
};

struct installation {
  /// A listener on port 0 with a fresh self-signed certificate.
  installation();
  scratch_directory directory;
  listener_options listener;
  limits limit;
};

/// The server, started. Members may be changed through `prepare` before that.
struct running {
  explicit running(session::handler& handler, std::function<void(installation&)> const& prepare = {});
  client::connection connect(std::string const& tls_max = "") const;
  client::endpoint endpoint() const;
  /// Waits until connections of this kind have ended `count` times.
  bool ended(std::string const& why, std::uint64_t count = 1) const;
  std::uint64_t count(std::string const& name) const;
  /// Waits, at most 20 seconds, until the counter has this value.
  bool reaches(std::string const& name, std::uint64_t value) const;

  installation files;
  std::unique_ptr<samspil::server::server> server;
};

/// A plain TCP socket to the server's port, or to nobody (-1).
class raw_socket {
 public:
  explicit raw_socket(client::endpoint const& to);
  ~raw_socket();
  raw_socket(raw_socket const&) = delete;
  raw_socket& operator=(raw_socket const&) = delete;
  void send(std::string_view bytes) const;
  /// Whether the peer ends the stream (or resets it) within 20 seconds.
  bool ends() const;
  int fd;
};

}  // namespace samspil::server::test
