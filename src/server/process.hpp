// What the server asks of its process and of systemd.
#pragma once

#include <signal.h>

#include <chrono>
#include <cstddef>
#include <optional>
#include <string_view>

namespace samspil::server {

/// No core file and no ptrace by the same user: passwords and personnummer pass through.
void forbid_core_dumps();
/// Raises the soft limit of open files to the hard one; gives what it is then.
std::size_t raise_descriptor_limit();

/// SIGTERM, SIGINT and SIGHUP, taken one by one instead of by handlers. Made
/// before any other thread, so that every thread has them blocked.
class signals {
 public:
  signals();
  /// The next one, or nothing after `patience`.
  std::optional<int> wait(std::chrono::milliseconds patience) const;

 private:
  sigset_t set_;
};

/// Tells systemd over NOTIFY_SOCKET ("READY=1", ...); does nothing without one.
void notify_systemd(std::string_view state);
/// The same with the time that RELOADING=1 needs.
void notify_reloading();

}  // namespace samspil::server
