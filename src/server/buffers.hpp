// Internal. The bytes of a connection that may hold a password (LOGN, the logon of CPR Direkte): wherever they have
// stood they are wiped, whichever messages they are. That costs some nanoseconds for each, and none is forgotten.
#pragma once

#include <cstddef>
#include <span>
#include <string>

namespace samspil::server {

/// Empties `buffer`; gives its memory back when it is more than a quiet connection should keep.
void let_go(std::string& buffer);
/// Puts `bytes` behind what `to` has. Where `to` stood before nothing of it stays.
void append_to(std::string& to, std::span<char const> bytes);
/// Takes `count` bytes off the front of `of`, and nothing of them or behind the rest stays.
void drop_front(std::string& of, std::size_t count);

}  // namespace samspil::server
