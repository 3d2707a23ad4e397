// What a check has to say: one MEDDELELSE before it is written out.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace samspil::rules {

struct message {
  unsigned number = 0;      ///< MEDDNR
  char klasse = 'F';        ///< F error, A warning, I information
  std::string felt;         ///< field name as in the layout, blank if none
  unsigned occurrence = 0;  ///< 1-based, 0 when the field does not repeat
  std::string rule;         ///< row of the table that fired
  std::string text;         ///< in the user's language, at most 85 bytes of ISO-8859-1
  bool operator==(message const&) const = default;
};

using messages = std::vector<message>;

/// Whether one of them is of class F.
bool refused(messages const& list);

/// Whether a message's text has a `%` that a value must stand for. Brackets around the `%` (`...[; now %]`) and what
/// they hold are left out when there is no value.
bool needs_value(std::string_view text);

}  // namespace samspil::rules
