// The records are ISO-8859-1, terminals and JSON are UTF-8.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace samspil::admin {

/// `latin1` as UTF-8.
std::string to_utf8(std::string_view latin1);
/// The same for a terminal: control characters become `?`, so that no record can command it.
std::string to_terminal(std::string_view latin1);
/// `utf8` as ISO-8859-1; nothing when it is not UTF-8 or has other characters.
std::optional<std::string> to_latin1(std::string_view utf8);
/// Characters (not bytes) of well-formed UTF-8.
std::size_t width_of(std::string_view utf8);

}  // namespace samspil::admin
