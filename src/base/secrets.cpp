#include "base/secrets.hpp"

#include <fcntl.h>
#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <stdexcept>

#include "base/crypto.hpp"

namespace samspil::secrets {
namespace {

constexpr std::size_t pepper_length = 32;

void write_new(std::filesystem::path const& path, std::string const& bytes) {
  int const file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (file < 0) throw std::runtime_error(path.string() + ": " + std::strerror(errno));
  bool const written =
      ::write(file, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()) && ::fsync(file) == 0;
  ::close(file);
  if (!written) throw std::runtime_error(path.string() + ": cannot be written");
}

std::string read_secret(std::filesystem::path const& path) {
  int const file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) throw unusable(path.string() + ": " + std::strerror(errno));
  struct stat about {};
  std::array<char, 4096> room{};
  ssize_t n = -1;
  bool const own = ::fstat(file, &about) == 0 && (about.st_mode & 077) == 0;
  if (own) n = ::read(file, room.data(), room.size());
  ::close(file);
  if (!own) throw unusable(path.string() + ": may be read by others than its owner (chmod 600)");
  if (n <= 0) throw unusable(path.string() + ": is empty or cannot be read");
  std::string out(room.data(), static_cast<std::size_t>(n));
  crypto::wipe(room.data(), room.size());
  return out;
}

std::string new_signing_key() {
  EVP_PKEY* const key = EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519");
  BIO* const memory = BIO_new(BIO_s_mem());
  bool const made = key != nullptr && memory != nullptr &&
                    PEM_write_bio_PrivateKey(memory, key, nullptr, nullptr, 0, nullptr, nullptr) == 1;
  std::string pem;
  if (made) {
    char* data = nullptr;
    long const size = BIO_get_mem_data(memory, &data);
    pem.assign(data, static_cast<std::size_t>(size));
  }
  BIO_free(memory);
  EVP_PKEY_free(key);
  if (!made) throw std::runtime_error("making the audit key: libcrypto failed");
  return pem;
}

}  // namespace

std::filesystem::path default_directory(std::filesystem::path const& home) { return home / "secrets"; }

void create(std::filesystem::path const& directory) {
  if (::mkdir(directory.c_str(), 0700) != 0) throw std::runtime_error(directory.string() + ": " + std::strerror(errno));
  write_new(directory / "pepper.key", crypto::random_bytes(pepper_length));
  write_new(directory / "audit.key", new_signing_key());
}

keys read(std::filesystem::path const& directory) {
  keys out{read_secret(directory / "pepper.key"), read_secret(directory / "audit.key")};
  if (out.pepper.size() != pepper_length)
    throw unusable((directory / "pepper.key").string() + ": expected 32 bytes");
  return out;
}

}  // namespace samspil::secrets
