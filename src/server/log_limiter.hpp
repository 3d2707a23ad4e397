// Log lines that strangers can cause: one of a kind at once, then at most one
// every ten seconds, which says how many there were.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "base/clock.hpp"

namespace samspil::server {

/// For one thread.
class log_limiter {
 public:
  static constexpr std::size_t kinds_max = 16;
  static constexpr std::chrono::seconds interval{10};

  /// `kind` below kinds_max. Writes a warning, or counts it for the next that is written.
  void write(std::size_t kind, std::string_view text, steady_time now);

 private:
  struct entry {
    steady_time next = steady_time::min();
    std::uint64_t held_back = 0;
  };
  std::array<entry, kinds_max> entries_{};
};

}  // namespace samspil::server
