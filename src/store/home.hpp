// Internal. The directory of a database: one owner, and a clean start after an
// unclean end.
#pragma once

#include <filesystem>

namespace samspil::store {

/// HOME/db: environment, logs and tables.
std::filesystem::path data_directory(std::filesystem::path const& home);

/// Owns a data directory for the life of the object: an exclusive lock on its
/// file `owner`, which the kernel lets go of however the process ends.
///
/// Berkeley DB's own DB_REGISTER would let a second process join. It also asks
/// for shared regions in files, which the kernel writes to disk all the time;
/// with one owner the regions are private memory and recovery runs at each open.
class home_owner {
 public:
  /// Takes the directory. in_use when another process has it, wrong_home when
  /// it is none. After an unclean end the files' clean pages are dropped from
  /// the page cache first: after a failed sync they may differ from the disk.
  explicit home_owner(std::filesystem::path const& directory);
  /// Without mark_clean() before it the next owner takes the end for unclean. Files that root made go to the account
  /// that the directory belongs to (base/ownership.hpp).
  ~home_owner();
  home_owner(home_owner const&) = delete;
  home_owner& operator=(home_owner const&) = delete;

  /// Whether the last owner ended without mark_clean().
  bool was_unclean() const { return was_unclean_; }
  void mark_clean() noexcept;

  /// Makes an empty data directory (mode 0700) that can be owned.
  static void prepare(std::filesystem::path const& directory);

 private:
  std::filesystem::path const directory_;
  int lock_ = -1;
  bool was_unclean_ = false;
};

/// Makes a change of names in `directory` durable.
void sync_names(std::filesystem::path const& directory);

}  // namespace samspil::store
