// The administrator's door to a running server: HOME/admin.sock. It runs the
// same commands as the tool does on a database of its own.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "admin/live_server.hpp"
#include "base/clock.hpp"
#include "store/database.hpp"

namespace samspil::admin {

struct socket_options {
  std::string group = "samspil-admin";  ///< whose members get in, where there is such a group
  unsigned commands_max = 8;            ///< at a time; more are refused
  live_server live{};                   ///< outlives the socket
};

class socket_server {
 public:
  /// Listens on HOME/admin.sock when it returns: mode 0660 and the group where
  /// there is one, else 0600. A socket that is there is stale, since one
  /// process owns the home, and is removed. `db` and `time` outlive this.
  /// std::runtime_error when it cannot listen.
  socket_server(std::filesystem::path const& home, store::database& db, clock const& time, std::string pepper,
                socket_options const& how = {});
  /// Cancels what runs, waits for it and removes the socket.
  ~socket_server();
  socket_server(socket_server const&) = delete;
  socket_server& operator=(socket_server const&) = delete;

 private:
  struct state;
  std::unique_ptr<state> state_;
};

/// HOME/admin.sock.
std::filesystem::path socket_path(std::filesystem::path const& home);

}  // namespace samspil::admin
