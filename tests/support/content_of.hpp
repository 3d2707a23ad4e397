#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace samspil::test {

/// The file's bytes; none when it is not there.
inline std::string content_of(std::filesystem::path const& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace samspil::test
