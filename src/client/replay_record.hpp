// What happened, written as a replay file (--record).
#pragma once

#include <string>
#include <string_view>

#include "client/replay_conversation.hpp"

namespace samspil::client::replay {

/// The names whose values recorded() compares with: numbers that the server
/// gives out, and times.
name_set const& recorded_names();

/// The two lines of one exchange, LF at their ends. Passwords become {KENDEORD}
/// and {NYT-KENDEORD}, tokens {TOKEN}; numbers given out and times become their
/// name in braces when `known` (from before this answer) has that value, else in
/// the answer `?`, so that the file can be played again. Personnummer are `?`
/// unless `clear`. Trailing blanks are stripped.
std::string recorded(std::string_view request, std::string_view answer, conversation const& known, bool clear);

}  // namespace samspil::client::replay
