#include "admin/progress.hpp"

#include <algorithm>
#include <chrono>

namespace samspil::admin {
namespace {

using namespace std::chrono_literals;

constexpr auto silent_at_first = 1s;
constexpr auto between_lines = 200ms;

std::string duration_text(std::uint64_t seconds) {
  if (seconds < 60) return std::to_string(seconds) + " s";
  if (seconds < 3600) return std::to_string(seconds / 60) + " min " + std::to_string(seconds % 60) + " s";
  return std::to_string(seconds / 3600) + " h " + std::to_string(seconds / 60 % 60) + " min";
}

}  // namespace

std::string progress_text(std::string_view phase, std::uint64_t done, std::uint64_t total, std::string_view units,
                          double seconds) {
  std::string text(phase);
  text += ": ";
  if (total > 0)
    text += std::to_string(std::min<std::uint64_t>(100, done * 100 / total)) + " % of " + std::to_string(total);
  else
    text += std::to_string(done);
  if (!units.empty()) text.append(" ").append(units);
  if (seconds <= 0 || done == 0) return text;
  double const rate = static_cast<double>(done) / seconds;
  text += ", " + std::to_string(static_cast<std::uint64_t>(rate)) + " a second";
  if (total > done && rate > 0)
    text += ", " + duration_text(static_cast<std::uint64_t>(static_cast<double>(total - done) / rate + 0.5)) + " left";
  return text;
}

bool progress::update(std::string_view phase, std::uint64_t done, std::uint64_t total, std::string_view units) {
  if (columns_ > 0) {
    steady_time const now = time_.steady();
    if (begun_ == steady_time{} || phase != phase_) {
      begun_ = now;
      phase_ = phase;
    }
    if (now - begun_ >= silent_at_first && now - shown_ >= between_lines) {
      std::string text = progress_text(phase, done, total, units, std::chrono::duration<double>(now - begun_).count());
      // One column is left free, so that no terminal wraps the line.
      text.resize(std::min<std::size_t>(text.size(), columns_ > 1 ? columns_ - 1 : 1));
      to_ << '\r' << text << "\x1b[K" << std::flush;
      shown_ = now;
      visible_ = true;
    }
  }
  return !cancelled();
}

void progress::clear() {
  if (!visible_) return;
  to_ << "\r\x1b[K" << std::flush;
  visible_ = false;
}

}  // namespace samspil::admin
