// The copybooks of layouts/, inside every program that links this layer.
#pragma once

#include <span>
#include <string_view>

namespace samspil::codec {

struct copybook {
  std::string_view name;  ///< file name without .cpy: "sams-fly"
  std::string_view text;
};

/// All of them, by name.
std::span<copybook const> shipped_copybooks();

}  // namespace samspil::codec
