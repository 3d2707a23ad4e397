// OpenSSL directly on a non-blocking descriptor. Every call does what it can
// without waiting and says what it would have to wait for.
#pragma once

#include <cstddef>
#include <string_view>

#include "server/tls_context.hpp"
#include "session/handler.hpp"

struct ssl_st;

namespace samspil::server {

enum class step {
  done,
  want_read,   ///< call again when the descriptor is readable
  want_write,  ///< call again when it is writable
  closed,      ///< the peer has sent close_notify: nothing more comes from it, it may still read
  broken       ///< no TLS on this descriptor any more: reset, cut off, or not TLS at all
};

class tls_stream {
 public:
  struct moved {
    step what;
    std::size_t bytes;  ///< of a `done` call
  };

  /// The descriptor stays the caller's and outlives the stream.
  tls_stream(tls_context const& context, int descriptor);
  ~tls_stream();
  tls_stream(tls_stream const&) = delete;
  tls_stream& operator=(tls_stream const&) = delete;

  /// The server's side of the handshake.
  step handshake();
  /// Up to `size` bytes, at least one when `done`.
  moved read(char* into, std::size_t size);
  /// Some of `bytes`, at least one when `done`. After a want_* the next call has to offer the same bytes (anywhere).
  moved write(std::string_view bytes);
  /// Sends close_notify; does not wait for the peer's.
  step close();

  /// Whether bytes stand in OpenSSL's buffer: waiting for the descriptor would miss them.
  bool has_buffered() const;
  /// The client's certificate into `who`; left blank without one.
  void describe_certificate(session::peer& who) const;

 private:
  step outcome(int returned) const;
  ssl_st* ssl_;
};

}  // namespace samspil::server
