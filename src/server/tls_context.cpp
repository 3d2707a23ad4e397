#include "server/tls_context.hpp"

#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include <fstream>

namespace samspil::server {
namespace {

// OpenSSL's own words for what went wrong first; empty when it has none.
std::string openssl_reason() {
  unsigned long const code = ERR_get_error();
  ERR_clear_error();
  char const* const text = code == 0 ? nullptr : ERR_reason_error_string(code);
  return text == nullptr ? "" : std::string(": ") + text;
}

std::string problem(std::filesystem::path const& file, std::string_view what) {
  return file.string() + ": " + std::string(what) + openssl_reason();
}

bool readable(std::filesystem::path const& file) { return std::ifstream(file).good(); }

std::string check_dates(X509 const* certificate, std::filesystem::path const& file) {
  if (X509_cmp_current_time(X509_get0_notBefore(certificate)) >= 0) {
    return problem(file, "the certificate is not valid yet");
  }
  if (X509_cmp_current_time(X509_get0_notAfter(certificate)) <= 0) {
    return problem(file, "the certificate has expired");
  }
  return {};
}

// The dates of leaf and chain, and that each was issued by the next.
std::string check_chain(SSL_CTX* context, std::filesystem::path const& file) {
  X509* below = SSL_CTX_get0_certificate(context);
  if (std::string bad = check_dates(below, file); !bad.empty()) return bad;
  STACK_OF(X509)* chain = nullptr;
  SSL_CTX_get0_chain_certs(context, &chain);
  for (int i = 0; chain != nullptr && i < sk_X509_num(chain); ++i) {
    X509* const above = sk_X509_value(chain, i);
    if (X509_check_issued(above, below) != X509_V_OK) {
      return problem(file,
                     "certificate " + std::to_string(i + 2) + " of the chain is not the issuer of the one before");
    }
    if (std::string bad = check_dates(above, file); !bad.empty()) return bad;
    below = above;
  }
  return {};
}

std::string load_identity(SSL_CTX* context, tls_options const& how) {
  if (!readable(how.certificate)) return problem(how.certificate, "the certificate cannot be read");
  if (!readable(how.key)) return problem(how.key, "the key cannot be read");
  if (SSL_CTX_use_certificate_chain_file(context, how.certificate.c_str()) != 1) {
    return problem(how.certificate, "not a PEM certificate");
  }
  if (SSL_CTX_use_PrivateKey_file(context, how.key.c_str(), SSL_FILETYPE_PEM) != 1) {
    return problem(how.key, "not the PEM key of " + how.certificate.string());
  }
  if (SSL_CTX_check_private_key(context) != 1) {
    return problem(how.key, "not the key of " + how.certificate.string());
  }
  return check_chain(context, how.certificate);
}

std::string load_client_ca(SSL_CTX* context, tls_options const& how) {
  if (how.ask == client_certificates::off) return {};
  STACK_OF(X509_NAME)* const names = SSL_load_client_CA_file(how.client_ca.c_str());
  if (names == nullptr || SSL_CTX_load_verify_file(context, how.client_ca.c_str()) != 1) {
    sk_X509_NAME_pop_free(names, X509_NAME_free);
    return problem(how.client_ca, "not a PEM file of certificates");
  }
  SSL_CTX_set_client_CA_list(context, names);
  int const strict = how.ask == client_certificates::required ? SSL_VERIFY_FAIL_IF_NO_PEER_CERT : 0;
  SSL_CTX_set_verify(context, SSL_VERIFY_PEER | strict, nullptr);
  return {};
}

bool restrict_protocol(SSL_CTX* context, bool tls_1_3_only) {
  SSL_CTX_set_security_level(context, 2);
  SSL_CTX_set_options(context, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION | SSL_OP_NO_TICKET |
                                   SSL_OP_CIPHER_SERVER_PREFERENCE);
  SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);
  SSL_CTX_set_mode(context, SSL_MODE_RELEASE_BUFFERS | SSL_MODE_ENABLE_PARTIAL_WRITE |
                                SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
  // One read call for a record, not one for its header and one for its body.
  SSL_CTX_set_read_ahead(context, 1);
  return SSL_CTX_set_min_proto_version(context, tls_1_3_only ? TLS1_3_VERSION : TLS1_2_VERSION) == 1 &&
         SSL_CTX_set_cipher_list(context, "ECDHE+AESGCM:ECDHE+CHACHA20") == 1 &&
         SSL_CTX_set1_groups_list(context, "X25519:P-256:P-384") == 1 &&
         SSL_CTX_set_num_tickets(context, 0) == 1 && SSL_CTX_set_max_early_data(context, 0) == 1;
}

}  // namespace

result<tls_context, std::string> make_tls_context(tls_options const& how) {
  ERR_clear_error();
  tls_context context(SSL_CTX_new(TLS_server_method()), SSL_CTX_free);
  if (context == nullptr || !restrict_protocol(context.get(), how.tls_1_3_only)) {
    return "TLS cannot be set up" + openssl_reason();
  }
  if (std::string bad = load_identity(context.get(), how); !bad.empty()) return bad;
  if (std::string bad = load_client_ca(context.get(), how); !bad.empty()) return bad;
  return context;
}

}  // namespace samspil::server
