#include "admin/socket_address.hpp"

#include <fcntl.h>

#include <cerrno>
#include <string>
#include <system_error>

#include "admin/socket_server.hpp"

namespace samspil::admin {

std::filesystem::path socket_path(std::filesystem::path const& home) { return home / "admin.sock"; }

socket_address address_in(std::filesystem::path const& home) {
  socket_address out;
  out.bytes.sun_family = AF_UNIX;
  std::string path = socket_path(home).string();
  if (path.size() >= sizeof out.bytes.sun_path) {
    out.directory = descriptor(::open(home.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    if (!out.directory) throw std::system_error(errno, std::generic_category(), home.string());
    path = "/proc/self/fd/" + std::to_string(out.directory.get()) + "/admin.sock";
  }
  path.copy(out.bytes.sun_path, path.size());
  return out;
}

}  // namespace samspil::admin
