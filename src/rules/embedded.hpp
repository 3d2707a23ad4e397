// The files of records/rules, built into the library (admin/embed_main.cpp writes them down).
#pragma once

#include <span>
#include <string_view>

namespace samspil::rules {

struct embedded_file {
  std::string_view name;   ///< without a directory: "keys.txt"
  std::string_view bytes;  ///< as in the source tree
};

/// By name.
std::span<embedded_file const> embedded_files();

}  // namespace samspil::rules
