// What stands between sockets and the dialogue: the server hands a whole
// message in and gets exactly one answer back, at once or later and on any
// thread. Also what a bench's echo implements.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace samspil::session {

/// Who is at the other end of a connection, as far as the socket knows.
struct peer {
  std::string address;      ///< textual IP address, without port
  std::string certificate;  ///< SHA-256 of the client certificate in hex, blank without one
  std::string certificate_subject;
};

/// An answer may leave when it is handed over: what it confirms is on disk.
struct answer {
  std::string bytes;
  bool close = false;        ///< close the connection after it
  bool logged_on = false;    ///< a LOGN succeeded: the connection's logon deadline is met
};

using completion = std::function<void(answer)>;

class handler {
 public:
  virtual ~handler() = default;
  /// Takes one message as framed by message_size (below). Calls `done` exactly
  /// once, from this call or later from another thread. The bytes of `message`
  /// are the callee's only until this call returns.
  virtual void handle(std::string_view message, peer const& from, completion done) = 0;
};

/// How much of the connection's bytes make the next SAMS message under the
/// `header` framing: 0 while more bytes are needed to tell. When the header is
/// malformed or LAENGDE is out of range it gives the size of the part that
/// decides (4 for a foreign CPRTRANS, else 100), and `handle` answers that part with
/// FEJLNR 60 or 62 and close. Never looks behind 100 bytes.
std::size_t message_size(std::string_view have);

}  // namespace samspil::session
