#include "base/certificate.hpp"

#include <fcntl.h>
#include <openssl/bio.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <memory>
#include <stdexcept>
#include <string>

namespace samspil::crypto {
namespace {

struct release {
  void operator()(EVP_PKEY* p) const { EVP_PKEY_free(p); }
  void operator()(X509* p) const { X509_free(p); }
  void operator()(X509_EXTENSION* p) const { X509_EXTENSION_free(p); }
  void operator()(BIO* p) const { BIO_free(p); }
};
template <class T>
using owned = std::unique_ptr<T, release>;

constexpr long valid_seconds = 10L * 365 * 24 * 3600;

void check(bool right, char const* what) {
  if (!right) throw std::runtime_error(std::string("making a certificate: ") + what);
}

void add_extension(X509* certificate, int nid, char const* value) {
  X509V3_CTX context;
  X509V3_set_ctx_nodb(&context);
  X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
  owned<X509_EXTENSION> const extension(X509V3_EXT_conf_nid(nullptr, &context, nid, value));
  check(extension && X509_add_ext(certificate, extension.get(), -1) == 1, "an extension");
}

std::string pem(BIO* memory) {
  char* data = nullptr;
  long const size = BIO_get_mem_data(memory, &data);
  return {data, static_cast<std::size_t>(size)};
}

EVP_PKEY* read_key(std::filesystem::path const& path) {
  owned<BIO> const file(BIO_new_file(path.c_str(), "r"));
  auto const no_passphrase = [](char*, int, int, void*) { return -1; };
  EVP_PKEY* const key = file ? PEM_read_bio_PrivateKey(file.get(), nullptr, no_passphrase, nullptr) : nullptr;
  if (key == nullptr) throw std::runtime_error(path.string() + ": no private key in PEM");
  return key;
}

void write_new(std::filesystem::path const& path, std::string const& text, mode_t mode) {
  int const file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
  if (file < 0) throw std::runtime_error(path.string() + ": " + std::strerror(errno));
  bool const written =
      ::write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size()) && ::fsync(file) == 0;
  ::close(file);
  if (!written) throw std::runtime_error(path.string() + ": cannot be written");
}

}  // namespace

void write_self_signed(std::filesystem::path const& certificate_file, std::filesystem::path const& key_file) {
  bool const is_new = !std::filesystem::exists(key_file);
  owned<EVP_PKEY> const key(is_new ? EVP_EC_gen("P-256") : read_key(key_file));
  owned<X509> const certificate(X509_new());
  check(key && certificate, "a key");
  check(X509_set_version(certificate.get(), X509_VERSION_3) == 1, "its version");
  {
    BIGNUM* const number = BN_new();
    check(number != nullptr && BN_rand(number, 127, BN_RAND_TOP_ONE, BN_RAND_BOTTOM_ANY) == 1 &&
              BN_to_ASN1_INTEGER(number, X509_get_serialNumber(certificate.get())) != nullptr,
          "a serial number");
    BN_free(number);
  }
  check(X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -300) != nullptr, "its dates");
  check(X509_gmtime_adj(X509_getm_notAfter(certificate.get()), valid_seconds) != nullptr, "its dates");
  check(X509_set_pubkey(certificate.get(), key.get()) == 1, "its key");
  X509_NAME* const name = X509_get_subject_name(certificate.get());
  check(X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, reinterpret_cast<unsigned char const*>("localhost"), -1,
                                   -1, 0) == 1 &&
            X509_set_issuer_name(certificate.get(), name) == 1,
        "its name");
  add_extension(certificate.get(), NID_basic_constraints, "critical,CA:TRUE");
  add_extension(certificate.get(), NID_subject_key_identifier, "hash");
  add_extension(certificate.get(), NID_subject_alt_name, "DNS:localhost,IP:127.0.0.1,IP:::1");
  bool const digests_itself = EVP_PKEY_is_a(key.get(), "ED25519") == 1 || EVP_PKEY_is_a(key.get(), "ED448") == 1;
  check(X509_sign(certificate.get(), key.get(), digests_itself ? nullptr : EVP_sha256()) > 0, "its signature");

  owned<BIO> const key_pem(BIO_new(BIO_s_mem()));
  owned<BIO> const certificate_pem(BIO_new(BIO_s_mem()));
  check(PEM_write_bio_PrivateKey(key_pem.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) == 1 &&
            PEM_write_bio_X509(certificate_pem.get(), certificate.get()) == 1,
        "PEM");
  if (is_new) write_new(key_file, pem(key_pem.get()), 0600);
  write_new(certificate_file, pem(certificate_pem.get()), 0644);
}

}  // namespace samspil::crypto
