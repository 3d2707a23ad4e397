// The same numbers for the same seed, everywhere.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>

namespace samspil::copybooks {

class random_source {
 public:
  explicit random_source(std::uint64_t seed) : state_(seed * 2 + 1) {}

  /// 0 to n - 1.
  std::size_t below(std::size_t n) {
    // SplitMix64.
    state_ += 0x9e3779b97f4a7c15;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
    return static_cast<std::size_t>((z ^ (z >> 31)) % n);
  }
  bool one_in(std::size_t n) { return below(n) == 0; }

  std::string digits(std::size_t n) {
    std::string out;
    while (out.size() < n) out += static_cast<char>('0' + below(10));
    return out;
  }
  /// Capital letters, up to 12 of them.
  std::string word(std::size_t most) {
    std::string out;
    std::size_t const length = 1 + below(std::min<std::size_t>(most, 12));
    while (out.size() < length) out += static_cast<char>('A' + below(26));
    return out;
  }

 private:
  std::uint64_t state_;
};

}  // namespace samspil::copybooks
