// What the grammar of conditions gives (docs/rules.md): a tree whose texts point
// into the condition, so that every word knows its column.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace samspil::rules {

enum class syntax {
  number, text, day,      // literals; text without its quotes, doubled ones still in it
  field,                  // FIELD; parts: its qualifier, if any
  subscript,              // (n) behind a field's name
  of_record, of_keys, of_data,  // qualifiers; of_record may have a part: the person's number
  word,                   // a look-up; parts: its arguments
  any, all, count,        // quantifiers; parts: what they go over, then the condition, if any
  over_field, over_record, over_road, over_authority,
  negation, conjunction, disjunction,
  equal, unequal, less, at_most, more, at_least,
  within, outside,        // parts: the value, then literals and ranges
  member, stranger,       // parts: the value; then a word that names a list
  matches, differs,       // parts: the value; then a pattern
  is, is_not,             // parts: the value; then a word
  range,                  // parts: two literals
  plus, minus,            // parts: two operands, then the unit, if any
  unit,
};

struct syntax_node {
  syntax what = syntax::number;
  std::string_view text;  ///< the word, literal or operator itself
  std::vector<syntax_node> parts;
};

/// A condition and what stands in the message's text for `%`.
struct condition_syntax {
  syntax_node condition;
  std::vector<syntax_node> saying;  ///< one at most
};

/// Where a condition is wrong: 0-based byte of its text, and what was expected.
struct condition_error {
  std::size_t at = 0;
  std::string what;
  bool operator==(condition_error const&) const = default;
};

}  // namespace samspil::rules
