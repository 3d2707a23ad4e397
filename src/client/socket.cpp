#include "client/socket.hpp"

#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstring>
#include <memory>

namespace samspil::client {
namespace {

/// A connected, non-blocking descriptor, or -1 with errno set.
int connect_one(addrinfo const& address, steady::time_point deadline) {
  int const fd = ::socket(address.ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, address.ai_protocol);
  if (fd < 0) return -1;
  int const on = 1;
  ::setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  int problem = 0;
  if (::connect(fd, address.ai_addr, address.ai_addrlen) != 0) {
    problem = errno;
    if (problem == EINPROGRESS) {
      if (wait_for(fd, POLLOUT, deadline)) {
        socklen_t size = sizeof problem;
        ::getsockopt(fd, SOL_SOCKET, SO_ERROR, &problem, &size);
      } else {
        problem = ETIMEDOUT;
      }
    }
  }
  if (problem == 0) return fd;
  ::close(fd);
  errno = problem;
  return -1;
}

}  // namespace

std::string name_of(endpoint const& to) { return to.host + ":" + to.port; }

void fail(std::string const& peer, std::string const& what) { throw connection_error(peer + ": " + what); }

bool wait_for(int fd, short events, steady::time_point deadline) {
  for (;;) {
    auto const left = std::chrono::ceil<std::chrono::milliseconds>(deadline - steady::now()).count();
    pollfd entry{fd, events, 0};
    int const ready = ::poll(&entry, 1, static_cast<int>(std::clamp<long long>(left, 0, INT_MAX)));
    if (ready > 0) return true;
    if (ready == 0 && left <= 0) return false;
    if (ready < 0 && errno != EINTR) return true;  // the operation that follows reports the error
  }
}

int connect_any(endpoint const& to, steady::time_point deadline) {
  addrinfo hints{};
  hints.ai_family = AF_UNSPEC;
  hints.ai_socktype = SOCK_STREAM;
  addrinfo* found = nullptr;
  if (int const code = ::getaddrinfo(to.host.c_str(), to.port.c_str(), &hints, &found); code != 0)
    fail(name_of(to), ::gai_strerror(code));
  std::unique_ptr<addrinfo, decltype(&freeaddrinfo)> const addresses(found, &freeaddrinfo);
  for (addrinfo const* each = found; each != nullptr; each = each->ai_next)
    if (int const fd = connect_one(*each, deadline); fd >= 0) return fd;
  fail(name_of(to), std::string("cannot connect: ") + std::strerror(errno));
}

}  // namespace samspil::client
