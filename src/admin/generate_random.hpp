// Internal. Numbers that are the same on any machine: the standard library's
// distributions are not, so these are the project's own (SplitMix64).
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace samspil::admin {

class random_source {
 public:
  explicit random_source(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    std::uint64_t z = state_ += 0x9E3779B97F4A7C15U;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31);
  }
  /// 0 to n - 1; n at least 1.
  std::uint32_t below(std::uint32_t n) { return static_cast<std::uint32_t>(((next() >> 32) * n) >> 32); }
  /// `from` to `to`, both included.
  int between(int from, int to) { return from + static_cast<int>(below(static_cast<std::uint32_t>(to - from + 1))); }
  /// True in so many of a thousand cases.
  bool chance(unsigned per_mille) { return below(1000) < per_mille; }
  template <class T, std::size_t N>
  T pick(std::span<T, N> from) {
    return from[below(static_cast<std::uint32_t>(from.size()))];
  }

 private:
  std::uint64_t state_;
};

}  // namespace samspil::admin
