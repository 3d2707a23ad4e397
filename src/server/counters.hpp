// What the sockets count, for the metrics page and for log lines. Each thread
// counts its own; sums are taken when somebody asks.
#pragma once

#include <atomic>
#include <cstdint>

namespace samspil::server {

/// Written by one thread, read by any.
class counter {
 public:
  void add(std::uint64_t n = 1) { value_.store(value_.load(std::memory_order_relaxed) + n, std::memory_order_relaxed); }
  std::uint64_t value() const { return value_.load(std::memory_order_relaxed); }

 private:
  std::atomic<std::uint64_t> value_{0};
};

/// Why the server, and not the peer in good order, ended a connection.
enum class ending {
  handshake_failed,   ///< no TLS, no common version or cipher, no client certificate where one is needed
  handshake_timeout,
  logon_timeout,
  record_timeout,
  idle_timeout,
  write_timeout,      ///< the peer did not take its answer
  not_served,         ///< first bytes of a family that this listener does not serve
  truncated,          ///< the peer ended inside a message
  broken              ///< reset, or the end of the stream without close_notify
};
inline constexpr std::size_t ending_count = 9;
/// As the label of the metric says it.
char const* name_of(ending why);

struct worker_counters {
  counter connections;  ///< taken over so far
  counter handshakes;   ///< completed
  counter messages;
  counter endings[ending_count];
};

struct listener_counters {
  counter accepted;
  counter refused_full;     ///< limits.connections reached
  counter refused_address;  ///< limits.connections_per_address reached
  counter accept_errors;    ///< no descriptor, no memory
};

}  // namespace samspil::server
