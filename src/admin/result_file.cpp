#include "admin/result_file.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

#include <cerrno>
#include <cstring>

namespace samspil::admin {
namespace {

std::filesystem::path half_of(std::filesystem::path const& name) { return name.string() + ".tmp"; }

/// Whether the name still means this file: one who had it before may have given it its final name meanwhile.
bool still_named(descriptor const& file, std::filesystem::path const& name) {
  struct stat opened {};
  struct stat named {};
  return ::fstat(file.get(), &opened) == 0 && ::stat(name.c_str(), &named) == 0 && opened.st_dev == named.st_dev &&
         opened.st_ino == named.st_ino;
}

/// What a kill left is the caller's own; anything else was put there by somebody who wants to have, or to lose, what is
/// written to it.
bool is_own_file(descriptor const& file) {
  struct stat opened {};
  return ::fstat(file.get(), &opened) == 0 && S_ISREG(opened.st_mode) && opened.st_uid == ::geteuid() &&
         opened.st_nlink == 1;
}

std::string file_error(std::filesystem::path const& name) { return name.string() + ": " + std::strerror(errno); }

}  // namespace

std::optional<std::string> write_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    ssize_t const n = ::write(fd, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return std::string(std::strerror(n < 0 ? errno : ENOSPC));
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
  return std::nullopt;
}

std::optional<std::string> stream_result::write(std::string_view bytes) {
  if (to_.write(bytes.data(), static_cast<std::streamsize>(bytes.size()))) return std::nullopt;
  return "standard output cannot be written";
}

std::optional<std::string> stream_result::place() {
  if (to_.flush()) return std::nullopt;
  return "standard output cannot be written";
}

value_result<std::unique_ptr<named_result>> named_result::open(std::filesystem::path const& given) {
  std::error_code missing;
  std::filesystem::path const real = std::filesystem::canonical(given, missing);
  std::filesystem::path const name = missing ? given : real;
  if (!missing && !std::filesystem::is_regular_file(name)) return wrong_value(given.string(), "is no regular file");
  std::filesystem::path const half = half_of(name);
  for (;;) {
    // Persons' data are nobody's but the caller's, whatever the umask says, until the caller gives them away.
    // A pipe of that name must not hold the call up.
    descriptor file(::open(half.c_str(), O_WRONLY | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0600));
    if (!file) return wrong_value(half.string(), std::strerror(errno));
    if (::flock(file.get(), LOCK_EX | LOCK_NB) != 0) return wrong_value(half.string(), "another process is writing it");
    if (!still_named(file, half)) continue;
    if (!is_own_file(file))
      return wrong_value(half.string(), "is there and not taken over: expected a file of yours with this one name");
    if (::fchmod(file.get(), 0600) != 0) return wrong_value(half.string(), std::strerror(errno));
    if (::ftruncate(file.get(), 0) != 0) return wrong_value(half.string(), std::strerror(errno));
    return std::unique_ptr<named_result>(new named_result(name, std::move(file)));
  }
}

named_result::named_result(std::filesystem::path name, descriptor file)
    : name_(std::move(name)), half_(half_of(name_)), file_(std::move(file)) {}

named_result::~named_result() {
  if (!placed_) ::unlink(half_.c_str());
}

std::optional<std::string> named_result::write(std::string_view bytes) {
  auto const wrong = write_all(file_.get(), bytes);
  if (!wrong) return std::nullopt;
  return half_.string() + ": " + *wrong;
}

std::optional<std::string> named_result::place() {
  if (::fsync(file_.get()) != 0) return file_error(half_);
  if (::rename(half_.c_str(), name_.c_str()) != 0) return file_error(name_);
  placed_ = true;
  std::filesystem::path const parent = name_.parent_path();
  descriptor const directory(::open(parent.empty() ? "." : parent.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!directory || ::fsync(directory.get()) != 0) return file_error(name_);
  return std::nullopt;
}

}  // namespace samspil::admin
