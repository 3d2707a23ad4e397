// A file of records for `layout decode`, of any form, each record by the
// layout that fits it.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "admin/layout_report.hpp"
#include "admin/values.hpp"
#include "base/framing.hpp"
#include "base/result.hpp"

namespace samspil::admin {

struct file_form {
  enum class kind {
    automatic,  ///< lines when there is a line end within the first record and all of it is text, else solid
    lines,      ///< LF or CRLF; trailing blanks may be missing
    solid,      ///< one behind the other
    framed      ///< a length in front of each
  };
  kind what = kind::automatic;
  framing prefix{};
  std::size_t record_length = 0;  ///< of solid: what each record takes, 0 when the layout says it
};

/// Of --framing ("line", "solid", "rdw+self", ...) and --lrecl; each may be empty.
value_result<file_form> file_form_value(std::string_view framing, std::string_view lrecl);

/// Calls `take` for each record and with how many bytes of the file are done;
/// false from it ends the walk. Errors name record and byte.
result<void> each_record(std::string_view file, std::string_view source, std::vector<layout::record> const& layouts,
                         file_form const& form, layout::reading const& how,
                         std::function<bool(file_record const&, std::size_t done)> const& take);

}  // namespace samspil::admin
