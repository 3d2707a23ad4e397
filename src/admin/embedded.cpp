#include "admin/embedded.hpp"

namespace samspil::admin {

std::optional<std::string_view> embedded(std::string_view name) {
  for (embedded_file const& file : embedded_files())
    if (file.name == name) return file.bytes;
  return std::nullopt;
}

}  // namespace samspil::admin
