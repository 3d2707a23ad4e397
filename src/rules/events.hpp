// The events that this server knows (domain.md, "Events").
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "codec/field.hpp"

namespace samspil::rules {

/// A field of an event's DATA, for the checks that go over all of them.
struct data_field {
  std::string_view name;
  std::size_t offset;  ///< 0-based
  std::size_t width;
  codec::kind type;
  std::size_t count;   ///< 1 when it does not repeat
  std::size_t stride;
};

struct event_type {
  std::string_view code;
  std::string_view statuses;           ///< allowed STATUS, two digits and a blank each (7010)
  int days_ahead_citizen;              ///< of the business date that HDTO may be (7015), scope REP
  int days_ahead_authority;            ///< the same for scopes OWN and ALL
  bool at_residence;                   ///< KOMKOD must be the municipality of residence (7012)
  std::span<data_field const> fields;  ///< of its DATA, in layout order, FILLER aside
};

/// Null when the server does not know the event.
event_type const* find_event(std::string_view code);
std::span<event_type const> all_events();

/// The 400 bytes of DATA with digits fields of blanks as zeros, FILLER blank and
/// the fields of an address in CPR's spelling: what the checks see and the answer repeats.
std::string normalised(event_type const& event, std::string_view data);

}  // namespace samspil::rules
