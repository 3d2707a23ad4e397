#include "base/ownership.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <string_view>

namespace samspil {
namespace {

enum class reach { files, tree };

bool is_of_root(struct stat const& seen) { return seen.st_uid == 0; }

/// Takes `directory`, a descriptor, and closes it.
void give_entries(int directory, struct stat const& to, reach how) noexcept {
  DIR* const listing = ::fdopendir(directory);
  if (listing == nullptr) {
    ::close(directory);
    return;
  }
  while (dirent const* const entry = ::readdir(listing)) {
    std::string_view const name = entry->d_name;
    if (name == "." || name == "..") continue;
    // A pipe of that name must not hold the call up.
    int const one = ::openat(directory, entry->d_name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    struct stat seen {};
    if (one >= 0 && ::fstat(one, &seen) == 0 && is_of_root(seen)) {
      if (S_ISREG(seen.st_mode) && seen.st_nlink == 1) {
        [[maybe_unused]] int const given = ::fchown(one, to.st_uid, to.st_gid);
      } else if (S_ISDIR(seen.st_mode) && how == reach::tree) {
        give_entries(::dup(one), to, how);
        [[maybe_unused]] int const given = ::fchown(one, to.st_uid, to.st_gid);
      }
    }
    if (one >= 0) ::close(one);
  }
  ::closedir(listing);
}

int open_directory(std::filesystem::path const& path) noexcept {
  return ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
}

}  // namespace

void give_to_owner(std::filesystem::path const& directory) noexcept {
  struct stat owner {};
  if (::geteuid() != 0) return;
  int const opened = open_directory(directory);
  if (opened < 0) return;
  if (::fstat(opened, &owner) == 0 && !is_of_root(owner))
    give_entries(opened, owner, reach::files);
  else
    ::close(opened);
}

void give_tree_to_owner(std::filesystem::path const& directory, std::filesystem::path const& model) noexcept {
  struct stat owner {};
  struct stat seen {};
  if (::geteuid() != 0 || ::stat(model.c_str(), &owner) != 0 || is_of_root(owner)) return;
  int const opened = open_directory(directory);
  if (opened < 0) return;
  if (::fstat(opened, &seen) != 0 || !is_of_root(seen)) {
    ::close(opened);
    return;
  }
  give_entries(::dup(opened), owner, reach::tree);
  [[maybe_unused]] int const given = ::fchown(opened, owner.st_uid, owner.st_gid);
  ::close(opened);
}

}  // namespace samspil
