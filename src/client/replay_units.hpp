// Steps gathered into units, for both kinds of replay file.
#pragma once

#include "client/replay_script.hpp"

namespace samspil::client::replay {

/// The bytes of a text up to its first name or `?`.
std::string_view leading_bytes(pieces const& text);

/// Adds `next` to the last unit of `to` or to a new one. An INIT begins one that
/// takes everything up to the next INIT, LOGN or LOGF; outside of those each
/// message is a unit of its own, with the steps of a dialogue that follow it.
void add_step(script& to, step next);

}  // namespace samspil::client::replay
