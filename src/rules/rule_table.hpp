// A rule table as it is used: its rows compiled for every event, in the order in
// which they are looked at (docs/rules.md).
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <span>

#include "rules/condition_evaluate.hpp"
#include "rules/facts.hpp"
#include "rules/message.hpp"
#include "rules/rule_facts.hpp"
#include "rules/rule_row.hpp"

namespace samspil::rules {

/// A rule that fired, for `rules explain`.
struct fired_rule {
  rule_text const* rule = nullptr;  ///< of the table
  std::string felt;
  unsigned occurrence = 0;
  condition_trace trace;
};
struct explanation {
  bool clear = false;  ///< whether personnummer are shown
  std::vector<fired_rule> fired;
};

class rule_table {
 public:
  /// Every defect of a table in the order of its rows: malformed rows, names and types that do not fit the
  /// layouts, numbers without a text, double numbers, rows that are never reached.
  static rule_findings check(std::vector<std::string> const& rows, tables const& with);
  /// The table; nothing when `findings` is not empty afterwards. Rows that have been checked
  /// need no tables: their groups and texts may be others by now.
  static std::optional<rule_table> load(std::vector<std::string> const& rows, tables const* with,
                                        rule_findings& findings);

  /// The messages of the keys, in order; warnings and information only when no rule of
  /// class F fired. Rules whose message stands in `without` are not looked at.
  messages check_keys(key_facts const& facts, std::span<unsigned const> without = {},
                      explanation* why = nullptr) const;
  /// The errors of those rules of the keys that depend on the caller's group, authority or rights, and of a group
  /// that has no right to the event.
  messages check_caller(key_facts const& facts) const;
  /// The messages of the data, in order.
  messages check_data(data_facts const& facts, explanation* why = nullptr) const;

  std::vector<rule_text> const& rules() const { return *rules_; }

 private:
  friend class rule_compiler;
  /// A rule compiled for one field of one event.
  struct compiled {
    rule_text const* rule;
    unsigned number;                       ///< the rule's MEDDNR
    char klasse;                           ///< and its class, next to what else is looked at for each message
    std::size_t order;                     ///< of the answer
    std::vector<unsigned> not_after;
    std::string groups;                    ///< empty: every group
    bool dated;                            ///< whether it begins or ends at all
    bool about_caller;                     ///< whether it depends on who sends the message
    std::string felt;
    unsigned occurs = 0;                   ///< 0 when the field does not repeat
    program condition;
  };

  static bool in_force(compiled const& c, key_facts const& facts, std::string_view today);
  /// The rules about the keys of an event: places in keys_, in their order.
  std::vector<std::size_t> const& keys_of(std::string_view event) const;
  /// The message of a rule whose condition holds.
  static std::optional<message> said_by(compiled const& c, message_facts const& facts, key_facts const& keys,
                                        unsigned occurrence, explanation* why);

  std::shared_ptr<std::vector<rule_text> const> rules_;
  std::vector<compiled> keys_;                                      ///< in the order of looking
  std::map<std::string, std::vector<std::size_t>, std::less<>> keys_by_event_;
  std::vector<std::size_t> keys_of_every_event_;
  std::map<std::string, std::vector<compiled>, std::less<>> data_;  ///< by event, in the order of the answer
};

}  // namespace samspil::rules
