// Many TLS connections from one thread, each with one message in flight: the
// clients of the benches. They cost as little as they can, for they share the
// machine with the server.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "bench/processor.hpp"

namespace samspil::bench {

/// What the connections send, and who looks at the answers.
class traffic {
 public:
  virtual ~traffic() = default;
  /// The next message of this connection; false: it has no more.
  virtual bool next(unsigned connection, std::string& message) = 0;
  /// std::runtime_error when it is not the answer that was expected.
  virtual void answered(unsigned connection, std::string_view answer) = 0;
};

struct measured {
  std::uint64_t messages = 0;
  double seconds = 0;
  double median = 0;  ///< from sending to the whole answer, microseconds
  double p99 = 0;     ///< the same
  processor_time used;
  double rate() const { return seconds > 0 ? static_cast<double>(messages) / seconds : 0; }
  /// Another turn of the same: sums, and the means of the latencies by message.
  measured& operator+=(measured const& turn);
};

class load {
 public:
  /// Connects to 127.0.0.1; std::runtime_error when the server refuses one.
  load(std::string const& port, unsigned connections);
  ~load();
  load(load const&) = delete;
  load& operator=(load const&) = delete;

  /// Until `within` is over or nobody has a message left; what is in flight
  /// then is waited for and counts.
  measured run(traffic& what, std::chrono::milliseconds within);

 private:
  struct state;
  std::unique_ptr<state> state_;
};

}  // namespace samspil::bench
