#include "server/listener.hpp"

#include <fcntl.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

#include <cstring>
#include <stdexcept>

#include <boost/asio/ip/v6_only.hpp>

namespace samspil::server {
namespace {

constexpr int backlog = 4096;
constexpr unsigned accepts_in_a_row_max = 64;
constexpr std::chrono::milliseconds back_off_time{100};
/// Kinds for the log limiter.
enum : std::size_t { kind_full, kind_address_full, kind_no_descriptors, kind_failed };

unique_descriptor open_reserve() { return unique_descriptor(::open("/dev/null", O_RDONLY | O_CLOEXEC)); }

// An IPv4 peer of an IPv6 socket is the same peer.
std::string text_of(asio::ip::address const& address) {
  if (address.is_v6() && address.to_v6().is_v4_mapped()) {
    return asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6()).to_string();
  }
  return address.to_string();
}

std::string text_of(asio::ip::tcp::endpoint const& at) {
  std::string const address = at.address().to_string();
  return (at.address().is_v6() ? "[" + address + "]" : address) + ":" + std::to_string(at.port());
}

}  // namespace

listener::listener(listener_options const& how, tls_context context, admission& gate,
                   std::vector<std::unique_ptr<worker>>& workers)
    : gate_(gate),
      workers_(workers),
      context_(workers.front()->context()),
      acceptor_(context_),
      pause_(context_),
      tls_(std::move(context)),
      wire_(how.wire),
      reserve_(open_reserve()) {
  try {
    asio::ip::tcp::endpoint const at(asio::ip::make_address(how.address), how.port);
    acceptor_.open(at.protocol());
    acceptor_.set_option(asio::ip::tcp::acceptor::reuse_address(true));
    if (at.address().is_v6()) acceptor_.set_option(asio::ip::v6_only(true));
    acceptor_.bind(at);
    acceptor_.listen(backlog);
    acceptor_.non_blocking(true);
    name_ = text_of(acceptor_.local_endpoint());
  } catch (boost::system::system_error const& e) {
    throw std::runtime_error("cannot listen on " + how.address + ", port " + std::to_string(how.port) + ": " +
                             e.code().message());
  }
}

void listener::start() {
  asio::post(context_, [this] { wait(); });
}

void listener::set_context(tls_context next) {
  asio::post(context_, [this, given = std::move(next)] { tls_ = given; });
}

void listener::close(std::function<void()> then) {
  asio::post(context_, [this, after = std::move(then)] {
    error_code ignored;
    acceptor_.close(ignored);
    pause_.cancel();
    after();
  });
}

void listener::wait() {
  acceptor_.async_wait(acceptor::wait_read, [this](error_code const& failed) {
    if (!failed) accept_some();
  });
}

void listener::accept_some() {
  for (unsigned i = 0; i < accepts_in_a_row_max; ++i) {
    if (accept_one()) continue;
    if (errno == EAGAIN || errno == EWOULDBLOCK) break;
    // The peer was gone before it was accepted: nobody's fault.
    if (errno == ECONNABORTED || errno == EINTR || errno == EPROTO) continue;
    counts_.accept_errors.add();
    if ((errno == EMFILE || errno == ENFILE) && out_of_descriptors()) return back_off();
    warn(kind_failed, std::string("cannot accept on ") + name_ + ": " + std::strerror(errno));
    return back_off();
  }
  wait();
}

// False with errno set when there was none.
bool listener::accept_one() {
  asio::ip::tcp::endpoint peer;
  auto size = static_cast<socklen_t>(peer.capacity());
  unique_descriptor fd(::accept4(acceptor_.native_handle(), peer.data(), &size, SOCK_NONBLOCK | SOCK_CLOEXEC));
  if (fd.get() < 0) return false;
  peer.resize(size);
  admit(std::move(fd), text_of(peer.address()));
  return true;
}

void listener::admit(unique_descriptor fd, std::string const& address) {
  switch (gate_.enter(address)) {
    case admission::verdict::welcome: break;
    case admission::verdict::full:
      counts_.refused_full.add();
      return warn(kind_full, "connection from " + address + " refused: limits.connections is reached");
    case admission::verdict::address_full:
      counts_.refused_address.add();
      return warn(kind_address_full,
                  "connection from " + address + " refused: limits.connections_per_address is reached");
  }
  counts_.accepted.add();
  int const on = 1;
  ::setsockopt(fd.get(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  workers_[next_++ % workers_.size()]->adopt({std::move(fd), ticket(&gate_, address), tls_, wire_});
}

// A connection that cannot be accepted keeps the socket readable for ever: the
// reserve makes room to take it and close it. False when that did not help.
bool listener::out_of_descriptors() {
  warn(kind_no_descriptors, "out of file descriptors: connections on " + name_ + " are refused for a while");
  reserve_.reset();
  unique_descriptor refused(::accept4(acceptor_.native_handle(), nullptr, nullptr, SOCK_CLOEXEC));
  bool const helped = refused.get() >= 0;
  refused.reset();
  reserve_ = open_reserve();
  return helped;
}

void listener::back_off() {
  pause_.expires_after(back_off_time);
  pause_.async_wait([this](error_code const& failed) {
    if (failed) return;
    if (reserve_.get() < 0) reserve_ = open_reserve();
    wait();
  });
}

void listener::warn(std::size_t kind, std::string_view text) {
  log_.write(kind, text, std::chrono::steady_clock::now());
}

}  // namespace samspil::server
