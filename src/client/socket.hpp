// The TCP half of a connection: non-blocking sockets and waits with a deadline.
#pragma once

#include <chrono>
#include <string>

#include "client/connection.hpp"

namespace samspil::client {

using steady = std::chrono::steady_clock;

/// "127.0.0.1:5000", for error texts.
std::string name_of(endpoint const& to);
/// connection_error with the peer's name in front.
[[noreturn]] void fail(std::string const& peer, std::string const& what);

/// Waits until `fd` is ready for `events` (of poll); false when the deadline passed.
bool wait_for(int fd, short events, steady::time_point deadline);

/// A connected, non-blocking descriptor to the first address of the host that
/// takes it, small messages sent at once. connection_error when none does.
int connect_any(endpoint const& to, steady::time_point deadline);

}  // namespace samspil::client
