// The TLS half of a connection: what is set up before the handshake.
#pragma once

#include <openssl/ssl.h>

#include <memory>
#include <string>

#include "client/connection.hpp"

namespace samspil::client {

struct deleter {
  void operator()(SSL_CTX* p) const { SSL_CTX_free(p); }
  void operator()(SSL* p) const { SSL_free(p); }
  void operator()(BIO_METHOD* p) const { BIO_meth_free(p); }
};
template <class T>
using owned = std::unique_ptr<T, deleter>;

/// The library's own reason of the last failure, empty when it queued none.
std::string tls_reason();

/// The library's socket BIO with a write that raises no SIGPIPE: a server that
/// hangs up must not end a test or a batch run. Null when memory is out.
owned<BIO_METHOD> quiet_socket();

/// TLS 1.2 or newer, with the certificates of `to`. connection_error when a file cannot be used.
owned<SSL_CTX> make_context(endpoint const& to);

/// Server name and what the certificate must name: an address is compared with
/// the certificate's addresses, a name with its names. False when memory is out.
bool name_peer(SSL* ssl, endpoint const& to);

}  // namespace samspil::client
