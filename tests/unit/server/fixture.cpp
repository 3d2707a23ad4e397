#include "unit/server/fixture.hpp"

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdlib>
#include <stdexcept>
#include <thread>

#include "base/certificate.hpp"

namespace samspil::server::test {
namespace {

/// For what must come: far more than it takes on a busy machine.
constexpr std::chrono::seconds patience{20};

std::string digits(std::size_t value, std::size_t width) {
  std::string text = std::to_string(value);
  return std::string(width - text.size(), '0') + text;
}

std::string header(std::string_view laengde, unsigned reference) {
  return "SAMS,EKKO" + std::string(laengde) + "010001user    " + std::string(24, ' ') + "R" + digits(reference, 19) +
         std::string(12, '0') + "00 00" + std::string(10, ' ');
}

}  // namespace

scratch_directory::scratch_directory() {
  std::string name = (std::filesystem::temp_directory_path() / "samspil-server-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no scratch directory");
  path = name;
}

scratch_directory::~scratch_directory() {
  std::error_code ignored;
  std::filesystem::remove_all(path, ignored);
}

std::string message(std::size_t size, unsigned reference) {
  std::string text = header(digits(size, 6), reference);
  text.resize(size, 'x');
  return text;
}

std::string message_of_length(std::string_view laengde) { return header(laengde, 0); }

void echo::handle(std::string_view bytes, session::peer const& from, session::completion done) {
  {
    std::lock_guard const hold(mutex_);
    seen_.emplace_back(bytes);
    last_peer_ = from;
  }
  bool const whole = bytes.size() >= 100 && digits(bytes.size(), 6) == bytes.substr(9, 6);
  done({std::string(bytes), !whole});
}

std::vector<std::string> echo::seen() const {
  std::lock_guard const hold(mutex_);
  return seen_;
}

session::peer echo::last_peer() const {
  std::lock_guard const hold(mutex_);
  return last_peer_;
}

void held::handle(std::string_view bytes, session::peer const&, session::completion done) {
  std::lock_guard const hold(mutex_);
  waiting_.push_back([given = std::string(bytes), answer = std::move(done)] { answer({given, false}); });
  changed_.notify_all();
}

std::function<void()> held::next() {
  std::unique_lock hold(mutex_);
  if (!changed_.wait_for(hold, patience, [this] { return !waiting_.empty(); })) {
    throw std::runtime_error("no message came");
  }
  std::function<void()> first = std::move(waiting_.front());
  waiting_.erase(waiting_.begin());
  return first;
}

installation::installation() {
  // A test that is about a limit sets it; the others must not meet one on a busy machine.
  limit.handshake = limit.logon = limit.record = std::chrono::seconds(60);
  listener.port = 0;
  listener.tls.certificate = directory.path / "server.crt";
  listener.tls.key = directory.path / "server.key";
  crypto::write_self_signed(listener.tls.certificate, listener.tls.key);
}

running::running(session::handler& handler, std::function<void(installation&)> const& prepare) {
  if (prepare) prepare(files);
  server = std::make_unique<samspil::server::server>(std::vector{files.listener}, files.limit, handler, 2);
  server->start();
}

client::endpoint running::endpoint() const {
  client::endpoint to;
  std::string const name = server->addresses().front();
  to.port = name.substr(name.rfind(':') + 1);
  to.ca_file = files.listener.tls.certificate.string();
  to.timeout = patience;
  return to;
}

client::connection running::connect(std::string const& tls_max) const {
  client::endpoint to = endpoint();
  to.tls_max = tls_max;
  return client::connection(to);
}

std::uint64_t running::count(std::string const& name) const {
  for (auto const& [key, value] : server->counters()) {
    if (key == name) return value;
  }
  throw std::runtime_error("no counter " + name);
}

bool running::reaches(std::string const& name, std::uint64_t value) const {
  auto const deadline = std::chrono::steady_clock::now() + patience;
  while (count(name) != value) {
    if (std::chrono::steady_clock::now() > deadline) return false;
    std::this_thread::yield();
  }
  return true;
}

bool running::ended(std::string const& why, std::uint64_t count) const {
  return reaches("samspil_connections_ended_total{why=\"" + why + "\"}", count);
}

raw_socket::raw_socket(client::endpoint const& to) : fd(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(std::stoi(to.port)));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  timeval const limit{patience.count(), 0};
  ::setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
  if (::connect(fd, reinterpret_cast<sockaddr const*>(&address), sizeof address) != 0) {
    ::close(fd);
    throw std::runtime_error("cannot connect");
  }
}

raw_socket::~raw_socket() { ::close(fd); }

void raw_socket::send(std::string_view bytes) const {
  if (::send(fd, bytes.data(), bytes.size(), MSG_NOSIGNAL) != static_cast<ssize_t>(bytes.size())) {
    throw std::runtime_error("cannot send");
  }
}

bool raw_socket::ends() const {
  char sink[4096];
  for (;;) {
    ssize_t const n = ::recv(fd, sink, sizeof sink, 0);
    if (n > 0) continue;
    return n == 0 || errno == ECONNRESET;
  }
}

}  // namespace samspil::server::test
