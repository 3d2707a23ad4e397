// What stands between sockets and the dialogue: the server hands a whole
// message in and gets exactly one answer back, at once or later and on any
// thread. Also what a bench's echo implements.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "base/code_page.hpp"

namespace samspil::session {

/// Who is at the other end of a connection, as far as the socket knows.
struct peer {
  std::string address;      ///< textual IP address, without port
  std::string certificate;  ///< SHA-256 of the client certificate in hex, blank without one
  std::string certificate_subject;
  code_page page = code_page::iso_8859_1;  ///< of the listener: messages and answers are in it
  std::size_t answer_length_max = static_cast<std::size_t>(-1);  ///< what its framing can announce
  std::size_t frame_length = 0;  ///< bytes that the frame of the message in hand announced; 0: no frame
  std::string hint = {};         ///< what the first bytes look like (resembles, framing.hpp), when not the listener's
};

/// An answer may leave when it is handed over: what it confirms is on disk.
struct answer {
  std::string bytes;
  bool close = false;  ///< close the connection after it
};

using completion = std::function<void(answer)>;

class handler {
 public:
  virtual ~handler() = default;
  /// Takes one message as cut by next_message (framing.hpp). Calls `done` exactly
  /// once, from this call or later from another thread. The bytes of `message`
  /// are the callee's only until this call returns.
  virtual void handle(std::string_view message, peer const& from, completion done) = 0;
};

}  // namespace samspil::session
