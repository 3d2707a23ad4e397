// The records of the dialogue by name, as the replay tool walks them.
#pragma once

#include "codec/dialogue_layouts.hpp"

namespace samspil::client {

using codec::event_layout;
using codec::find_item;
using codec::find_layout;
using codec::layout_item;
using codec::record_layout;

}  // namespace samspil::client
