#include "server/metrics.hpp"

#include "base/thread.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>

#include <algorithm>
#include <chrono>
#include <cstring>
#include <stdexcept>
#include <string_view>

namespace samspil::server {
namespace {

constexpr std::size_t request_max = 8 * 1024;
constexpr std::chrono::seconds patience{1};

struct endpoint {
  sockaddr_storage bytes{};
  socklen_t size = 0;
};

endpoint make_endpoint(std::string const& address, unsigned short port) {
  endpoint e;
  auto& v4 = reinterpret_cast<sockaddr_in&>(e.bytes);
  auto& v6 = reinterpret_cast<sockaddr_in6&>(e.bytes);
  if (::inet_pton(AF_INET, address.c_str(), &v4.sin_addr) == 1) {
    v4.sin_family = AF_INET;
    v4.sin_port = htons(port);
    e.size = sizeof v4;
  } else if (::inet_pton(AF_INET6, address.c_str(), &v6.sin6_addr) == 1) {
    v6.sin6_family = AF_INET6;
    v6.sin6_port = htons(port);
    e.size = sizeof v6;
  }
  return e;
}

std::string reason(int status) { return status == 200 ? "OK" : status == 404 ? "Not Found" : "Service Unavailable"; }

// The name in front of the labels.
std::string_view base_name(std::string_view name) { return name.substr(0, name.find('{')); }

}  // namespace

metrics::metrics(std::string const& address, unsigned short port, std::function<page()> counters)
    : counters_(std::move(counters)) {
  endpoint at = make_endpoint(address, port);
  listening_.reset(::socket(at.bytes.ss_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
  over_.reset(::eventfd(0, EFD_CLOEXEC));
  int const on = 1;
  ::setsockopt(listening_.get(), SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
  auto* const name = reinterpret_cast<sockaddr*>(&at.bytes);
  if (at.size == 0 || over_.get() < 0 || ::bind(listening_.get(), name, at.size) != 0 ||
      ::listen(listening_.get(), 16) != 0 || ::getsockname(listening_.get(), name, &at.size) != 0) {
    throw std::runtime_error("cannot listen for metrics on " + address + ", port " + std::to_string(port) + ": " +
                             std::strerror(errno));
  }
  // The port stands at the same place in both kinds of address.
  port_ = ntohs(reinterpret_cast<sockaddr_in const&>(at.bytes).sin_port);
  thread_ = named_thread("metrics", [this] { serve(); });
}

metrics::~metrics() {
  std::uint64_t const one = 1;
  [[maybe_unused]] auto const n = ::write(over_.get(), &one, sizeof one);
  thread_.join();
}

std::pair<int, std::string> metrics::answer(std::string_view path) const {
  if (path == "/healthz") return {200, "ok\n"};
  if (path == "/readyz" && ready_) return {200, "ready\n"};
  if (path == "/readyz") return {503, "not ready\n"};
  if (path != "/metrics") return {404, "not found\n"};
  std::string text;
  std::string last;
  page all = counters_();  // a name's lines stand together, whoever counts them
  std::stable_sort(all.begin(), all.end(),
                   [](auto const& a, auto const& b) { return base_name(a.first) < base_name(b.first); });
  for (auto const& [name, value] : all) {
    std::string const base(base_name(name));
    if (base != last) text += "# TYPE " + base + (base.ends_with("_total") ? " counter\n" : " gauge\n");
    last = base;
    text += name + " " + std::to_string(value) + "\n";
  }
  return {200, text};
}

void metrics::serve() {
  for (;;) {
    pollfd waits[] = {{listening_.get(), POLLIN, 0}, {over_.get(), POLLIN, 0}};
    if (::poll(waits, 2, -1) < 0) continue;
    if (waits[1].revents != 0) return;
    unique_descriptor const client(::accept4(listening_.get(), nullptr, nullptr, SOCK_CLOEXEC));
    if (client.get() >= 0) serve_one(client.get());
  }
}

// One at a time, and each has so long for everything: whoever is slow must not keep the others, or the end of the
// server, waiting.
void metrics::serve_one(int descriptor) const {
  auto const until = std::chrono::steady_clock::now() + patience;
  auto const may_go_on = [&](short what) {
    auto const left = std::chrono::ceil<std::chrono::milliseconds>(until - std::chrono::steady_clock::now());
    pollfd waits[] = {{descriptor, what, 0}, {over_.get(), POLLIN, 0}};
    return left.count() > 0 && ::poll(waits, 2, static_cast<int>(left.count())) > 0 && waits[1].revents == 0;
  };
  std::string request;
  while (request.find("\r\n\r\n") == std::string::npos) {
    char chunk[1024];
    if (!may_go_on(POLLIN)) return;
    ssize_t const n = ::recv(descriptor, chunk, sizeof chunk, MSG_DONTWAIT);
    if (n <= 0 || request.size() > request_max) return;
    request.append(chunk, static_cast<std::size_t>(n));
  }
  if (!request.starts_with("GET ")) return;
  std::string_view const path = std::string_view(request).substr(4, request.find_first_of(" ?\r", 4) - 4);
  auto const [status, body] = answer(path);
  std::string const reply = "HTTP/1.1 " + std::to_string(status) + " " + reason(status) +
                            "\r\nContent-Type: text/plain; version=0.0.4\r\nContent-Length: " +
                            std::to_string(body.size()) + "\r\nConnection: close\r\n\r\n" + body;
  for (std::size_t sent = 0; sent < reply.size();) {
    if (!may_go_on(POLLOUT)) return;
    ssize_t const n = ::send(descriptor, reply.data() + sent, reply.size() - sent, MSG_NOSIGNAL | MSG_DONTWAIT);
    if (n <= 0) return;
    sent += static_cast<std::size_t>(n);
  }
}

}  // namespace samspil::server
