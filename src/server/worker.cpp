#include "server/worker.hpp"

#include <exception>

#include "base/log.hpp"
#include "base/thread.hpp"
#include "server/connection.hpp"

namespace samspil::server {
namespace {

/// How late a deadline may be noticed. One timer for all of the thread's
/// connections: a timer of its own for each message would cost more than the message.
constexpr std::chrono::milliseconds tick_interval{50};
/// The message in hand and about one behind it.
constexpr std::size_t scratch_size = 8 * 1024;

}  // namespace

worker::worker(session::handler& handler, limits const& limit, std::function<void()> on_empty)
    : handler_(handler), limits_(limit), on_empty_(std::move(on_empty)), scratch_(scratch_size) {}

worker::~worker() { stop(); }

void worker::start() {
  arm();
  thread_ = named_thread("worker", [this] { context_.run(); });
}

void worker::stop() {
  if (!thread_.joinable()) return;
  context_.stop();
  thread_.join();
}

void worker::adopt(accepted next) {
  ++connections_open_;
  asio::post(context_, [this, given = std::move(next)]() mutable { take(std::move(given)); });
}

void worker::take(accepted next) {
  if (draining_) return gone();
  try {
    connections_.push_back(std::make_unique<connection>(*this, std::move(next)));
  } catch (std::exception const& e) {
    log::error(std::string("a connection was dropped: ") + e.what());
    return gone();
  }
  counts_.connections.add();
  connections_.back()->slot = connections_.size() - 1;
  run(*connections_.back(), [](connection& c) { c.start(); });
}

void worker::remove(connection& c) {
  std::size_t const slot = c.slot;
  std::swap(connections_[slot], connections_.back());
  connections_[slot]->slot = slot;
  connections_.pop_back();
  gone();
}

void worker::gone() {
  if (--connections_open_ == 0) on_empty_();
}

template <class F>
void worker::for_each(F&& f) {
  // `f` may take its connection away: the last one then stands in its place.
  for (std::size_t i = 0; i < connections_.size();) {
    connection* const c = connections_[i].get();
    run(*c, f);
    if (i < connections_.size() && connections_[i].get() == c) ++i;
  }
}

void worker::set_limits(limits const& next) {
  asio::post(context_, [this, next] { limits_ = next; });
}

void worker::begin_drain() {
  asio::post(context_, [this] {
    draining_ = true;
    for_each([](connection& c) { c.drain(); });
  });
}

void worker::cut_all() {
  asio::post(context_, [this] {
    draining_ = true;
    for_each([](connection& c) { c.cut(); });
  });
}

void worker::arm() {
  timer_.expires_after(tick_interval);
  timer_.async_wait([this](error_code const& failed) {
    if (failed) return;
    tick();
    arm();
  });
}

void worker::tick() {
  steady_time const at = std::chrono::steady_clock::now();
  if (at < earliest_) return;
  earliest_ = steady_time::max();
  for_each([this, at](connection& c) {
    if (c.deadline() <= at) c.expire();
    note_deadline(c.deadline());
  });
}

void worker::answered(connection& to, session::answer&& what) {
  if (std::this_thread::get_id() == thread_.get_id() && to.in_handle()) return to.take_answer(std::move(what));
  bool first = false;
  {
    std::lock_guard const hold(mailbox_mutex_);
    first = mailbox_.empty();
    mailbox_.emplace_back(&to, std::move(what));
  }
  // A flush of the database releases many answers: one wake-up for all of them.
  if (first) asio::post(context_, [this] { deliver(); });
}

void worker::deliver() {
  {
    std::lock_guard const hold(mailbox_mutex_);
    std::swap(mailbox_, delivering_);
  }
  for (auto& [to, what] : delivering_) {
    run(*to, [&answer = what](connection& c) { c.answer_came(std::move(answer)); });
  }
  delivering_.clear();
}

void worker::log_ending(ending why, std::string const& address) {
  if (why == ending::broken || why == ending::idle_timeout) return;
  log_.write(static_cast<std::size_t>(why), "connection from " + address + " ended: " + name_of(why),
             std::chrono::steady_clock::now());
}

void worker::log_resemblance(std::string const& address, std::string const& what) {
  log_.write(ending_count, "the first bytes from " + address + " look like " + what + ", which is not this listener's",
             std::chrono::steady_clock::now());
}

}  // namespace samspil::server
