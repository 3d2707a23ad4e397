#include "bench/processor.hpp"

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>

namespace samspil::bench {

processor_time processor_seconds() {
  processor_time out;
  for (auto const& task : std::filesystem::directory_iterator("/proc/self/task")) {
    std::string name;
    double nanoseconds = 0;
    std::ifstream comm(task.path() / "comm"), schedstat(task.path() / "schedstat");
    if (!std::getline(comm, name) || !(schedstat >> nanoseconds)) continue;
    out[name == "bench" ? "client" : name] += nanoseconds / 1e9;
  }
  return out;
}

processor_time operator-(processor_time later, processor_time const& earlier) {
  for (auto const& [name, seconds] : earlier)
    if (auto const found = later.find(name); found != later.end()) found->second -= seconds;
  return later;
}

std::string processor_per_message(processor_time const& used, std::uint64_t messages) {
  if (messages == 0) return "no messages";
  std::string out;
  double all = 0;
  for (auto const& [name, seconds] : used) {
    double const each = seconds * 1e6 / static_cast<double>(messages);
    all += each;
    if (each < 0.1) continue;
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), ", %s %.1f", name.c_str(), each);
    out += text.data();
  }
  std::array<char, 64> sum{};
  std::snprintf(sum.data(), sum.size(), "%.1f us of processor", all);
  return sum.data() + (": " + out.substr(out.empty() ? 0 : 2));
}

}  // namespace samspil::bench
