#include "log_position.hpp"

#include <algorithm>
#include <fstream>
#include <string>
#include <system_error>
#include <vector>

namespace samspil::test {
namespace {

/// So many zeros stand nowhere in what has been written.
constexpr std::size_t piece = 16 * 1024;

bool is_log_file(std::filesystem::path const& path) {
  std::string const name = path.filename().string();
  return name.size() == 14 && name.starts_with("log.");
}

}  // namespace

std::uint64_t log_position::now() {
  std::filesystem::path newest = file_;
  std::uint64_t sizes = 0;
  std::error_code gone;  // the process may be about to rename or remove one
  for (auto const& entry : std::filesystem::directory_iterator(directory_, gone)) {
    if (!is_log_file(entry.path())) continue;
    newest = std::max(newest, entry.path());
    if (std::uint64_t const size = entry.file_size(gone); !gone) sizes += size;
  }
  if (newest != file_) {
    std::uint64_t const size = std::filesystem::file_size(newest, gone);
    file_ = newest;
    before_ = gone ? before_ : sizes - size;
    at_ = 0;
  }
  std::ifstream in(file_, std::ios::binary);
  in.seekg(static_cast<std::streamoff>(at_));
  std::vector<char> bytes(piece);
  while (in.read(bytes.data(), piece) || in.gcount() != 0) {
    auto const end = bytes.begin() + in.gcount();
    if (std::all_of(bytes.begin(), end, [](char c) { return c == '\0'; })) break;
    at_ += static_cast<std::uint64_t>(in.gcount());
  }
  return before_ + at_;
}

}  // namespace samspil::test
