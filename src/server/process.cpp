#include "server/process.hpp"

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <time.h>

#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <string>

#include "server/unique_descriptor.hpp"

namespace samspil::server {

void forbid_core_dumps() {
  rlimit const none{0, 0};
  ::setrlimit(RLIMIT_CORE, &none);
#ifndef __SANITIZE_ADDRESS__  // the leak check at the end is a ptrace of the process itself
  ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
#endif
}

std::size_t raise_descriptor_limit() {
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return 0;
  limit.rlim_cur = limit.rlim_max;
  ::setrlimit(RLIMIT_NOFILE, &limit);
  ::getrlimit(RLIMIT_NOFILE, &limit);
  return limit.rlim_cur;
}

signals::signals() {
  ::sigemptyset(&set_);
  for (int const number : {SIGTERM, SIGINT, SIGHUP}) ::sigaddset(&set_, number);
  ::pthread_sigmask(SIG_BLOCK, &set_, nullptr);
}

std::optional<int> signals::wait(std::chrono::milliseconds patience) const {
  auto const seconds = std::chrono::floor<std::chrono::seconds>(patience);
  timespec const limit{seconds.count(), std::chrono::nanoseconds(patience - seconds).count()};
  int const number = ::sigtimedwait(&set_, nullptr, &limit);
  return number > 0 ? std::optional(number) : std::nullopt;
}

void notify_systemd(std::string_view state) {
  char const* const where = std::getenv("NOTIFY_SOCKET");
  sockaddr_un address{};
  if (where == nullptr || (where[0] != '/' && where[0] != '@')) return;
  std::size_t const length = std::strlen(where);
  if (length >= sizeof address.sun_path) return;
  address.sun_family = AF_UNIX;
  std::memcpy(address.sun_path, where, length);
  if (where[0] == '@') address.sun_path[0] = '\0';
  unique_descriptor const socket(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0));
  // The service manager's loss is not the register's: errors are let go.
  ::sendto(socket.get(), state.data(), state.size(), MSG_NOSIGNAL, reinterpret_cast<sockaddr const*>(&address),
           static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + length));
}

void notify_reloading() {
  timespec now{};
  ::clock_gettime(CLOCK_MONOTONIC, &now);
  notify_systemd("RELOADING=1\nMONOTONIC_USEC=" + std::to_string(now.tv_sec * 1'000'000 + now.tv_nsec / 1'000));
}

}  // namespace samspil::server
