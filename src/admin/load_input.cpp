#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>

#include "admin/descriptor.hpp"
#include "admin/load.hpp"

namespace samspil::admin {
namespace {

load_error cannot_read(std::string_view source, int number) {
  return {12, std::string(source) + ": cannot be read: " + std::strerror(number)};
}

/// Bytes of a file that may be taken into memory: a third of what is free, for a pipe is copied once. A server must not
/// be killed for a command's file.
std::uint64_t room() {
  std::ifstream in("/proc/meminfo");
  std::string name, unit;
  for (std::uint64_t kib = 0; in >> name >> kib; std::getline(in, unit))
    if (name == "MemAvailable:") return kib * 1024 / 3;
  auto const pages = static_cast<std::uint64_t>(::sysconf(_SC_AVPHYS_PAGES));
  return pages * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE)) / 3;
}

load_error too_big(std::string_view source, std::uint64_t most) {
  return {12,
          std::string(source) + ": is larger than a third of the free memory (" + std::to_string(most >> 20) + " MiB)"};
}

}  // namespace

boost::system::result<std::string, load_error> read_file(int fd, std::string_view source) {
  struct stat about {};
  if (::fstat(fd, &about) != 0) return cannot_read(source, errno);
  if (S_ISDIR(about.st_mode)) return cannot_read(source, EISDIR);
  // One byte more than the file has, so that its end is seen without another piece.
  std::size_t const piece = 1024 * 1024;
  std::uint64_t const most = room();
  if (S_ISREG(about.st_mode) && static_cast<std::uint64_t>(about.st_size) > most) return too_big(source, most);
  std::string out;
  std::size_t used = 0;
  out.resize(S_ISREG(about.st_mode) ? static_cast<std::size_t>(about.st_size) + 1 : piece);
  while (true) {
    ssize_t const n = ::read(fd, out.data() + used, out.size() - used);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return cannot_read(source, errno);
    if (n == 0) break;
    used += static_cast<std::size_t>(n);
    if (used > most) return too_big(source, most);
    if (used == out.size()) out.resize(out.size() + piece);
  }
  out.resize(used);
  return out;
}

boost::system::result<std::string, load_error> read_file(std::string const& path) {
  descriptor const file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file) return cannot_read(path, errno);
  return read_file(file.get(), path);
}

}  // namespace samspil::admin
