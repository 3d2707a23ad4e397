// The server's limits, and what they mean for a client that means well.
#pragma once

#include <algorithm>
#include <chrono>
#include <optional>
#include <string>

#include "client/connection.hpp"

namespace samspil::test {

/// [limits] of the server, as far as clients of this test run into them.
struct time_outs {
  std::chrono::milliseconds handshake;
  std::chrono::milliseconds logon;
  std::chrono::milliseconds record;

  std::chrono::milliseconds shortest() const { return std::min({handshake, logon, record}); }
};

/// What `receive` gives; when the connection fails instead, its error says what was expected of whom.
template <class Receive>
auto expecting(std::string const& who, std::string const& what, Receive const& receive) {
  try {
    return receive();
  } catch (client::connection_error const& e) {
    throw client::connection_error(who + ": expected " + what + ", came: " + e.what());
  }
}

/// Calls `work` with a function that it calls as soon as all that the server
/// waits for is sent. A client that a standing machine has held up beyond the
/// limit has earned its time-out: it comes again, a few times. Who sent in time
/// by its own clock must be served: connection_error passes.
template <class Work>
void unless_late(time_outs const& limits, Work const& work) {
  using steady = std::chrono::steady_clock;
  for (unsigned attempts_left = 5;; --attempts_left) {
    auto const begun = steady::now();
    std::optional<steady::duration> sent_after;
    try {
      work([&] { sent_after = steady::now() - begun; });
      return;
    } catch (client::connection_error const&) {
      bool const late = sent_after.value_or(steady::now() - begun) >= limits.shortest();
      if (!late || attempts_left == 0) throw;
    }
  }
}

}  // namespace samspil::test
