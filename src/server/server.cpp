#include "server/server.hpp"

#include <algorithm>
#include <condition_variable>
#include <csignal>
#include <future>
#include <mutex>
#include <thread>

#include "server/admission.hpp"
#include "server/listener.hpp"
#include "server/worker.hpp"

namespace samspil::server {
namespace {

/// After the time to drain is over: for connections that were cut to be gone.
constexpr std::chrono::milliseconds cut_time{250};

tls_context usable(tls_options const& how) {
  auto context = make_tls_context(how);
  if (!context) throw bad_certificate(context.error());
  return *context;
}

}  // namespace

struct server::state {
  state(limits const& limit) : gate(limit.connections, limit.connections_per_address) {}

  std::mutex mutex;
  std::condition_variable changed;
  std::size_t listeners_closed = 0;
  bool drained = false;

  admission gate;
  std::vector<std::unique_ptr<worker>> workers;
  std::vector<std::unique_ptr<listener>> listeners;

  std::uint64_t open() const {
    std::uint64_t sum = 0;
    for (auto const& w : workers) sum += w->connections_open();
    return sum;
  }
  void notify() {
    std::lock_guard const hold(mutex);
    changed.notify_all();
  }
  void close_listeners() {
    for (auto const& l : listeners) {
      l->close([this] {
        std::lock_guard const hold(mutex);
        ++listeners_closed;
        changed.notify_all();
      });
    }
    std::unique_lock hold(mutex);
    changed.wait(hold, [this] { return listeners_closed == listeners.size(); });
  }
  /// Until the listeners have done what was posted to them: they run on the first worker's thread.
  void wait_for_listeners() {
    if (drained || !workers.front()->started()) return;
    std::promise<void> reached;
    asio::post(workers.front()->context(), [&reached] { reached.set_value(); });
    reached.get_future().wait();
  }
  bool wait_until_empty(std::chrono::milliseconds within) {
    std::unique_lock hold(mutex);
    return changed.wait_for(hold, within, [this] { return open() == 0; });
  }
};

server::server(std::vector<listener_options> const& listeners, limits const& limit, session::handler& handler,
               unsigned threads)
    : state_(std::make_unique<state>(limit)) {
  std::signal(SIGPIPE, SIG_IGN);
  unsigned const count = threads != 0 ? threads : std::max(1U, std::thread::hardware_concurrency());
  for (unsigned i = 0; i < count; ++i) {
    state_->workers.push_back(std::make_unique<worker>(handler, limit, [s = state_.get()] { s->notify(); }));
  }
  for (listener_options const& how : listeners) {
    state_->listeners.push_back(std::make_unique<listener>(how, usable(how.tls), state_->gate, state_->workers));
  }
}

server::~server() {
  drain(std::chrono::milliseconds(0));
  {
    std::unique_lock hold(state_->mutex);
    state_->changed.wait(hold, [this] { return state_->open() == 0; });
  }
  for (auto const& w : state_->workers) w->stop();
}

void server::start() {
  for (auto const& w : state_->workers) w->start();
  for (auto const& l : state_->listeners) l->start();
}

std::vector<std::string> server::addresses() const {
  std::vector<std::string> names;
  for (auto const& l : state_->listeners) names.push_back(l->name());
  return names;
}

std::vector<std::string> server::reload(std::vector<tls_options> const& tls, limits const& limit) {
  state_->gate.set_limits(limit.connections, limit.connections_per_address);
  for (auto const& w : state_->workers) w->set_limits(limit);
  std::vector<std::string> problems;
  for (std::size_t i = 0; i < std::min(tls.size(), state_->listeners.size()); ++i) {
    if (auto context = make_tls_context(tls[i])) {
      state_->listeners[i]->set_context(*context);
    } else {
      problems.push_back(context.error());
    }
  }
  state_->wait_for_listeners();
  return problems;
}

bool server::drain(std::chrono::milliseconds within) {
  if (state_->drained) return state_->open() == 0;
  state_->drained = true;
  if (!state_->workers.front()->started()) return true;
  state_->close_listeners();
  for (auto const& w : state_->workers) w->begin_drain();
  if (state_->wait_until_empty(within)) return true;
  for (auto const& w : state_->workers) w->cut_all();
  return state_->wait_until_empty(cut_time);
}

std::uint64_t server::connections_open() const { return state_->open(); }

std::vector<std::pair<std::string, std::uint64_t>> server::counters() const {
  std::vector<std::pair<std::string, std::uint64_t>> page;
  auto const sum = [](auto const& of, auto&& value) {
    std::uint64_t total = 0;
    for (auto const& one : of) total += value(one->counts()).value();
    return total;
  };
  auto const& workers = state_->workers;
  auto const& listeners = state_->listeners;
  page.emplace_back("samspil_connections_open", state_->open());
  page.emplace_back("samspil_connections_accepted_total", sum(listeners, [](auto& c) -> auto& { return c.accepted; }));
  page.emplace_back("samspil_connections_refused_total{limit=\"connections\"}",
                    sum(listeners, [](auto& c) -> auto& { return c.refused_full; }));
  page.emplace_back("samspil_connections_refused_total{limit=\"connections_per_address\"}",
                    sum(listeners, [](auto& c) -> auto& { return c.refused_address; }));
  page.emplace_back("samspil_accept_errors_total", sum(listeners, [](auto& c) -> auto& { return c.accept_errors; }));
  page.emplace_back("samspil_handshakes_total", sum(workers, [](auto& c) -> auto& { return c.handshakes; }));
  page.emplace_back("samspil_requests_total", sum(workers, [](auto& c) -> auto& { return c.messages; }));
  for (std::size_t i = 0; i < ending_count; ++i) {
    page.emplace_back("samspil_connections_ended_total{why=\"" + std::string(name_of(static_cast<ending>(i))) + "\"}",
                      sum(workers, [i](auto& c) -> auto& { return c.endings[i]; }));
  }
  return page;
}

}  // namespace samspil::server
