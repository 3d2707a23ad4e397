// Tables of cases (layouts/rules.cpy, CASE-ROW; docs/rules.md): events as users send them, and the messages that they
// must get.
#pragma once

#include <string>
#include <vector>

#include "rules/rule_row.hpp"
#include "rules/rule_trial.hpp"

namespace samspil::rules {

/// A message as a table of cases expects it: without its text and the rule that it comes from.
struct case_message {
  char step = 'K';  ///< K: of INIT, D: of VALI
  unsigned number = 0;
  char klasse = 'F';
  std::string felt;
  unsigned occurrence = 0;

  /// "D 7110 F MEDFLYTTER/2".
  std::string text() const;
  bool operator==(case_message const&) const = default;
};

struct rule_case {
  std::string name;     ///< CASE-NR
  std::size_t row = 0;  ///< its first one, 1-based
  trial_event event;    ///< a case of step K has no DATA
  std::vector<case_message> expected;
};

/// The cases of a table in order. Rows may lack trailing blanks. What is malformed is reported with
/// row and column; a case with a finding is left out.
std::vector<rule_case> read_cases(std::vector<std::string> const& rows, rule_findings& findings);
/// What a case got, in the form of what it expects.
std::vector<case_message> messages_of(trial_messages const& said);

}  // namespace samspil::rules
