// samspild from its configuration file to its end.
#pragma once

#include <filesystem>

namespace samspil::server {

/// Serves until SIGTERM or SIGINT. The exit status: 0 after a drain, 12 for a
/// configuration or home that cannot be used, 16 when the machine is at fault
/// (the home in use by another process, an address that cannot be bound).
int run(std::filesystem::path const& configuration);

}  // namespace samspil::server
