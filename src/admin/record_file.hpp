// A file of records for `layout decode`: line form or solid form, each record
// by the layout that fits it.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "admin/layout_report.hpp"
#include "base/result.hpp"

namespace samspil::admin {

/// Calls `take` for each record; false from it ends the walk. With one layout
/// every record is of it; with several the three digits at a record's beginning
/// choose the one whose name ends in them (PERSON-002). A line may have lost
/// its trailing blanks. Errors name record and byte.
result<void> each_record(std::string_view file, std::string_view source, std::vector<layout::record> const& layouts,
                         std::function<bool(file_record const&)> const& take);

}  // namespace samspil::admin
