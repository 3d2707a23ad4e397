// Internal. One entry understood for itself.
#pragma once

#include "layout/tree.hpp"

namespace samspil::layout {

/// The level number, 1 to 49, 77 or 88. Errors: 66 and what is no level.
result<unsigned> level_of(entry const& e, source const& from);
/// Whether a record begins with `level`: 01 or 77.
bool is_record_level(std::string_view level);
/// The item without its children. Errors: unsupported or repeated clauses.
result<node> item_of(entry const& e, unsigned level, source const& from);
/// Checks an entry of level 88.
std::optional<copybook_error> condition_fault(entry const& e, source const& from);
/// `text` in upper case.
std::string upper(std::string_view text);
/// "COMP-3" for "computational-3".
std::string usage_text(std::string_view usage);
/// What such a usage means; nothing for one that is not supported.
std::optional<storage> storage_of(std::string_view usage);

}  // namespace samspil::layout
