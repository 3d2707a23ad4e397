// The passes that turn a tree into a layout, in the order in which they run.
// Each does one thing to one level 01 and gives the first fault that it finds.
#pragma once

#include <optional>

#include "layout/tree.hpp"

namespace samspil::layout {

using pass_result = std::optional<copybook_error>;

/// `length` of every item, from the leaves up. A redefining item takes no room.
pass_result set_sizes(node& record);
/// REDEFINES names an item before it, not repeated, at least as long.
pass_result check_redefines(node const& record);
/// `start` of every item, 1 for the record.
pass_result set_offsets(node& record);
/// DEPENDING ON names a digits item before the table, and nothing stands behind the table.
pass_result check_occurs(node const& record);
/// `allowed_values` from the level 88 entries.
pass_result read_conditions(node& record, source const& from);

/// All of them.
pass_result run_passes(node& record, source const& from);

}  // namespace samspil::layout
