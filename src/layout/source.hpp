// A copybook's text made ready for the grammar: whatever COBOL does not read
// is blank, so that every byte keeps its line and column.
#pragma once

#include <string>
#include <string_view>

#include "layout/error.hpp"

namespace samspil::layout {

enum class format {
  automatic,  ///< fixed when columns 1-7 of every line allow it, else free
  fixed,      ///< columns 1-6 sequence number, 7 indicator, 8-72 text
  free        ///< text from column 1, comments begin with *>
};

class source {
 public:
  /// Takes a whole copybook. Errors: continuation and debugging lines,
  /// unknown indicators, tabs in fixed format, control bytes.
  static result<source> read(std::string_view copybook, format as);

  std::string_view text() const { return text_; }
  /// The place of `at`, which points into text() (its end included).
  spot place(char const* at) const;

 private:
  std::string text_;
};

}  // namespace samspil::layout
