// Rows of a rule table as texts (layouts/rules.cpy): a rule is a row and the rows
// behind it on which its lists or its condition go on.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "codec/column.hpp"

namespace samspil::rules {

/// Something wrong in a rule table. Rows and columns are 1-based.
struct rule_finding {
  std::size_t row = 0, column = 0;
  std::string rule;  ///< REGELNR, empty when there is none
  std::string what;

  /// "row 12, column 95: K7010: no field KOMKODE in the keys".
  std::string text() const;
  bool operator==(rule_finding const&) const = default;
};
using rule_findings = std::vector<rule_finding>;

/// A column that may go on on the rows behind: words with a blank between, or the condition with line ends between.
class rule_cell {
 public:
  std::string const& text() const { return text_; }
  /// The row and column of a byte of the text; the place right behind it is its end.
  std::pair<std::size_t, std::size_t> place(std::size_t at) const;
  void go_on(std::string_view text, char between, std::size_t row, std::size_t column);

 private:
  struct piece {
    std::size_t at, row, column;
  };
  std::string text_;
  std::vector<piece> pieces_;
};

/// FROM and TO of a rule that does not begin or end.
inline constexpr std::string_view no_limit = "00000000";

struct rule_text {
  std::string rule;       ///< REGELNR
  char step = 'K';        ///< K keys, D data
  unsigned number = 0;    ///< MEDDNR
  char klasse = 'F';
  std::string from, to;   ///< yyyyMMdd; zeros without a limit
  rule_cell events, groups, felt, not_after, condition;
  std::size_t row = 0;    ///< its first one
};

/// The rules of a table in order. Rows may lack trailing blanks. Malformed rows are
/// reported and left out; the others are read all the same.
std::vector<rule_text> read_rules(std::vector<std::string> const& rows, rule_findings& findings);
/// The lines of a table's file.
std::vector<std::string> rule_lines(std::string_view file);

/// The words of a cell with the place of each.
struct rule_word {
  std::string_view text;
  std::size_t at;
};
std::vector<rule_word> words_of(rule_cell const& cell);

}  // namespace samspil::rules
