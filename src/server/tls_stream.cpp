#include "server/tls_stream.hpp"

#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

#include <algorithm>
#include <climits>
#include <new>

#include "admin/encoding.hpp"
#include "base/crypto.hpp"

namespace samspil::server {
namespace {

std::string der(X509* certificate) {
  int const size = i2d_X509(certificate, nullptr);
  if (size <= 0) return {};
  std::string bytes(static_cast<std::size_t>(size), '\0');
  auto* out = reinterpret_cast<unsigned char*>(bytes.data());
  i2d_X509(certificate, &out);
  return bytes;
}

/// As admin/certificate_form.hpp writes it, in ISO-8859-1; what has other characters as RFC 2253 escapes them.
std::string subject(X509* certificate, unsigned long how = XN_FLAG_RFC2253 & ~ASN1_STRFLGS_ESC_MSB) {
  BIO* const out = BIO_new(BIO_s_mem());
  if (out == nullptr) return {};
  X509_NAME_print_ex(out, X509_get_subject_name(certificate), 0, how);
  char* data = nullptr;
  long const size = BIO_get_mem_data(out, &data);
  std::string text(data, size > 0 ? static_cast<std::size_t>(size) : 0);
  BIO_free(out);
  if ((how & ASN1_STRFLGS_ESC_MSB) != 0) return text;
  auto const latin1 = admin::to_latin1(text);
  return latin1 ? *latin1 : subject(certificate, XN_FLAG_RFC2253);
}

}  // namespace

tls_stream::tls_stream(tls_context const& context, int descriptor) : ssl_(SSL_new(context.get())) {
  if (ssl_ == nullptr) throw std::bad_alloc();
  if (SSL_set_fd(ssl_, descriptor) != 1) {
    SSL_free(ssl_);
    throw std::bad_alloc();
  }
  SSL_set_accept_state(ssl_);
}

tls_stream::~tls_stream() { SSL_free(ssl_); }

// The error queue is the thread's: what an earlier call on another connection
// left in it would be taken for this one's, so every call clears it first.

step tls_stream::handshake() {
  ERR_clear_error();
  return outcome(SSL_do_handshake(ssl_));
}

tls_stream::moved tls_stream::read(char* into, std::size_t size) {
  ERR_clear_error();
  int const n = SSL_read(ssl_, into, static_cast<int>(std::min<std::size_t>(size, INT_MAX)));
  return n > 0 ? moved{step::done, static_cast<std::size_t>(n)} : moved{outcome(n), 0};
}

tls_stream::moved tls_stream::write(std::string_view bytes) {
  ERR_clear_error();
  int const n = SSL_write(ssl_, bytes.data(), static_cast<int>(std::min<std::size_t>(bytes.size(), INT_MAX)));
  return n > 0 ? moved{step::done, static_cast<std::size_t>(n)} : moved{outcome(n), 0};
}

step tls_stream::close() {
  ERR_clear_error();
  // 0: sent, and the peer's has not come; that is all that is wanted here.
  int const n = SSL_shutdown(ssl_);
  return n >= 0 ? step::done : outcome(n);
}

step tls_stream::outcome(int returned) const {
  if (returned > 0) return step::done;
  switch (SSL_get_error(ssl_, returned)) {
    case SSL_ERROR_WANT_READ: return step::want_read;
    case SSL_ERROR_WANT_WRITE: return step::want_write;
    case SSL_ERROR_ZERO_RETURN: return step::closed;
    default: return step::broken;
  }
}

bool tls_stream::has_buffered() const { return SSL_has_pending(ssl_) == 1; }

void tls_stream::describe_certificate(session::peer& who) const {
  X509* const certificate = SSL_get0_peer_certificate(ssl_);
  if (certificate == nullptr) return;
  who.certificate = crypto::sha256_hex(der(certificate));
  who.certificate_subject = subject(certificate);
}

}  // namespace samspil::server
