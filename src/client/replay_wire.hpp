// The replay tool's connections over TLS.
#pragma once

#include "base/code_page.hpp"
#include "base/framing.hpp"
#include "client/connection.hpp"
#include "client/replay_run.hpp"

namespace samspil::client::replay {

/// A message that cannot be sent as the listener wants it.
class message_error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// An exchange over one connection to `to`, made at the first message and made
/// anew when the server has closed it since; each message of CPR Direkte has one
/// of its own. Behind it, or one of no family, the server closes: what comes
/// until then is the answer. Empty
/// when the server closes without one; connection_error for everything else.
/// Messages and answers are ISO-8859-1 here and in `page` and `frame` on the wire. message_error for
/// a message that they cannot carry.
exchange over_tls(endpoint const& to, framing const& frame = {}, code_page page = code_page::iso_8859_1);

}  // namespace samspil::client::replay
