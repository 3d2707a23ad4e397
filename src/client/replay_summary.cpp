#include "client/replay_summary.hpp"

#include <algorithm>
#include <utility>

namespace samspil::client::replay {
namespace {

/// Milliseconds with three digits behind the point.
std::string milliseconds(std::chrono::microseconds value) {
  std::string digits = std::to_string(value.count());
  if (digits.size() < 4) digits.insert(0, 4 - digits.size(), '0');
  return digits.insert(digits.size() - 3, ".");
}

constexpr std::pair<char const*, unsigned> shown[] = {{"p50", 50}, {"p90", 90}, {"p99", 99}, {"max", 100}};

}  // namespace

void summary::add(summary const& other) {
  messages += other.messages;
  answers += other.answers;
  differences += other.differences;
  refused += other.refused;
  microseconds.insert(microseconds.end(), other.microseconds.begin(), other.microseconds.end());
}

std::chrono::microseconds summary::percentile(unsigned percent) const {
  if (microseconds.empty()) return {};
  // The nearest rank: the smallest value that so many of them do not exceed.
  std::size_t const rank = (microseconds.size() * percent + 99) / 100;
  std::vector<std::uint32_t> sorted = microseconds;
  auto const at = sorted.begin() + static_cast<std::ptrdiff_t>(rank - 1);
  std::nth_element(sorted.begin(), at, sorted.end());
  return std::chrono::microseconds(*at);
}

std::string summary_line(summary const& counted) {
  std::string out = "messages " + std::to_string(counted.messages) + ", answers " + std::to_string(counted.answers) +
                    ", differences " + std::to_string(counted.differences) + ", refused " +
                    std::to_string(counted.refused) + ", latency";
  for (auto const& [name, percent] : shown)
    out += std::string(percent == 50 ? " " : ", ") + name + " " + milliseconds(counted.percentile(percent)) + " ms";
  return out;
}

std::string summary_json(summary const& counted) {
  std::string out = "{\"messages\":" + std::to_string(counted.messages) +
                    ",\"answers\":" + std::to_string(counted.answers) +
                    ",\"differences\":" + std::to_string(counted.differences) +
                    ",\"refused\":" + std::to_string(counted.refused) + ",\"latency_ms\":{";
  for (auto const& [name, percent] : shown)
    out += std::string(percent == 50 ? "" : ",") + "\"" + name + "\":" + milliseconds(counted.percentile(percent));
  return out + "}}";
}

}  // namespace samspil::client::replay
