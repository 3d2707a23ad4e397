#include "unit/server/raw_tls.hpp"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>

#include <cstdio>
#include <stdexcept>

namespace samspil::server::test {
namespace {

int number_of(std::string_view version) {
  if (version == "1.0") return TLS1_VERSION;
  if (version == "1.1") return TLS1_1_VERSION;
  if (version == "1.2") return TLS1_2_VERSION;
  return version == "1.3" ? TLS1_3_VERSION : 0;
}

}  // namespace

raw_tls::raw_tls(client::endpoint const& to, std::string_view version)
    : socket_(to), context_(SSL_CTX_new(TLS_client_method())) {
  SSL_CTX_set_security_level(context_, 0);  // else the client itself refuses the old versions
  SSL_CTX_set_options(context_, SSL_OP_ALLOW_UNSAFE_LEGACY_RENEGOTIATION);
  int const number = number_of(version);
  SSL_CTX_set_min_proto_version(context_, number);
  SSL_CTX_set_max_proto_version(context_, number);
  ssl_ = SSL_new(context_);
  SSL_set_fd(ssl_, socket_.fd);
  ERR_clear_error();
  if (SSL_connect(ssl_) != 1) {
    std::string const why = ERR_reason_error_string(ERR_peek_error()) == nullptr
                                ? "cut off"
                                : ERR_reason_error_string(ERR_peek_error());
    SSL_free(ssl_);
    SSL_CTX_free(context_);
    throw std::runtime_error(why);
  }
}

raw_tls::~raw_tls() {
  SSL_free(ssl_);
  SSL_CTX_free(context_);
}

void raw_tls::write(std::string_view bytes) {
  ERR_clear_error();
  if (SSL_write(ssl_, bytes.data(), static_cast<int>(bytes.size())) != static_cast<int>(bytes.size())) {
    throw std::runtime_error("cannot write");
  }
}

std::string raw_tls::read(std::size_t count) {
  std::string text(count, '\0');
  for (std::size_t have = 0; have < count;) {
    ERR_clear_error();
    int const n = SSL_read(ssl_, text.data() + have, static_cast<int>(count - have));
    if (n <= 0) return text.substr(0, have);
    have += static_cast<std::size_t>(n);
  }
  return text;
}

std::string raw_tls::read_to_end() {
  std::string text;
  char chunk[16384];
  for (;;) {
    ERR_clear_error();
    int const n = SSL_read(ssl_, chunk, sizeof chunk);
    if (n <= 0) {
      clean_ = SSL_get_error(ssl_, n) == SSL_ERROR_ZERO_RETURN;
      return text;
    }
    text.append(chunk, static_cast<std::size_t>(n));
  }
}

void raw_tls::send_close_notify() { SSL_shutdown(ssl_); }

bool raw_tls::renegotiate() {
  ERR_clear_error();
  if (SSL_renegotiate(ssl_) != 1) return false;
  return SSL_do_handshake(ssl_) == 1;
}

std::string raw_tls::cipher() const { return SSL_get_cipher_name(ssl_); }

std::string raw_tls::group() const {
  char const* const name = OBJ_nid2sn(static_cast<int>(SSL_get_negotiated_group(ssl_)));
  return name == nullptr ? "" : name;
}

bool raw_tls::resumable() const { return SSL_SESSION_is_resumable(SSL_get0_session(ssl_)) == 1; }

void write_certificate(std::filesystem::path const& certificate, std::filesystem::path const& key, int first_day,
                       int last_day, char const* name) {
  EVP_PKEY* const pair = EVP_EC_gen("P-256");
  X509* const x = X509_new();
  X509_set_version(x, 2);
  ASN1_INTEGER_set(X509_get_serialNumber(x), 1);
  X509_gmtime_adj(X509_getm_notBefore(x), 86'400L * first_day);
  X509_gmtime_adj(X509_getm_notAfter(x), 86'400L * last_day);
  X509_NAME_add_entry_by_txt(X509_get_subject_name(x), "CN", MBSTRING_UTF8,
                             reinterpret_cast<unsigned char const*>(name), -1, -1, 0);
  X509_set_issuer_name(x, X509_get_subject_name(x));
  X509_set_pubkey(x, pair);
  X509_sign(x, pair, EVP_sha256());
  std::FILE* const c = std::fopen(certificate.c_str(), "w");
  std::FILE* const k = std::fopen(key.c_str(), "w");
  bool const written = c != nullptr && k != nullptr && PEM_write_X509(c, x) == 1 &&
                       PEM_write_PrivateKey(k, pair, nullptr, nullptr, 0, nullptr, nullptr) == 1;
  if (c != nullptr) std::fclose(c);
  if (k != nullptr) std::fclose(k);
  X509_free(x);
  EVP_PKEY_free(pair);
  if (!written) throw std::runtime_error("no test certificate");
}

}  // namespace samspil::server::test
