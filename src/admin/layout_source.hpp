// What the layout commands are given: a shipped record, a shipped copybook or a
// copybook file.
#pragma once

#include <boost/system/result.hpp>

#include <string>
#include <string_view>
#include <vector>

#include "admin/arguments.hpp"
#include "layout/layout.hpp"

namespace samspil::admin {

struct layout_fault {
  int exit_status;
  std::string text;
};

template <class T>
using layout_result = boost::system::result<T, layout_fault>;

/// value() on a failed result is a mistake of the program.
[[noreturn]] void throw_exception_from_error(layout_fault const& e, boost::source_location const&);

struct layout_source {
  std::string title;  ///< "person", or the file's name without folder and ending
  std::string path;   ///< of the file; empty for a shipped one
  std::string text;   ///< of the whole copybook
  layout::format as = layout::format::automatic;
};

/// The copybook that `name` means, not read yet. Errors: a file that cannot be
/// read, a --format that is none.
layout_result<layout_source> find_layout_source(std::string_view name, arguments const& given);

/// A copybook and the records of it that are meant: one where a shipped record
/// was named, or --record did.
struct named_layouts {
  layout_source from;
  std::vector<layout::record> records;
};
/// Errors: as above; a copybook that cannot be used, with its first fault; no
/// record of the name that --record gives.
layout_result<named_layouts> find_layouts(std::string_view name, arguments const& given);

}  // namespace samspil::admin
