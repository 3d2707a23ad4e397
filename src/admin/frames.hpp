// What tool and server say to each other over HOME/admin.sock. A frame is a
// letter, the length of what follows (4 bytes, big-endian), and that.
//
//   tool:   A argument (one each), I the first line of standard input, T columns
//           of the terminal at standard error, F name of a file whose descriptor
//           goes along (SCM_RIGHTS), W a file to write the result to (its
//           descriptor; "replaces" when one of its name is there), G go; later
//           D: the result is placed, or why it is not
//   server: O bytes for standard output, E bytes for standard error, P all of the
//           result is written: place it, X exit status in digits; then it closes
//
// A tool that closes cancels its command.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "admin/descriptor.hpp"

namespace samspil::admin {

enum class frame_kind : char {
  argument = 'A',
  input_line = 'I',
  columns = 'T',
  file = 'F',
  result = 'W',
  go = 'G',
  placed = 'D',
  out = 'O',
  err = 'E',
  place = 'P',
  exit_status = 'X',
};

struct frame {
  frame_kind kind;
  std::string payload;
  descriptor passed;  ///< of a file or result frame
};

inline constexpr std::size_t frame_bytes_max = std::size_t{64} << 10;

/// Sends all of it; false when the other side has gone or is silent too long.
/// A payload longer than frame_bytes_max is a mistake of the program.
bool send_frame(int socket, frame_kind kind, std::string_view payload, int pass = -1);
/// The next frame; nothing at the end, when the wait is over, or when it is no frame.
std::optional<frame> receive_frame(int socket);

}  // namespace samspil::admin
