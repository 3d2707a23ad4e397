// The passes that turn a tree into a layout, in the order in which they run.
// Each does one thing to one level 01 and gives the first fault that it finds.
#pragma once

#include <optional>

#include "layout/tree.hpp"

namespace samspil::layout {

using pass_result = std::optional<copybook_error>;

/// `usage`, `stored`, `sign` and `length` of every elementary item; USAGE and
/// SIGN of a group hold for what stands below it.
pass_result set_storage(node& record, source const& from);
/// `length` of every group. A redefining item takes no room.
pass_result set_sizes(node& record);
/// REDEFINES names the item before it (other views of it may stand between),
/// which is no table and at least as long.
pass_result check_redefines(node const& record);
/// `start` of every item, 1 for the record.
pass_result set_offsets(node& record);
/// DEPENDING ON names one whole number before the table and in no table; keys
/// stand in their table.
pass_result check_occurs(node const& record, source const& from);
/// `allowed_values` from the level 88 entries, and `initial` from VALUE.
pass_result read_values(node& record, source const& from);

/// All of them.
pass_result run_passes(node& record, source const& from);

/// The items that `path` ("N OF G") can mean in `record`.
std::vector<node const*> items_named(node const& record, std::string_view path);

}  // namespace samspil::layout
