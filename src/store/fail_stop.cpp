#include "store/fail_stop.hpp"

#include <db.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdio>
#include <mutex>
#include <stdexcept>
#include <vector>

#include "store/database.hpp"

namespace samspil::store {
namespace {

std::atomic<int (*)(int)> replaced_sync{nullptr};
std::atomic<bool> stops{true};
std::atomic<int> directory{-1};
std::atomic<std::uint64_t> done{0};

int call_sync(int descriptor) {
  auto* const replaced = replaced_sync.load();
  return replaced != nullptr ? replaced(descriptor) : ::fdatasync(descriptor);
}

/// True once for each file of the process's life, by device and inode.
bool is_new_file(int descriptor) {
  static std::mutex mutex;
  static std::vector<std::pair<dev_t, ino_t>> seen;
  struct stat about {};
  if (::fstat(descriptor, &about) != 0) return true;
  std::pair const file{about.st_dev, about.st_ino};
  std::lock_guard const lock(mutex);
  for (auto i = seen.rbegin(); i != seen.rend(); ++i)  // the log's file is the newest
    if (*i == file) return false;
  if (seen.size() > 1000) seen.clear();
  seen.push_back(file);
  return true;
}

/// What the library does by itself: up to a hundred tries. Only for the
/// campaign that shows what that costs.
int sync_as_shipped(int descriptor) {
  for (int tries = 0; tries < 100; ++tries)
    if (call_sync(descriptor) == 0) return 0;
  return errno;
}

}  // namespace

void fail_stop(char const* what, int code) noexcept {
  char line[400];
  int const size = std::snprintf(line, sizeof line, "samspil: the database stops: %s: %s\n", what, db_strerror(code));
  if (size > 0) {
    auto const written = ::write(STDERR_FILENO, line, static_cast<std::size_t>(size));
    static_cast<void>(written);
  }
  ::_exit(database::fail_stop_status);
}

extern "C" {
static int samspil_sync_once(int descriptor) {
  if (!stops.load()) return sync_as_shipped(descriptor);
  if (call_sync(descriptor) != 0) fail_stop("sync of a database file", errno);
  if (int const parent = directory.load(); parent >= 0 && is_new_file(descriptor))
    if (::fsync(parent) != 0) fail_stop("sync of the database's directory", errno);
  done.fetch_add(1, std::memory_order_relaxed);
  return 0;
}
}

void install_sync(options::seams const& seams) {
  replaced_sync = seams.sync;
  stops = seams.fail_stop;
  if (db_env_set_func_fsync(samspil_sync_once) != 0) throw error("Berkeley DB refused the sync function");
}

void sync_directory(int descriptor) noexcept { directory = descriptor; }

std::uint64_t syncs_done() noexcept { return done.load(std::memory_order_relaxed); }

}  // namespace samspil::store
