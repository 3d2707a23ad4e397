// The only door to libcrypto and libargon2.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace samspil::crypto {

/// SHA-256 of `data`, 64 lower-case hex digits.
std::string sha256_hex(std::string_view data);
/// SHA-256 of two parts one after the other, 64 lower-case hex digits.
std::string sha256_hex(std::string_view first, std::string_view second);
/// `count` bytes from the system's generator; throws std::runtime_error when it fails.
std::string random_bytes(std::size_t count);
/// A token of `length` characters of [A-Za-z0-9_-], six random bits each.
std::string random_token(std::size_t length);
/// The same of [A-Za-z0-9], each as likely as the others.
std::string random_letters(std::size_t length);
/// Compares in a time that depends on the lengths only.
bool equal_secret(std::string_view a, std::string_view b);
/// Overwrites a secret before it is let go.
void wipe(std::string& secret);
void wipe(char* data, std::size_t size);

/// Argon2id (t=2, m=19 MiB, p=1), 16-byte random salt, 32-byte hash, in PHC
/// form (at most 128 characters). The pepper goes into Argon2's secret input.
std::string hash_password(std::string_view password, std::string_view pepper);
/// Whether `password` gives the stored PHC hash; false for a malformed one.
/// Costs the same work for a malformed or empty hash (an unknown user).
bool verify_password(std::string_view password, std::string_view pepper, std::string_view phc);

}  // namespace samspil::crypto
