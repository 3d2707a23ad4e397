// Internal. An address and port that takes connections and deals them out to
// the workers, one after the other.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "server/admission.hpp"
#include "server/asio.hpp"
#include "server/counters.hpp"
#include "server/log_limiter.hpp"
#include "server/server.hpp"
#include "server/tls_context.hpp"
#include "server/unique_descriptor.hpp"
#include "server/worker.hpp"

namespace samspil::server {

class listener {
 public:
  /// Binds and listens; std::runtime_error names address and reason. It runs on
  /// the first of `workers`, who share the connections.
  listener(listener_options const& how, tls_context context, admission& gate,
           std::vector<std::unique_ptr<worker>>& workers);

  /// ADDRESS:PORT, an IPv6 address in brackets.
  std::string const& name() const { return name_; }

  // ---- from any thread
  void start();
  /// New connections get this from now on; those that are there keep theirs.
  void set_context(tls_context next);
  /// Stops accepting and closes the port. `then` is called on the worker's thread.
  void close(std::function<void()> then);
  listener_counters const& counts() const { return counts_; }

 private:
  void wait();
  void accept_some();
  bool accept_one();
  void admit(unique_descriptor fd, std::string const& address);
  bool out_of_descriptors();
  void back_off();
  void warn(std::size_t kind, std::string_view text);

  admission& gate_;
  std::vector<std::unique_ptr<worker>>& workers_;
  asio::io_context& context_;
  acceptor acceptor_;
  timer pause_;
  tls_context tls_;
  session::wire_format wire_;
  std::string name_;
  unique_descriptor reserve_;
  std::size_t next_ = 0;
  listener_counters counts_;
  log_limiter log_;
};

}  // namespace samspil::server
