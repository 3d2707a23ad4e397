// An event put through the rules without a dialogue: what INIT and VALI would say. For `rules explain` and
// `rules test`.
#pragma once

#include <optional>
#include <string>

#include "rules/message.hpp"
#include "rules/rule_table.hpp"

namespace samspil::rules {

/// What is supposed of the person's standing in waiting register and journal, which no reference data and no keys can
/// bring about; what is left empty is as the register has it.
struct supposition {
  std::optional<unsigned> waiting;      ///< events of the person in the waiting register
  std::optional<bool> awaits_decision;  ///< one of the same code is in state A
  std::optional<std::string> undo_event, undo_time;  ///< of the event that FTR may undo; blank: there is none
};

struct trial_event {
  std::string keys;  ///< INIT-ANMODNING, 40 bytes
  std::string data;  ///< event-DATA, 400 bytes
  bool keys_only = false;
  actor who;
  date day{};  ///< the business date
  supposition supposed;
};

struct trial_messages {
  messages keys;
  messages data;  ///< empty when the keys were refused
};

/// Without 7020's "once per session". `why`, if given, tells which rules fired. `with.rules` must be there.
trial_messages try_event(trial_event const& event, tables const& with, register_source& source,
                         explanation* why = nullptr);

}  // namespace samspil::rules
