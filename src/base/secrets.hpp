// The directory of secrets (operations.md, [secrets]): pepper.key and audit.key.
#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>

namespace samspil::secrets {

struct keys {
  std::string pepper;  ///< 32 bytes
  std::string audit;   ///< Ed25519 private key, PEM
};

/// A secret that cannot be used; the text names the file.
class unusable : public std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// HOME/secrets.
std::filesystem::path default_directory(std::filesystem::path const& home);
/// Makes the directory (mode 0700) with fresh keys (0600). std::runtime_error when it is there already.
void create(std::filesystem::path const& directory);
/// `unusable` when one is missing, empty or open to others than its owner.
keys read(std::filesystem::path const& directory);

}  // namespace samspil::secrets
