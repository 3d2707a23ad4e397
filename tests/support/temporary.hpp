// A directory that goes away with the test.
#pragma once

#include <stdlib.h>
#include <unistd.h>

#include <filesystem>
#include <stdexcept>
#include <string>

namespace samspil::test {

/// Where homes of tests are made: in memory where there is such a place, for
/// every open of a database writes its log file to the end.
inline std::filesystem::path scratch_place() {
  std::filesystem::path const memory = "/dev/shm";
  return ::access(memory.c_str(), W_OK | X_OK) == 0 ? memory : std::filesystem::temp_directory_path();
}

class temporary_directory {
 public:
  explicit temporary_directory(std::filesystem::path const& in = std::filesystem::temp_directory_path()) {
    std::string pattern = (in / "samspil-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary directory");
    path_ = pattern;
  }
  ~temporary_directory() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  temporary_directory(temporary_directory const&) = delete;
  temporary_directory& operator=(temporary_directory const&) = delete;
  std::filesystem::path const& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace samspil::test
