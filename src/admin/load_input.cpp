#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "admin/descriptor.hpp"
#include "admin/load.hpp"

namespace samspil::admin {
namespace {

load_error cannot_read(std::string_view source, int number) {
  return {12, std::string(source) + ": cannot be read: " + std::strerror(number)};
}

}  // namespace

boost::system::result<std::string, load_error> read_file(int fd, std::string_view source) {
  struct stat about {};
  if (::fstat(fd, &about) != 0) return cannot_read(source, errno);
  if (S_ISDIR(about.st_mode)) return cannot_read(source, EISDIR);
  // One byte more than the file has, so that its end is seen without another piece.
  std::size_t const piece = 1024 * 1024;
  std::string out;
  std::size_t used = 0;
  out.resize(S_ISREG(about.st_mode) ? static_cast<std::size_t>(about.st_size) + 1 : piece);
  while (true) {
    ssize_t const n = ::read(fd, out.data() + used, out.size() - used);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return cannot_read(source, errno);
    if (n == 0) break;
    used += static_cast<std::size_t>(n);
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
