// [limits] of the configuration, as far as they are the socket's.
#pragma once

#include <chrono>

namespace samspil::server {

struct limits {
  unsigned connections = 20'000;
  unsigned connections_per_address = 2'000;
  std::chrono::milliseconds handshake{5'000};  ///< from accept to the end of the TLS handshake
  std::chrono::milliseconds logon{10'000};     ///< from there to the first complete message
  std::chrono::milliseconds record{5'000};     ///< from a message's first byte to its last
  std::chrono::milliseconds idle{600'000};     ///< between two messages; also for an answer that nobody takes
};

}  // namespace samspil::server
