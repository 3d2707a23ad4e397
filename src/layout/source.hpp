// A copybook's text made ready for the grammar: what COBOL does not read is
// left out, continued lines are joined, and every byte keeps its line and column.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "layout/error.hpp"

namespace samspil::layout {

enum class format {
  automatic,  ///< fixed when columns 1-7 of every line allow it, else free
  fixed,      ///< columns 1-6 sequence number, 7 indicator, 8-72 text
  free        ///< text from column 1, comments begin with *>
};

class source {
 public:
  /// Takes a whole copybook. In fixed format lines with * / D in column 7 are
  /// comments, - continues the line before. Errors: other indicators, a
  /// continuation without what it goes on with, tabs in fixed format, control
  /// bytes.
  static result<source> read(std::string_view copybook, format as);

  std::string_view text() const { return text_; }
  /// The place of `at`, which points into text() (its end included).
  spot place(char const* at) const;

 private:
  friend class source_reader;

  /// Text from `offset` on stands at `at` and behind, up to the next piece.
  struct piece {
    std::size_t offset;
    spot at;
  };

  std::string text_;
  std::vector<piece> pieces_;
};

/// What is wrong at `at`, which points into from.text().
copybook_error error_at(source const& from, std::string_view at, std::string reason);

}  // namespace samspil::layout
