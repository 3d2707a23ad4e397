#include "client/replay_summary.hpp"

#include <algorithm>
#include <utility>

namespace samspil::client::replay {
namespace {

/// A count of thousandths with three digits behind the point: microseconds as
/// milliseconds, milliseconds as seconds.
template <class Duration>
std::string in_thousands(Duration value) {
  std::string digits = std::to_string(value.count());
  if (digits.size() < 4) digits.insert(0, 4 - digits.size(), '0');
  return digits.insert(digits.size() - 3, ".");
}

std::uint64_t a_second(summary const& counted, std::chrono::milliseconds took) {
  return counted.messages * 1000 / static_cast<std::uint64_t>(took.count());
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

std::string summary_line(summary const& counted, std::chrono::milliseconds took) {
  std::string out = "messages " + std::to_string(counted.messages) + ", answers " + std::to_string(counted.answers) +
                    ", differences " + std::to_string(counted.differences) + ", refused " +
                    std::to_string(counted.refused) + ", latency";
  for (auto const& [name, percent] : shown)
    out += std::string(percent == 50 ? " " : ", ") + name + " " + in_thousands(counted.percentile(percent)) + " ms";
  if (took.count() > 0)
    out += ", " + std::to_string(a_second(counted, took)) + " messages/s in " + in_thousands(took) + " s";
  return out;
}

std::string summary_json(summary const& counted, std::chrono::milliseconds took) {
  std::string out = "{\"messages\":" + std::to_string(counted.messages) +
                    ",\"answers\":" + std::to_string(counted.answers) +
                    ",\"differences\":" + std::to_string(counted.differences) +
                    ",\"refused\":" + std::to_string(counted.refused) + ",\"latency_ms\":{";
  for (auto const& [name, percent] : shown)
    out += std::string(percent == 50 ? "" : ",") + "\"" + name + "\":" + in_thousands(counted.percentile(percent));
  out += "}";
  if (took.count() > 0)
    out += ",\"messages_per_second\":" + std::to_string(a_second(counted, took)) +
           ",\"seconds\":" + in_thousands(took);
  return out + "}";
}

}  // namespace samspil::client::replay
