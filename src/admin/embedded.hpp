// Files of records/ that are built into the programs (embed_main.cpp writes them
// down): the shipped tables.
#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace samspil::admin {

struct embedded_file {
  std::string_view name;   ///< without a directory: "groups.txt"
  std::string_view bytes;  ///< as in the source tree
};

/// By name.
std::span<embedded_file const> embedded_files();
/// The bytes of the file of this name; nothing when there is none.
std::optional<std::string_view> embedded(std::string_view name);

}  // namespace samspil::admin
