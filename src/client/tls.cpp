#include "client/tls.hpp"

#include <arpa/inet.h>
#include <openssl/err.h>
#include <openssl/x509v3.h>
#include <sys/socket.h>

#include "client/socket.hpp"

namespace samspil::client {
namespace {

int quiet_write(BIO* bio, char const* data, int size) {
  int fd = -1;
  BIO_get_fd(bio, &fd);
  ssize_t const written = ::send(fd, data, static_cast<std::size_t>(size), MSG_NOSIGNAL);
  BIO_clear_retry_flags(bio);
  if (written <= 0 && BIO_sock_should_retry(static_cast<int>(written)) != 0) BIO_set_retry_write(bio);
  return static_cast<int>(written);
}

bool is_address(std::string const& host) {
  in6_addr bytes{};
  return ::inet_pton(AF_INET, host.c_str(), &bytes) == 1 || ::inet_pton(AF_INET6, host.c_str(), &bytes) == 1;
}

}  // namespace

std::string tls_reason() {
  unsigned long const code = ERR_peek_last_error();
  if (code == 0) return {};
  char const* reason = ERR_reason_error_string(code);
  return reason != nullptr ? reason : "error " + std::to_string(code);
}

owned<BIO_METHOD> quiet_socket() {
  BIO_METHOD const* plain = BIO_s_socket();
  owned<BIO_METHOD> method(BIO_meth_new(BIO_TYPE_SOCKET, "socket without SIGPIPE"));
  if (!method) return method;
  BIO_meth_set_write(method.get(), quiet_write);
  BIO_meth_set_read(method.get(), BIO_meth_get_read(plain));
  BIO_meth_set_ctrl(method.get(), BIO_meth_get_ctrl(plain));
  BIO_meth_set_create(method.get(), BIO_meth_get_create(plain));
  BIO_meth_set_destroy(method.get(), BIO_meth_get_destroy(plain));
  return method;
}

owned<SSL_CTX> make_context(endpoint const& to) {
  owned<SSL_CTX> context(SSL_CTX_new(TLS_client_method()));
  if (!context) fail(name_of(to), "no TLS context: " + tls_reason());
  SSL_CTX* const c = context.get();
  SSL_CTX_set_min_proto_version(c, TLS1_2_VERSION);
  if (to.tls_max == "1.2")
    SSL_CTX_set_max_proto_version(c, TLS1_2_VERSION);
  else if (!to.tls_max.empty() && to.tls_max != "1.3")
    fail(name_of(to), "TLS version " + to.tls_max + ": expected 1.2 or 1.3");
  SSL_CTX_set_mode(c, SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
  if (!to.ca_file.empty()) {
    if (SSL_CTX_load_verify_file(c, to.ca_file.c_str()) != 1)
      fail(name_of(to), "cannot read CA file " + to.ca_file + ": " + tls_reason());
    SSL_CTX_set_verify(c, SSL_VERIFY_PEER, nullptr);
  }
  if (!to.certificate_file.empty() && SSL_CTX_use_certificate_chain_file(c, to.certificate_file.c_str()) != 1)
    fail(name_of(to), "cannot read certificate " + to.certificate_file + ": " + tls_reason());
  if (!to.key_file.empty() && SSL_CTX_use_PrivateKey_file(c, to.key_file.c_str(), SSL_FILETYPE_PEM) != 1)
    fail(name_of(to), "cannot read key " + to.key_file + ": " + tls_reason());
  return context;
}

bool name_peer(SSL* ssl, endpoint const& to) {
  if (is_address(to.host))
    return to.ca_file.empty() || X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(ssl), to.host.c_str()) == 1;
  if (SSL_set_tlsext_host_name(ssl, to.host.c_str()) != 1) return false;
  return to.ca_file.empty() || SSL_set1_host(ssl, to.host.c_str()) == 1;
}

}  // namespace samspil::client
