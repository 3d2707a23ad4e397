#include "client/replay_progress.hpp"

#include <ostream>
#include <string>

namespace samspil::client::replay {

progress_line::progress_line(std::ostream& to, std::chrono::steady_clock::time_point start, std::uint64_t done)
    : to_(to), start_(start), before_(done), shown_(start) {}

void progress_line::show(std::chrono::steady_clock::time_point now, std::uint64_t done, std::uint64_t all,
                         std::uint64_t messages) {
  if (now - shown_ < std::chrono::seconds(1)) return;
  shown_ = now;
  double const seconds = std::chrono::duration<double>(now - start_).count();
  std::string text = std::to_string(messages) + " messages, " +
                     std::to_string(static_cast<std::uint64_t>(static_cast<double>(messages) / seconds)) + "/s";
  if (all > 0 && done > before_) {
    double const left = seconds * static_cast<double>(all - done) / static_cast<double>(done - before_);
    text +=
        ", " + std::to_string(done * 100 / all) + " %, " + std::to_string(static_cast<std::uint64_t>(left)) + " s left";
  }
  if (text.size() < width_) text.resize(width_, ' ');
  width_ = text.size();
  to_ << '\r' << text << std::flush;
}

void progress_line::clear() {
  if (width_ > 0) to_ << '\r' << std::string(width_, ' ') << '\r' << std::flush;
  width_ = 0;
}

}  // namespace samspil::client::replay
