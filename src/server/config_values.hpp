// Internal. The texts of the configuration that are more than texts.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>

namespace samspil::server {

/// An integer above zero with ms, s, m, h or d, at most 3,650 days.
std::optional<std::chrono::milliseconds> parse_duration(std::string_view text);
/// An integer above zero with KiB, MiB, GiB or TiB, or bytes without a unit.
std::optional<std::uint64_t> parse_size(std::string_view text);
/// HH:MM, or empty.
bool is_time_of_day(std::string_view text);
/// An IPv4 or IPv6 address, textual.
bool is_address(std::string_view text);
/// A name of the system's zone database.
bool is_time_zone(std::string_view name);

}  // namespace samspil::server
