#include "base/log.hpp"

#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <string>

namespace samspil::log {
namespace {

std::atomic<int> least{static_cast<int>(level::info)};

bool to_journal() {
  static bool const yes = std::getenv("JOURNAL_STREAM") != nullptr;
  return yes;
}

}  // namespace

void threshold(level least_urgent) { least = static_cast<int>(least_urgent); }

void write(level l, std::string_view text) {
  if (static_cast<int>(l) > least) return;
  std::string line;
  if (to_journal()) line = "<" + std::to_string(static_cast<int>(l)) + ">";
  line.append("samspil: ").append(text).append("\n");
  // One write call: lines of several threads do not mix. A log that cannot be
  // written must not stop the register.
  [[maybe_unused]] auto const n = ::write(STDERR_FILENO, line.data(), line.size());
}

}  // namespace samspil::log
