#include "server/connection.hpp"

#include <sys/socket.h>

#include <algorithm>
#include <exception>
#include <span>

#include "base/crypto.hpp"
#include "base/log.hpp"
#include "server/buffers.hpp"

namespace samspil::server {
namespace {

/// Answers of pipelined messages are gathered up to here and leave in one write.
constexpr std::size_t gather_max = 16 * 1024;
/// Reads for one connection before the others of the thread get their turn.
constexpr unsigned reads_in_a_row_max = 16;
/// After a close that the peer did not ask for, what it still sends is read and
/// dropped for so long and so far: closing at once would reset the connection
/// and could destroy the answer on its way.
constexpr std::chrono::seconds linger_time{2};
constexpr std::size_t linger_bytes = 1024 * 1024;

steady_time now() { return std::chrono::steady_clock::now(); }

}  // namespace

connection::connection(worker& owner, accepted from)
    : worker_(owner),
      descriptor_(owner.context()),
      tls_(from.context, from.descriptor.get()),
      place_(std::move(from.place)),
      wire_(from.wire) {
  descriptor_.assign(from.descriptor.get());
  from.descriptor.release();
  peer_.address = place_.address();
  peer_.page = wire_.page;
  peer_.answer_length_max = wire_.frame.message_length_max();
}

void connection::start() {
  quiet_until_ = now() + worker_.limit().handshake;
  shake_hands();
}

void connection::resume() {
  waiting_ = false;
  deadline_ = steady_time::max();
  switch (state_) {
    case state::handshaking: return shake_hands();
    case state::open: return advance(true);
    case state::closing: return send_close_notify();
    case state::lingering: return discard();
    case state::closed: return;
  }
}

void connection::shake_hands() {
  switch (step const what = tls_.handshake(); what) {
    case step::done:
      worker_.count().handshakes.add();
      tls_.describe_certificate(peer_);
      state_ = state::open;
      quiet_until_ = now() + worker_.limit().logon;
      return advance(true);
    case step::want_read:
    case step::want_write: return wait(what, quiet_until_, ending::handshake_timeout);
    default: return end(ending::handshake_failed);
  }
}

// The loop of an open connection: what is to be sent, then what is complete,
// then more bytes. It leaves by a wait, or when a message's answer is awaited.
void connection::advance(bool readable) {
  for (unsigned reads = 0;;) {
    if (!flush()) return;
    if (handling_) return;
    if (close_after_) return close_in_order(true);
    if (!in_.empty()) {
      std::size_t const used = consume(in_);
      if (state_ != state::open) return;
      drop_front(in_, used);
      if (used != 0) continue;
    } else {
      let_go(in_);
    }
    // A client that waits for its answer has sent nothing more: asking the
    // socket would be a system call in vain.
    bool const worth_a_read = readable || pipelines_ || worker_.draining() || tls_.has_buffered();
    if (!worth_a_read) return wait_for_message();
    if (reads++ == reads_in_a_row_max) return yield();
    if (!read_some()) return;
    readable = false;
  }
}

// False when the connection waits for the socket or has ended.
bool connection::flush() {
  while (out_sent_ < out_.size()) {
    auto const [what, bytes] = tls_.write(std::string_view(out_).substr(out_sent_));
    if (what == step::done) {
      out_sent_ += bytes;
      continue;
    }
    if (what != step::want_write && what != step::want_read) {
      end(ending::broken);
      return false;
    }
    if (!write_begun_) {
      write_begun_ = true;
      write_until_ = now() + worker_.limit().idle;
    }
    wait(what, write_until_, ending::write_timeout);
    return false;
  }
  let_go(out_);
  out_sent_ = 0;
  write_begun_ = false;
  return true;
}

// False when there was nothing to read and the connection waits, or has ended.
bool connection::read_some() {
  std::vector<char>& scratch = worker_.scratch();
  auto const [what, bytes] = tls_.read(scratch.data(), scratch.size());
  std::span<char> const have(scratch.data(), bytes);
  switch (what) {
    case step::done: break;
    case step::want_read: wait_for_message(); return false;
    case step::want_write: wait(what, quiet_until_, ending::idle_timeout); return false;
    case step::closed:
      // What came whole is answered by now. What did not is never processed.
      if (!in_.empty()) worker_.count().endings[static_cast<std::size_t>(ending::truncated)].add();
      close_in_order(false);
      return false;
    case step::broken: end(in_.empty() ? ending::broken : ending::truncated); return false;
  }
  if (!in_.empty()) {
    append_to(in_, have);
  } else {
    std::size_t const used = consume({have.data(), have.size()});
    if (state_ == state::open) append_to(in_, have.subspan(used));
  }
  crypto::wipe(have.data(), have.size());
  return state_ == state::open;
}

// Hands over the complete messages at the front of `have`, as long as their
// answers come at once and fit. Gives how many bytes they were.
std::size_t connection::consume(std::string_view have) {
  std::size_t used = 0;
  unsigned messages = 0;
  while (used < have.size() && !handling_ && !close_after_ && out_.size() < gather_max) {
    std::string_view const rest = have.substr(used);
    session::cut const next = session::next_message(rest, wire_, !first_done_);
    if (next.what == session::cut::kind::more) break;
    if (!first_done_) look_at_first_bytes(rest);
    if (next.what == session::cut::kind::not_served) {
      worker_.count().endings[static_cast<std::size_t>(ending::not_served)].add();
      worker_.log_ending(ending::not_served, peer_.address);
      close_in_order(true);  // without an answer, but so that the client can tell it from a fault
      return used;
    }
    used += next.used;
    ++messages;
    peer_.frame_length = next.frame_length;
    ends_after_ = next.closes;
    dispatch(rest.substr(next.prefix, next.length));
    if (state_ != state::open) return used;
  }
  pipelines_ = messages > 1 || used < have.size();
  return used;
}

// A client that was set up for another listener is told what it looks like, and
// so is the operator.
void connection::look_at_first_bytes(std::string_view first_bytes) {
  std::string const what = session::resembles(first_bytes, wire_);
  if (what.empty()) return;
  worker_.log_resemblance(peer_.address, what);
  peer_.hint = what;
}

void connection::dispatch(std::string_view message) {
  first_done_ = true;
  message_begun_ = false;
  answered_ = true;
  handling_ = true;
  in_handle_ = true;
  worker_.count().messages.add();
  try {
    // The bare pointer fits into the function without an allocation, and it is
    // good until the answer comes: a connection that handles is not finished().
    worker_.handler().handle(message, peer_,
                             [this](session::answer what) { worker_.answered(*this, std::move(what)); });
  } catch (std::exception const& e) {
    log::error(std::string("a message was not handled: ") + e.what());
    handling_ = false;
    end(ending::broken);
  }
  in_handle_ = false;
}

void connection::take_answer(session::answer&& what) {
  handling_ = false;
  if (state_ != state::open) return;
  if (wire_.frame.prefix_length() != 0) {
    auto const prefix = wire_.frame.prefix_of(what.bytes.size());
    if (!prefix) return end(ending::broken);  // the handler keeps to answer_length_max
    out_ += *prefix;
  }
  if (out_.empty()) {
    out_ = std::move(what.bytes);
  } else {
    out_ += what.bytes;
  }
  close_after_ = what.close || ends_after_;
}

void connection::answer_came(session::answer&& what) {
  take_answer(std::move(what));
  if (state_ == state::open) advance(false);
}

void connection::wait_for_message() {
  bool const begun = !in_.empty() || tls_.has_buffered();
  if (worker_.draining() && !begun) return close_in_order(false);
  steady_time const at = now();
  if (answered_) {
    answered_ = false;
    quiet_until_ = at + worker_.limit().idle;
  }
  if (begun && !message_begun_) record_until_ = at + worker_.limit().record;
  message_begun_ = begun;
  bool const record_first = begun && (first_done_ || record_until_ < quiet_until_);
  if (record_first) return wait(step::want_read, record_until_, ending::record_timeout);
  wait(step::want_read, quiet_until_, first_done_ ? ending::idle_timeout : ending::logon_timeout);
}

void connection::wait(step direction, steady_time until, ending when_overdue) {
  deadline_ = until;
  when_overdue_ = when_overdue;
  worker_.note_deadline(until);
  if (waiting_) {
    // A deadline or a drain came in between. The cancelled wait resumes, finds
    // its work undone, and comes here again.
    if (direction_ != direction) descriptor_.cancel();
    return;
  }
  waiting_ = true;
  direction_ = direction;
  descriptor_.async_wait(direction == step::want_write ? descriptor::wait_write : descriptor::wait_read,
                         [this](error_code const&) { worker_.run(*this, [](connection& c) { c.resume(); }); });
}

void connection::yield() {
  if (waiting_) return;
  waiting_ = true;
  direction_ = step::done;
  asio::post(worker_.context(), [this] { worker_.run(*this, [](connection& c) { c.resume(); }); });
}

// If this thread was held up and not the peer, what the deadline waits for has
// come: it is looked for before the connection ends.
void connection::expire() {
  if (state_ == state::closing || state_ == state::lingering) return cut();
  deadline_ = steady_time::max();
  if (state_ == state::handshaking) {
    shake_hands();
  } else {
    advance(true);
  }
  if (deadline_ > now()) return;
  if (when_overdue_ != ending::idle_timeout) return end(when_overdue_);
  worker_.count().endings[static_cast<std::size_t>(ending::idle_timeout)].add();
  close_in_order(false);
}

void connection::drain() {
  if (state_ == state::handshaking) return cut();
  if (state_ == state::open && !handling_) advance(true);
}

void connection::end(ending why) {
  worker_.count().endings[static_cast<std::size_t>(why)].add();
  worker_.log_ending(why, peer_.address);
  cut();
}

void connection::cut() {
  if (state_ == state::closed) return;
  state_ = state::closed;
  crypto::wipe(in_);
  deadline_ = steady_time::max();
  error_code ignored;
  descriptor_.close(ignored);
}

void connection::close_in_order(bool linger) {
  state_ = state::closing;
  linger_ = linger;
  quiet_until_ = now() + linger_time;
  send_close_notify();
}

void connection::send_close_notify() {
  step const what = tls_.close();
  if (what == step::want_write || what == step::want_read) return wait(what, quiet_until_, ending::write_timeout);
  if (what == step::broken || !linger_) return cut();
  state_ = state::lingering;
  ::shutdown(descriptor_.native_handle(), SHUT_WR);
  discard();
}

void connection::discard() {
  std::vector<char>& scratch = worker_.scratch();
  while (discarded_ < linger_bytes) {
    ssize_t const n = ::recv(descriptor_.native_handle(), scratch.data(), scratch.size(), MSG_DONTWAIT);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) {
      return wait(step::want_read, quiet_until_, ending::write_timeout);
    }
    if (n <= 0) break;
    discarded_ += static_cast<std::size_t>(n);
  }
  cut();
}

}  // namespace samspil::server
