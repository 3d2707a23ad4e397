// The configuration file (operations.md): every key with its default, checked
// whole before anything starts.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "base/result.hpp"
#include "server/server.hpp"
#include "session/service.hpp"

namespace samspil::server {

struct config_error {
  std::string file;
  unsigned line = 0;    ///< 1-based; 0 when the file could not be read at all
  unsigned column = 0;  ///< 1-based
  std::string what;

  /// `samspild.toml: line 3, column 1: unknown key limits.idel`.
  std::string text() const;
};

/// Paths are absolute or relative to the process's directory: those of the file
/// are joined to its own directory already.
struct config {
  std::filesystem::path home = "/var/lib/samspil";
  std::uint64_t cache_bytes = std::uint64_t{256} << 20;
  std::uint64_t free_space = std::uint64_t{64} << 20;  ///< with less of it on the home's disk saves are refused
  std::vector<listener_options> listeners;  ///< one with the defaults when the file names none
  std::optional<date> business_date;        ///< nothing: "auto"
  std::string time_zone = "Europe/Copenhagen";
  std::string effectuate_at = "00:10";      ///< HH:MM; empty: only by command
  limits socket_limits;
  session::limits session_limits;
  std::size_t logons_waiting = 256;         ///< for their password's hash; more get 08
  std::string metrics_address = "127.0.0.1";
  unsigned short metrics_port = 0;
  bool durable_lookups = true;
  std::filesystem::path secrets;            ///< [secrets] directory; empty: the home's own
};

/// The file as a configuration, or the first thing in it that is wrong: no
/// TOML, an unknown key, a wrong type or value, something that this version
/// does not serve yet.
result<config, config_error> read_config(std::filesystem::path const& file);
/// The same of a text; `file` names it in errors and is what paths are relative to.
result<config, config_error> parse_config(std::string_view text, std::filesystem::path const& file);

}  // namespace samspil::server
