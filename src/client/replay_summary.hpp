// What a replay counts, and the last line that says so.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

namespace samspil::client::replay {

struct summary {
  std::uint64_t messages = 0;               ///< sent
  std::uint64_t answers = 0;                ///< that came
  std::uint64_t differences = 0;            ///< answers other than expected, and requests that could not be made
  std::uint64_t refused = 0;                ///< answers with KVIT F that no line expected
  std::vector<std::uint32_t> microseconds;  ///< from sending a message to its whole answer

  void add(summary const& other);
  /// The latency that `percent` of the answers (1 to 100) did not exceed; zero without answers.
  std::chrono::microseconds percentile(unsigned percent) const;
};

/// `messages 4, answers 4, differences 0, refused 0, latency p50 0.412 ms, p90 ..., p99 ..., max ...`
/// and, when it is known how long it took, `, 812 messages/s in 0.005 s`.
std::string summary_line(summary const& counted, std::chrono::milliseconds took = {});
/// The same as one JSON object, latencies in milliseconds.
std::string summary_json(summary const& counted, std::chrono::milliseconds took = {});

}  // namespace samspil::client::replay
