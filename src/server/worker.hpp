// Internal. A thread of connections: its io_context, its deadlines, and the
// mailbox into which other threads put finished answers.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "base/clock.hpp"
#include "server/admission.hpp"
#include "server/asio.hpp"
#include "server/counters.hpp"
#include "server/limits.hpp"
#include "server/log_limiter.hpp"
#include "server/tls_context.hpp"
#include "server/unique_descriptor.hpp"
#include "session/framing.hpp"
#include "session/handler.hpp"

namespace samspil::server {

class connection;

/// What a listener hands over.
struct accepted {
  unique_descriptor descriptor;
  ticket place;
  tls_context context;
  session::wire_format wire;
};

class worker {
 public:
  /// The handler outlives the worker. `on_empty` is called on the worker's
  /// thread each time its last connection is gone.
  worker(session::handler& handler, limits const& limit, std::function<void()> on_empty);
  ~worker();

  // ---- from any thread
  void start();
  bool started() const { return thread_.joinable(); }
  void adopt(accepted next);
  void set_limits(limits const& next);
  /// New connections are dropped; the others end after what they have in hand.
  void begin_drain();
  /// Cuts what is left, without an answer.
  void cut_all();
  /// Ends the thread. Every connection is gone by then.
  void stop();
  /// The answer to the message that `to` has handed over.
  void answered(connection& to, session::answer&& what);
  /// Those whose answer is still to come included.
  std::uint64_t connections_open() const { return connections_open_.load(); }
  worker_counters const& counts() const { return counts_; }
  asio::io_context& context() { return context_; }

  // ---- for its connections, on its thread
  session::handler& handler() { return handler_; }
  limits const& limit() const { return limits_; }
  bool draining() const { return draining_; }
  worker_counters& count() { return counts_; }
  /// Where every connection's read puts its bytes first.
  std::vector<char>& scratch() { return scratch_; }
  /// A connection has set itself this deadline.
  void note_deadline(steady_time at) {
    if (at < earliest_) earliest_ = at;
  }
  /// Logs that a connection was ended, without letting strangers fill the disk.
  void log_ending(ending why, std::string const& address);
  /// The same of a connection whose first bytes look like those of another listener.
  void log_resemblance(std::string const& address, std::string const& what);
  /// Calls `f` on `c`, and takes `c` away if it is finished after that.
  template <class F>
  void run(connection& c, F&& f);

 private:
  void take(accepted next);
  void remove(connection& c);
  void gone();
  void deliver();
  void arm();
  void tick();
  template <class F>
  void for_each(F&& f);

  session::handler& handler_;
  limits limits_;
  std::function<void()> on_empty_;
  asio::io_context context_{1};
  timer timer_{context_};
  std::vector<char> scratch_;
  std::vector<std::unique_ptr<connection>> connections_;
  std::atomic<std::uint64_t> connections_open_{0};
  steady_time earliest_ = steady_time::max();
  bool draining_ = false;
  worker_counters counts_;
  log_limiter log_;

  std::mutex mailbox_mutex_;
  std::vector<std::pair<connection*, session::answer>> mailbox_;
  std::vector<std::pair<connection*, session::answer>> delivering_;
  std::thread thread_;
};

}  // namespace samspil::server
