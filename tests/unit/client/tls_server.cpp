#include "tls_server.hpp"

#include <arpa/inet.h>
#include <openssl/ssl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <csignal>
#include <stdexcept>

#include "base/certificate.hpp"

namespace samspil::client::test {
namespace {

/// One message as the header framing has it, or what other families send at once; empty at the end.
std::string read_message(SSL* ssl) {
  char chunk[4096];
  std::string have;
  for (;;) {
    int const count = SSL_read(ssl, chunk, sizeof chunk);
    if (count <= 0) return {};
    have.append(chunk, static_cast<std::size_t>(count));
    if (!have.starts_with("SAMS")) return have;
    if (have.size() >= 100 && have.size() >= std::stoul(have.substr(9, 6))) return have;
  }
}

}  // namespace

struct tls_server::context {
  SSL_CTX* ssl = SSL_CTX_new(TLS_server_method());
  ~context() { SSL_CTX_free(ssl); }
};

tls_server::tls_server(std::filesystem::path const& directory, std::function<reaction(std::string_view)> react)
    : certificate_(directory / "server.crt"), react_(std::move(react)), context_(std::make_unique<context>()) {
  auto const key = directory / "server.key";
  crypto::write_self_signed(certificate_, key);
  listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_ANY);
  socklen_t size = sizeof address;
  auto* const name = reinterpret_cast<sockaddr*>(&address);
  if (SSL_CTX_use_certificate_chain_file(context_->ssl, certificate_.c_str()) != 1 ||
      SSL_CTX_use_PrivateKey_file(context_->ssl, key.c_str(), SSL_FILETYPE_PEM) != 1 ||
      ::bind(listener_, name, size) != 0 || ::listen(listener_, 16) != 0 || ::getsockname(listener_, name, &size) != 0)
    throw std::runtime_error("no TLS server for the test");
  port_ = ntohs(address.sin_port);
  acceptor_ = std::jthread([this] { accept_all(); });
}

tls_server::~tls_server() {
  ::shutdown(listener_, SHUT_RDWR);
  acceptor_.join();
  {
    std::lock_guard const lock(mutex_);
    for (int const fd : open_) ::shutdown(fd, SHUT_RDWR);
  }
  workers_.clear();
  ::close(listener_);
}

void tls_server::accept_all() {
  for (int fd = 0; (fd = ::accept(listener_, nullptr, nullptr)) >= 0;) {
    ++accepted_;
    std::lock_guard const lock(mutex_);
    open_.push_back(fd);
    workers_.emplace_back([this, fd] { serve(fd); });
  }
}

void tls_server::serve(int fd) {
  // A client that has gone must not end the test.
  sigset_t pipe;
  sigemptyset(&pipe);
  sigaddset(&pipe, SIGPIPE);
  pthread_sigmask(SIG_BLOCK, &pipe, nullptr);
  SSL* const ssl = SSL_new(context_->ssl);
  SSL_set_fd(ssl, fd);
  bool goodbye = true;
  if (SSL_accept(ssl) == 1) {
    for (std::string message = read_message(ssl); !message.empty(); message = read_message(ssl)) {
      reaction const what = react_(message);
      if (!what.answer.empty()) SSL_write(ssl, what.answer.data(), static_cast<int>(what.answer.size()));
      goodbye = what.next != reaction::then::cut;
      if (what.next != reaction::then::go_on) break;
    }
    if (goodbye) SSL_shutdown(ssl);
  }
  SSL_free(ssl);
  std::lock_guard const lock(mutex_);
  std::erase(open_, fd);
  ::close(fd);
}

}  // namespace samspil::client::test
