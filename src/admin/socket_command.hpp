// One command that came over the socket: takes it, runs it, answers.
#pragma once

#include <stop_token>
#include <string>

#include "admin/run.hpp"

namespace samspil::admin {

/// What a request may hold; more is no request.
struct request_limits {
  static constexpr std::size_t arguments_max = 4096;
  static constexpr std::size_t bytes_max = std::size_t{1} << 20;
  static constexpr std::size_t files_max = 64;
};

/// What the server lends to a command.
struct socket_home {
  std::filesystem::path const& home;
  store::database& db;
  clock const& time;
  std::string const& pepper;
  live_server live{};
};
/// Reads one request from `socket` and answers it; nothing is answered to what is no request.
void serve_command(int socket, socket_home const& where, actor const& who, std::stop_token cancelled);

/// Says why nothing is run, and the exit status.
void refuse_command(int socket, int exit_status, std::string_view text);

}  // namespace samspil::admin
