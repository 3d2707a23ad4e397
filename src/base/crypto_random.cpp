#include <openssl/crypto.h>
#include <openssl/rand.h>

#include <stdexcept>

#include "base/crypto.hpp"

namespace samspil::crypto {

std::string random_bytes(std::size_t count) {
  std::string out(count, '\0');
  if (RAND_bytes(reinterpret_cast<unsigned char*>(out.data()), static_cast<int>(count)) != 1)
    throw std::runtime_error("the system gives no random bytes");
  return out;
}

std::string random_token(std::size_t length) {
  constexpr char const* letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";
  std::string out = random_bytes(length);
  for (char& c : out) c = letters[static_cast<unsigned char>(c) & 63];
  return out;
}

std::string random_letters(std::size_t length) {
  std::string out;
  while (out.size() < length)
    for (char const c : random_token(length))
      if (c != '_' && c != '-' && out.size() < length) out.push_back(c);
  return out;
}

bool equal_secret(std::string_view a, std::string_view b) {
  return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

void wipe(std::string& secret) {
  OPENSSL_cleanse(secret.data(), secret.size());
  secret.clear();
}

void wipe(char* data, std::size_t size) { OPENSSL_cleanse(data, size); }

}  // namespace samspil::crypto
