// What a listener offers in the handshake: versions, ciphers, its certificate
// and whom it asks for one. Built whole and checked, then never changed: a
// reload builds another.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "base/result.hpp"

struct ssl_ctx_st;

namespace samspil::server {

enum class client_certificates { off, optional, required };

struct tls_options {
  std::filesystem::path certificate = "server.crt";  ///< PEM: the leaf, then its chain
  std::filesystem::path key = "server.key";          ///< PEM
  std::filesystem::path client_ca;                   ///< PEM; empty: none
  client_certificates ask = client_certificates::off;
  bool tls_1_3_only = false;                         ///< tls_min = "1.3"
};

using tls_context = std::shared_ptr<ssl_ctx_st>;

/// TLS 1.2 (ECDHE with AEAD) and 1.3; X25519, P-256, P-384; no renegotiation,
/// compression, resumption or early data. The error is one line that names the
/// file: it cannot be read, the key is another certificate's, a certificate of
/// the chain is not the issuer of the one before it, one of them is not valid
/// yet or no longer.
result<tls_context, std::string> make_tls_context(tls_options const& how);

}  // namespace samspil::server
