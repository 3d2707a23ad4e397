// Files of tables that administrators write: rules, cases, events, texts, groups.
#pragma once

#include "admin/context.hpp"
#include "admin/load.hpp"

namespace samspil::admin {

/// The text of a file that came with the command, ISO-8859-1 with LF. The file may be UTF-8 (what `show` printed, or an
/// editor wrote) or ISO-8859-1 (as records/), told apart by its bytes, and may have CR LF. Errors: the file cannot be
/// read (12).
boost::system::result<std::string, load_error> read_table(context const& with, std::string_view source);

}  // namespace samspil::admin
