// How a connection's bytes are cut into messages: by the listener's framing and
// code page, and by the family that the first four bytes name (protocol.md,
// "The wire" and section 3).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/code_page.hpp"
#include "base/framing.hpp"

namespace samspil::session {

/// What a listener speaks.
struct wire_format {
  framing frame;
  code_page page = code_page::iso_8859_1;
  bool sams = true;  ///< the families that it serves
  bool priv = true;
  bool off4 = true;
  bool operator==(wire_format const&) const = default;
};

struct cut {
  enum class kind {
    more,       ///< more bytes are needed to tell
    message,    ///< a message, whole or as far as it decides
    foreign,    ///< bytes of no family, where SAMS answers them with FEJLNR 60
    not_served  ///< of a family that is not served, or no request of CPR Direkte: closed without an answer
  };
  kind what = kind::more;
  std::size_t prefix = 0;        ///< bytes of framing in front of the message
  std::size_t length = 0;        ///< bytes of the message that are handed over
  std::size_t used = 0;          ///< bytes that it takes from the connection, all included
  std::size_t frame_length = 0;  ///< what the frame announced; 0 without a frame
  bool closes = false;           ///< what follows cannot be found: the connection ends after the answer
};

/// The next message at the front of `have`; `first`: of the connection. When the
/// header is malformed or a length is out of range, the part that decides (4
/// bytes of no family, else the header) is handed over, and the handler answers
/// it with FEJLNR 60 or 62. A frame is handed over as long as it is, whatever LAENGDE says, unless it is the
/// first and resembles another framing. Never looks behind the header.
cut next_message(std::string_view have, wire_format const& how, bool first);

/// When the first bytes of a connection are no message of this listener but
/// would be one under another framing or code page: which, as "code page
/// IBM277/IBM1142, framing len2"; else empty. Needs the first four bytes of the message,
/// and says the more the more of the header is there.
std::string resembles(std::string_view first_bytes, wire_format const& how);

}  // namespace samspil::session
