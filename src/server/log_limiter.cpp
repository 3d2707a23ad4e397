#include "server/log_limiter.hpp"

#include <string>

#include "base/log.hpp"

namespace samspil::server {

void log_limiter::write(std::size_t kind, std::string_view text, steady_time now) {
  entry& e = entries_[kind];
  if (now < e.next) {
    ++e.held_back;
    return;
  }
  std::string line(text);
  if (e.held_back != 0) line += " (and " + std::to_string(e.held_back) + " more like it since the last line)";
  log::warning(line);
  e = {now + interval, 0};
}

}  // namespace samspil::server
