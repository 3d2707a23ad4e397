// The line that tells a person at a terminal how far a long run is.
#pragma once

#include <chrono>
#include <cstdint>
#include <iosfwd>

namespace samspil::client::replay {

class progress_line {
 public:
  /// `done` units were done before this run.
  progress_line(std::ostream& to, std::chrono::steady_clock::time_point start, std::uint64_t done);
  /// Shows the state, once a second at most and not before the first second is over.
  void show(std::chrono::steady_clock::time_point now, std::uint64_t done, std::uint64_t all, std::uint64_t messages);
  /// Takes the line away again.
  void clear();

 private:
  std::ostream& to_;
  std::chrono::steady_clock::time_point const start_;
  std::uint64_t const before_;
  std::chrono::steady_clock::time_point shown_;
  std::size_t width_ = 0;
};

}  // namespace samspil::client::replay
