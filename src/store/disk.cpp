#include "store/disk.hpp"

#include <db.h>
#include <fcntl.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdarg>
#include <cstdio>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "store/error.hpp"
#include "store/fail_stop.hpp"

namespace samspil::store {
namespace {

constexpr std::string_view prepared_name = "next.log";  // Berkeley DB takes what begins with "log." for a log file

std::atomic<int (*)(int)> replaced_sync{nullptr};
std::atomic<ssize_t (*)(int, void const*, std::size_t, off_t)> replaced_write{nullptr};
std::atomic<bool> stops{true};
std::atomic<std::uint64_t> sync_count{0};

/// Directories in which the library made a file since they were last synced.
std::mutex directories_mutex;
std::vector<std::string> directories;
std::atomic<bool> any_directory{false};

int call_sync(int descriptor) {
  auto* const replaced = replaced_sync.load();
  return replaced != nullptr ? replaced(descriptor) : ::fdatasync(descriptor);
}

/// What the library does by itself: up to a hundred tries. Only for the
/// campaign that shows what that costs.
int sync_as_shipped(int descriptor) {
  for (int tries = 0; tries < 100; ++tries)
    if (call_sync(descriptor) == 0) return 0;
  return errno;
}

std::string parent_of(std::string_view path) {
  auto const slash = path.rfind('/');
  return slash == std::string_view::npos ? "." : std::string(path.substr(0, slash));
}

void note_new_name(char const* path) noexcept {
  std::lock_guard const lock(directories_mutex);
  std::string const parent = parent_of(path);
  for (auto const& one : directories)
    if (one == parent) return;
  directories.push_back(parent);
  any_directory = true;
}

bool sync_directory(std::string const& directory) noexcept {
  int const file = ::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (file < 0) return errno == ENOENT;  // it went away with its files
  bool const synced = ::fsync(file) == 0;
  ::close(file);
  return synced;
}

/// A file that was synced may still lose its name in a power cut. Whoever syncs
/// next waits for this, so that nobody answers before it.
void sync_new_names() noexcept {
  if (!any_directory.load(std::memory_order_acquire)) return;
  std::lock_guard const lock(directories_mutex);
  for (auto const& one : directories)
    if (!sync_directory(one)) fail_stop("sync of the database's directory", errno);
  directories.clear();
  any_directory.store(false, std::memory_order_release);
}

bool is_log_file(std::string_view path) {
  auto const name = path.substr(path.rfind('/') + 1);
  return name.size() == 14 && name.starts_with("log.");
}

/// The file that a descriptor stands for; empty when nobody says.
std::string name_of(int descriptor) {
  std::error_code failed;
  return std::filesystem::read_symlink("/proc/self/fd/" + std::to_string(descriptor), failed).string();
}

ssize_t write_here(int descriptor, void const* bytes, std::size_t count) {
  auto* const replaced = replaced_write.load();
  if (replaced == nullptr) return ::write(descriptor, bytes, count);
  off_t const at = ::lseek(descriptor, 0, SEEK_CUR);
  if (at < 0) return -1;
  ssize_t const written = replaced(descriptor, bytes, count, at);
  if (written > 0) ::lseek(descriptor, at + written, SEEK_SET);
  return written;
}

}  // namespace

extern "C" {
static int samspil_sync(int descriptor) {
  if (!stops.load()) return sync_as_shipped(descriptor);
  if (call_sync(descriptor) != 0) fail_stop("sync of a database file", errno);
  sync_new_names();
  sync_count.fetch_add(1, std::memory_order_relaxed);
  return 0;
}

/// All writes come here. The library holds the file's lock between its seek and this.
static ssize_t samspil_write(int descriptor, void const* bytes, std::size_t count) {
  if (!stops.load()) return write_here(descriptor, bytes, count);
  auto const* const from = static_cast<char const*>(bytes);
  for (std::size_t done = 0; done < count;) {
    ssize_t const written = write_here(descriptor, from + done, count - done);
    if (written > 0) {
      done += static_cast<std::size_t>(written);  // before a disk is full it takes a part
      continue;
    }
    int const why = written == 0 ? ENOSPC : errno;
    if (is_log_file(name_of(descriptor))) fail_stop("writing the log", why);
    errno = why;
    return done == 0 ? -1 : static_cast<ssize_t>(done);
  }
  return static_cast<ssize_t>(count);
}

static int samspil_open(char const* path, int how, ...) {
  va_list rest;
  va_start(rest, how);
  auto const mode = static_cast<mode_t>((how & O_CREAT) != 0 ? va_arg(rest, int) : 0);
  va_end(rest);
  bool const creates = (how & O_CREAT) != 0;
  if (creates && is_log_file(path)) {
    std::string const prepared = parent_of(path) + "/" + std::string(prepared_name);
    ::renameat2(AT_FDCWD, prepared.c_str(), AT_FDCWD, path,
                RENAME_NOREPLACE);  // there may be none, or a log file of this name
  }
  int const file = ::open(path, how | O_CLOEXEC, mode);
  if (file >= 0 && creates) note_new_name(path);
  return file;
}
}

void install_disk(options::seams const& seams) {
  replaced_sync = seams.sync;
  replaced_write = seams.write;
  stops = seams.fail_stop;
  int code = db_env_set_func_fsync(samspil_sync);
  if (code == 0) code = db_env_set_func_open(samspil_open);
  if (code == 0) code = db_env_set_func_write(samspil_write);
  if (code != 0) throw error("Berkeley DB refused the functions for its files");
}

std::uint64_t syncs_done() noexcept { return sync_count.load(std::memory_order_relaxed); }

bool prepare_log_file(std::filesystem::path const& directory, std::uint64_t bytes,
                      std::function<bool()> const& goes_on) {
  std::filesystem::path const prepared = directory / prepared_name;
  std::error_code failed;
  if (std::filesystem::exists(prepared, failed)) return true;
  auto const space = std::filesystem::space(directory, failed);
  if (failed || space.available / 8 < bytes) return false;
  std::filesystem::path const half = directory / "next.new";
  int const file = ::open(half.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (file < 0) return false;
  // Small pieces, each on the disk before the next: a sync of the log that
  // comes meanwhile waits for one of them at most.
  static constexpr std::size_t piece = 256 * 1024;
  static std::vector<char> const zeros(piece);
  bool good = true;
  for (std::uint64_t at = 0; good && at < bytes; at += piece)
    good = goes_on() && ::pwrite(file, zeros.data(), piece, static_cast<off_t>(at)) == static_cast<ssize_t>(piece) &&
           ::fdatasync(file) == 0;
  ::close(file);
  if (good) good = std::rename(half.c_str(), prepared.c_str()) == 0;
  if (!good) std::filesystem::remove(half, failed);
  return good;
}

}  // namespace samspil::store
