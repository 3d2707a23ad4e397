// A self-signed certificate for a test installation.
#pragma once

#include <filesystem>

namespace samspil::crypto {

/// Writes an ECDSA P-256 key (mode 0600), unless there is a key already, and a certificate for localhost, 127.0.0.1 and
/// ::1, valid for ten years, both PEM. std::runtime_error when that fails, the key that is there is none or the
/// certificate is there already.
void write_self_signed(std::filesystem::path const& certificate, std::filesystem::path const& key);

}  // namespace samspil::crypto
