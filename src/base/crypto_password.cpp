// Argon2id in PHC form: $argon2id$v=19$m=19456,t=2,p=1$SALT$HASH, base64 without padding.
#include <argon2.h>
#include <openssl/evp.h>

#include <array>
#include <cstdio>
#include <cstring>
#include <optional>
#include <stdexcept>

#include "base/crypto.hpp"

namespace samspil::crypto {
namespace {

constexpr std::uint32_t memory_kib = 19 * 1024;
constexpr std::uint32_t passes = 2;
constexpr std::uint32_t lanes = 1;
constexpr std::size_t salt_length = 16;
constexpr std::size_t hash_length = 32;

std::string base64(std::string_view bytes) {
  std::string out(4 * ((bytes.size() + 2) / 3) + 1, '\0');
  int const n = EVP_EncodeBlock(reinterpret_cast<unsigned char*>(out.data()),
                                reinterpret_cast<unsigned char const*>(bytes.data()), static_cast<int>(bytes.size()));
  out.resize(static_cast<std::size_t>(n));
  while (!out.empty() && out.back() == '=') out.pop_back();
  return out;
}

std::optional<std::string> from_base64(std::string_view text) {
  std::string padded(text);
  std::size_t const padding = (4 - padded.size() % 4) % 4;
  padded.append(padding, '=');
  std::string out(padded.size() / 4 * 3 + 1, '\0');
  int const n = EVP_DecodeBlock(reinterpret_cast<unsigned char*>(out.data()),
                                reinterpret_cast<unsigned char const*>(padded.data()), static_cast<int>(padded.size()));
  if (n < 0 || padding > 2) return std::nullopt;
  out.resize(static_cast<std::size_t>(n) - padding);
  return out;
}

struct cost {
  std::uint32_t memory = memory_kib;
  std::uint32_t time = passes;
  std::uint32_t parallel = lanes;
};

std::string argon2id(std::string_view password, std::string_view pepper, std::string_view salt, cost const& work) {
  std::string hash(hash_length, '\0');
  argon2_context context{};
  auto const bytes = [](std::string_view text) {
    return reinterpret_cast<std::uint8_t*>(const_cast<char*>(text.data()));  // read only by the library
  };
  context.out = reinterpret_cast<std::uint8_t*>(hash.data());
  context.outlen = hash_length;
  context.pwd = bytes(password);
  context.pwdlen = static_cast<std::uint32_t>(password.size());
  context.salt = bytes(salt);
  context.saltlen = static_cast<std::uint32_t>(salt.size());
  context.secret = bytes(pepper);
  context.secretlen = static_cast<std::uint32_t>(pepper.size());
  context.t_cost = work.time;
  context.m_cost = work.memory;
  context.lanes = work.parallel;
  context.threads = work.parallel;
  context.version = ARGON2_VERSION_13;
  context.flags = ARGON2_DEFAULT_FLAGS;
  if (int const code = argon2id_ctx(&context); code != ARGON2_OK)
    throw std::runtime_error(std::string("Argon2id: ") + argon2_error_message(code));
  return hash;
}

struct stored_hash {
  cost work;
  std::string salt;
  std::string hash;
};

std::optional<stored_hash> parse(std::string_view phc) {
  while (!phc.empty() && phc.back() == ' ') phc.remove_suffix(1);
  std::string const text(phc);
  stored_hash out;
  int end = 0;
  if (std::sscanf(text.c_str(), "$argon2id$v=19$m=%7u,t=%2u,p=%2u$%n", &out.work.memory, &out.work.time,
                  &out.work.parallel, &end) != 3 || end == 0)
    return std::nullopt;
  std::size_t const dollar = text.find('$', static_cast<std::size_t>(end));
  if (dollar == std::string::npos) return std::nullopt;
  auto salt =
      from_base64(std::string_view(text).substr(static_cast<std::size_t>(end), dollar - static_cast<std::size_t>(end)));
  auto hash = from_base64(std::string_view(text).substr(dollar + 1));
  if (!salt || !hash || salt->size() < 8 || hash->size() != hash_length) return std::nullopt;
  out.salt = std::move(*salt);
  out.hash = std::move(*hash);
  return out;
}

}  // namespace

std::string hash_password(std::string_view password, std::string_view pepper) {
  std::string const salt = random_bytes(salt_length);
  std::string const hash = argon2id(password, pepper, salt, {});
  return "$argon2id$v=19$m=" + std::to_string(memory_kib) + ",t=" + std::to_string(passes) + ",p=" +
         std::to_string(lanes) + "$" + base64(salt) + "$" + base64(hash);
}

bool verify_password(std::string_view password, std::string_view pepper, std::string_view phc) {
  auto const stored = parse(phc);
  if (!stored) {
    argon2id(password, pepper, std::string(salt_length, '.'), {});  // an unknown user costs the same
    return false;
  }
  return equal_secret(argon2id(password, pepper, stored->salt, stored->work), stored->hash);
}

}  // namespace samspil::crypto
