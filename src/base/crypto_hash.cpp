// SHA-256 for the audit chain: one row hashed costs well under a microsecond,
// because the algorithm is fetched once and each thread keeps its context.
#include <openssl/evp.h>

#include <array>
#include <memory>
#include <stdexcept>

#include "base/crypto.hpp"

namespace samspil::crypto {
namespace {

struct free_context {
  void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};

EVP_MD const* sha256() {
  static EVP_MD const* const algorithm = EVP_MD_fetch(nullptr, "SHA256", nullptr);
  return algorithm;
}

[[noreturn]] void fail() { throw std::runtime_error("SHA-256: libcrypto failed"); }

}  // namespace

std::string sha256_hex(std::string_view first, std::string_view second) {
  thread_local std::unique_ptr<EVP_MD_CTX, free_context> const context{EVP_MD_CTX_new()};
  if (!context || sha256() == nullptr || EVP_DigestInit_ex2(context.get(), sha256(), nullptr) != 1) fail();
  if (EVP_DigestUpdate(context.get(), first.data(), first.size()) != 1) fail();
  if (EVP_DigestUpdate(context.get(), second.data(), second.size()) != 1) fail();
  std::array<unsigned char, 32> digest{};
  unsigned size = 0;
  if (EVP_DigestFinal_ex(context.get(), digest.data(), &size) != 1 || size != digest.size()) fail();
  constexpr char const* digits = "0123456789abcdef";
  std::string hex(64, '0');
  for (std::size_t i = 0; i < digest.size(); ++i) {
    hex[2 * i] = digits[digest[i] >> 4];
    hex[2 * i + 1] = digits[digest[i] & 15];
  }
  return hex;
}

std::string sha256_hex(std::string_view data) { return sha256_hex(data, {}); }

}  // namespace samspil::crypto
