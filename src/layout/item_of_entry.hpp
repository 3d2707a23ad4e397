// Internal. One entry understood for itself.
#pragma once

#include "layout/tree.hpp"

namespace samspil::layout {

/// The level number, 1 to 49 or 88. Errors: 66, 77 and what is no level.
result<unsigned> level_of(entry const& e, source const& from);
/// The item without its children. Errors: unsupported or repeated clauses.
result<node> item_of(entry const& e, unsigned level, source const& from);
/// Checks an entry of level 88.
std::optional<copybook_error> condition_fault(entry const& e, source const& from);
/// `text` in upper case.
std::string upper(std::string_view text);

}  // namespace samspil::layout
