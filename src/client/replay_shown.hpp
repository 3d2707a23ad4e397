// How values of a message are shown to people: no password and no token ever,
// personnummer only when they are asked for.
#pragma once

#include <string>
#include <string_view>

#include "client/layouts.hpp"

namespace samspil::client::replay {

/// TOKEN, KENDEORD and NYT-KENDEORD.
bool is_secret(layout_item const& item);

/// `bytes` of `item` with every byte of a secret as `*`, and unless `clear` the
/// digits of a personnummer too: those of a field of ten digits other than
/// zeros, and in a text each run of ten digits, also written 010203-0405.
std::string masked(layout_item const& item, std::string_view bytes, bool clear);
/// The same for bytes that no layout explains: runs of ten digits or more.
std::string masked_unknown(std::string_view bytes, bool clear);

/// ISO-8859-1 as UTF-8, for a terminal; control characters as `.`.
std::string for_terminal(std::string_view bytes);
/// `text` as a JSON string with its quotes; ISO-8859-1 comes out as UTF-8.
std::string json_string(std::string_view bytes);

}  // namespace samspil::client::replay
