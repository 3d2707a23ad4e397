// Internal. One connection on its worker's thread. It reads until it has a whole
// message, hands it over, writes the answer, and only then goes on reading: so
// answers come in order, and a peer that sends without reading stops itself.
#pragma once

#include <string>
#include <string_view>

#include "server/asio.hpp"
#include "server/tls_stream.hpp"
#include "server/worker.hpp"

namespace samspil::server {

class connection {
 public:
  connection(worker& owner, accepted from);

  void start();
  /// The answer to the message in hand, inside handler::handle.
  void take_answer(session::answer&& what);
  /// The same, later.
  void answer_came(session::answer&& what);
  /// The clock has passed deadline().
  void expire();
  /// The worker drains: end as soon as nothing is in hand.
  void drain();
  /// Ends at once, without close_notify.
  void cut();

  steady_time deadline() const { return deadline_; }
  /// Closed, and nobody will call back.
  bool finished() const { return state_ == state::closed && !waiting_ && !handling_; }
  /// Inside handler::handle, on the worker's thread.
  bool in_handle() const { return in_handle_; }
  /// Its index among the worker's connections; the worker's to set.
  std::size_t slot = 0;

 private:
  enum class state { handshaking, open, closing, lingering, closed };

  void resume();
  void shake_hands();
  void advance(bool readable);
  bool flush();
  bool read_some();
  std::size_t consume(std::string_view have);
  void look_at_first_bytes(std::string_view first_bytes);
  void dispatch(std::string_view message);
  void wait_for_message();
  void wait(step direction, steady_time until, ending when_overdue);
  void yield();
  void end(ending why);
  void close_in_order(bool linger);
  void send_close_notify();
  void discard();

  worker& worker_;
  descriptor descriptor_;
  tls_stream tls_;
  ticket place_;
  session::peer peer_;
  std::string in_;   // a message begun, or messages that wait for their turn
  std::string out_;  // answers on their way
  std::size_t out_sent_ = 0;
  std::size_t discarded_ = 0;
  steady_time deadline_ = steady_time::max();
  steady_time quiet_until_{};   // the wait for a first byte ends then
  steady_time record_until_{};  // the wait for a last byte
  steady_time write_until_{};   // the wait for the peer to take its answer
  ending when_overdue_ = ending::handshake_timeout;
  step direction_ = step::want_read;
  state state_ = state::handshaking;
  session::wire_format const wire_;
  bool first_done_ = false;     // the first complete message has come
  bool message_begun_ = false;  // record_until_ holds
  bool answered_ = false;       // a message since quiet_until_ was set
  bool write_begun_ = false;    // write_until_ holds
  bool pipelines_ = false;      // the last read brought more than one message
  bool handling_ = false;
  bool in_handle_ = false;
  bool waiting_ = false;
  bool close_after_ = false;    // once out_ is sent
  bool ends_after_ = false;     // the message in hand is the last
  bool linger_ = false;         // the peer may still be sending
};

template <class F>
void worker::run(connection& c, F&& f) {
  f(c);
  if (c.finished()) remove(c);
}

}  // namespace samspil::server
