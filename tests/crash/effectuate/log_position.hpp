// How far the database's log is written: the only thing that tells from outside
// how far the work of another process is.
#pragma once

#include <cstdint>
#include <filesystem>

namespace samspil::test {

class log_position {
 public:
  explicit log_position(std::filesystem::path const& home) : directory_(home / "db") {}

  /// Bytes from the first log file's beginning. Log files are zeros behind what
  /// has been written, and it is looked on from where the last call ended.
  std::uint64_t now();

 private:
  std::filesystem::path const directory_;
  std::filesystem::path file_;
  std::uint64_t before_ = 0;  // bytes of the files before this one
  std::uint64_t at_ = 0;
};

}  // namespace samspil::test
