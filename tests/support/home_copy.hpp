// Homes for many tests: made once, copied for each.
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>

namespace samspil::test {

/// Ends the log files of a home that nobody has open behind their last record.
/// Berkeley DB makes them 16 MiB long, and every open writes what is not used
/// of the last one with zeros, which takes longer than most tests.
inline void shorten_log(std::filesystem::path const& home) {
  constexpr std::size_t page = 4096;
  for (auto const& entry : std::filesystem::directory_iterator(home / "db")) {
    if (!entry.path().filename().string().starts_with("log.")) continue;
    std::string bytes(entry.file_size(), '\0');
    std::ifstream(entry.path(), std::ios::binary).read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    std::size_t const used = bytes.find_last_not_of('\0') + 1;
    std::filesystem::resize_file(entry.path(), std::min(bytes.size(), (used / page + 1) * page));
  }
}

/// Makes `to` a home like `from`, which nobody has open.
inline void copy_home(std::filesystem::path const& from, std::filesystem::path const& to) {
  std::filesystem::copy(from, to, std::filesystem::copy_options::recursive);
}

}  // namespace samspil::test
