// The tool's side of HOME/admin.sock.
#pragma once

#include <boost/system/result.hpp>

#include <filesystem>
#include <map>
#include <optional>
#include <ostream>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "admin/descriptor.hpp"
#include "admin/result_file.hpp"

namespace samspil::admin {

/// A connection to the server on this home; nothing when none runs there.
/// std::system_error when one may be running but cannot be spoken to.
std::optional<descriptor> connect_to_server(std::filesystem::path const& home);

struct remote_command {
  std::vector<std::string> const& words;
  std::string_view input_line;
  std::map<std::string, int, std::less<>> const& files;
  unsigned columns;
  result_file* result = nullptr;  ///< where the command's result goes, of commands that have one
  std::stop_token cancelled{};  ///< asks the server to cancel; its answer comes all the same
};

/// Runs the command there, its output written as it comes; gives its exit
/// status, status::fault when the server goes away before it says one.
int run_remote(descriptor const& socket, remote_command const& what, std::ostream& out, std::ostream& err);

}  // namespace samspil::admin
