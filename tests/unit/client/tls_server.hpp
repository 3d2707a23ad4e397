// A TLS listener on a free port of 127.0.0.1 for tests of the client: answers
// each message by a function, one thread for each connection.
#pragma once

#include <atomic>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace samspil::client::test {

/// What the server does with one message.
struct reaction {
  std::string answer;
  enum class then { go_on, close, cut } next = then::go_on;
};

class tls_server {
 public:
  /// Makes a certificate and key in `directory` and listens.
  tls_server(std::filesystem::path const& directory, std::function<reaction(std::string_view)> react);
  ~tls_server();

  std::string port() const { return std::to_string(port_); }
  std::string certificate() const { return certificate_.string(); }
  unsigned accepted() const { return accepted_; }

 private:
  struct context;
  void accept_all();
  void serve(int fd);

  std::filesystem::path certificate_;
  std::function<reaction(std::string_view)> react_;
  std::unique_ptr<context> context_;
  int listener_ = -1;
  unsigned port_ = 0;
  std::atomic<unsigned> accepted_{0};
  std::mutex mutex_;
  std::vector<int> open_;  ///< sockets to shut down at the end
  std::vector<std::jthread> workers_;
  std::jthread acceptor_;
};

}  // namespace samspil::client::test
