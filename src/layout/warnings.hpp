// Internal. What a copybook says that is read, but perhaps not as it was meant.
#pragma once

#include <vector>

#include "layout/passes.hpp"

namespace samspil::layout {

/// Of a record that went through all passes: COMP-5 of one or two digits, a
/// VALUE that its item cannot hold, a name that nothing tells from another one,
/// items whose place depends on a table before them (the first is told).
std::vector<copybook_error> warnings_of(node const& record, source const& from);

}  // namespace samspil::layout
