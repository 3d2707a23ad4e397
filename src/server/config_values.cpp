#include "server/config_values.hpp"

#include <arpa/inet.h>

#include <array>
#include <charconv>
#include <filesystem>
#include <string>
#include <utility>

namespace samspil::server {
namespace {

struct quantity {
  std::uint64_t number;
  std::string_view unit;
};

std::optional<quantity> split(std::string_view text) {
  std::uint64_t number = 0;
  auto const [end, wrong] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (wrong != std::errc() || number == 0) return std::nullopt;
  return quantity{number, text.substr(static_cast<std::size_t>(end - text.data()))};
}

using units = std::array<std::pair<std::string_view, std::uint64_t>, 5>;

// The product when unit is one of these and it is not above `most`.
std::optional<std::uint64_t> scaled(std::string_view text, units const& known, std::uint64_t most) {
  auto const given = split(text);
  if (!given) return std::nullopt;
  for (auto const& [unit, factor] : known) {
    if (unit != given->unit) continue;
    if (given->number > most / factor) return std::nullopt;
    return given->number * factor;
  }
  return std::nullopt;
}

constexpr units durations{{{"ms", 1}, {"s", 1000}, {"m", 60'000}, {"h", 3'600'000}, {"d", 86'400'000}}};
constexpr units sizes{{{"", 1},
                       {"KiB", std::uint64_t{1} << 10},
                       {"MiB", std::uint64_t{1} << 20},
                       {"GiB", std::uint64_t{1} << 30},
                       {"TiB", std::uint64_t{1} << 40}}};

bool digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

std::optional<std::chrono::milliseconds> parse_duration(std::string_view text) {
  auto const ms = scaled(text, durations, 3'650ULL * 86'400'000);
  if (!ms) return std::nullopt;
  return std::chrono::milliseconds(static_cast<std::int64_t>(*ms));
}

std::optional<std::uint64_t> parse_size(std::string_view text) { return scaled(text, sizes, std::uint64_t{1} << 50); }

bool is_time_of_day(std::string_view text) {
  if (text.empty()) return true;
  bool const form = text.size() == 5 && digit(text[0]) && digit(text[1]) && text[2] == ':' && digit(text[3]) &&
                    digit(text[4]);
  return form && text.substr(0, 2) <= "23" && text[3] <= '5';
}

bool is_address(std::string_view text) {
  in6_addr address{};
  std::string const z(text);
  return ::inet_pton(AF_INET, z.c_str(), &address) == 1 || ::inet_pton(AF_INET6, z.c_str(), &address) == 1;
}

bool is_time_zone(std::string_view name) {
  if (name == "UTC") return true;
  if (name.empty() || name.front() == '/' || name.find("..") != std::string_view::npos) return false;
  std::error_code ignored;
  return std::filesystem::is_regular_file(std::filesystem::path("/usr/share/zoneinfo") / name, ignored);
}

}  // namespace samspil::server
