// The replay tool's connections over TLS.
#pragma once

#include "client/connection.hpp"
#include "client/replay_run.hpp"

namespace samspil::client::replay {

/// An exchange over one connection to `to`, made at the first message and made
/// anew when the server has closed it since. Behind a message of CPR Direkte, or
/// of no family, the server closes: what comes until then is the answer. Empty
/// when the server closes without one; connection_error for everything else.
exchange over_tls(endpoint const& to);

}  // namespace samspil::client::replay
