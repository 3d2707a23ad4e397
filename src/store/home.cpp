#include "store/home.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string>
#include <utility>

#include "base/ownership.hpp"
#include "store/error.hpp"

namespace samspil::store {
namespace {

constexpr char closed_mark = 'C';
constexpr char open_mark = 'O';

std::string reason() { return std::strerror(errno); }

struct open_file {
  explicit open_file(int descriptor) : number(descriptor) {}
  ~open_file() {
    if (number >= 0) ::close(number);
  }
  open_file(open_file const&) = delete;
  open_file& operator=(open_file const&) = delete;
  int number;
};

void drop_page_cache(std::filesystem::path const& directory) {
  for (auto const& entry : std::filesystem::directory_iterator(directory)) {
    if (!entry.is_regular_file()) continue;
    int const file = ::open(entry.path().c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) throw error(entry.path().filename().string() + ": cannot be read: " + reason());
    ::posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED);
    ::close(file);
  }
}

}  // namespace

std::filesystem::path data_directory(std::filesystem::path const& home) { return home / "db"; }

void home_owner::prepare(std::filesystem::path const& directory) {
  std::filesystem::create_directories(directory);
  std::filesystem::permissions(directory, std::filesystem::perms::owner_all);
  int const file = ::open((directory / "owner").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (file < 0) throw error(directory.string() + ": cannot be written: " + reason());
  bool const written = ::pwrite(file, &closed_mark, 1, 0) == 1;
  ::close(file);
  if (!written) throw error(directory.string() + ": cannot be written: " + reason());
}

home_owner::home_owner(std::filesystem::path const& directory) : directory_(directory) {
  open_file lock(::open((directory / "owner").c_str(), O_RDWR | O_CLOEXEC));
  if (lock.number < 0) {
    if (errno == ENOENT) throw wrong_home(directory.parent_path().string() + ": holds no database");
    throw error(directory.string() + ": cannot be opened: " + reason());
  }
  if (::flock(lock.number, LOCK_EX | LOCK_NB) != 0)
    throw in_use(directory.parent_path().string() + ": the home is in use by another process");
  char mark = open_mark;
  was_unclean_ = ::pread(lock.number, &mark, 1, 0) != 1 || mark != closed_mark;
  if (was_unclean_) drop_page_cache(directory);
  if (::pwrite(lock.number, &open_mark, 1, 0) != 1)
    throw error(directory.string() + ": cannot be written: " + reason());
  lock_ = std::exchange(lock.number, -1);
}

home_owner::~home_owner() {
  give_to_owner(directory_);
  ::close(lock_);
}

void home_owner::mark_clean() noexcept {
  if (::pwrite(lock_, &closed_mark, 1, 0) != 1) return;  // taken for unclean, which is only slower
}

void sync_names(std::filesystem::path const& directory) {
  int const file = ::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  bool const synced = file >= 0 && ::fsync(file) == 0;
  if (file >= 0) ::close(file);
  if (!synced) throw error(directory.string() + ": cannot be made durable: " + reason());
}

}  // namespace samspil::store
