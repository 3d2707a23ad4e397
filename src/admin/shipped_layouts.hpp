// The shipped copybooks as layouts that can be looked up by name.
#pragma once

#include <string_view>
#include <vector>

#include "layout/layout.hpp"

namespace samspil::admin {

struct shipped_layout {
  std::string_view name;  ///< of the copybook: "sams-fly"
  std::string_view text;
  std::vector<layout::record> records;
};

/// All of them, by name; read once.
std::vector<shipped_layout> const& shipped_layouts();
/// The record "FLY-DATA" (any case), null when there is none.
layout::record const* find_record(std::string_view name);

}  // namespace samspil::admin
