// The events that this server knows (domain.md, "Events"). An event is one
// constant that owns its fields, its AKTUEL, its KLARTEKST and its effects; a new
// one is a new file and a line in events.cpp.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "codec/field.hpp"

namespace samspil::rules {

struct key_facts;
struct data_facts;
struct touched_person;

/// A field of an event's DATA, for the checks that go over all of them.
struct data_field {
  std::string_view name;
  std::size_t offset;  ///< 0-based
  std::size_t width;
  codec::kind type;
  std::size_t count;   ///< 1 when it does not repeat
  std::size_t stride;

  bool repeats() const { return count > 1; }
};

template <class R, std::size_t O, std::size_t W, codec::kind K>
constexpr data_field describe(codec::field<R, O, W, K> const& f) {
  return {f.name, O, W, K, 1, W};
}
template <class R, std::size_t O, std::size_t W, codec::kind K, std::size_t N, std::size_t S>
constexpr data_field describe(codec::repeated<R, O, W, K, N, S> const& f) {
  return {f.name, O, W, K, N, S};
}

struct event_type {
  std::string_view code;
  std::span<data_field const> fields;  ///< of its DATA, in layout order, FILLER aside

  /// What the event makes of its DATA besides what normalised() does for all; may be null.
  void (*tidy)(std::string& data);
  std::string (*aktuel)(key_facts const&);       ///< event-AKTUEL, 500 bytes
  std::string (*klartekst)(data_facts const&);   ///< event-KLARTEKST, 600 bytes
  /// The persons that it touches, the main one first, without their 099.
  std::vector<touched_person> (*effects)(data_facts const&);
  /// Whether it touches relatives whom neither keys nor DATA name: who they are may change before the save.
  bool touches_relatives = false;
};

/// Null when the server does not know the event.
event_type const* find_event(std::string_view code);
std::span<event_type const* const> all_events();
/// Null when the event has no such field.
data_field const* find_field(event_type const& event, std::string_view name);

/// The 400 bytes of DATA with digits fields of blanks as zeros, FILLER blank,
/// the fields of an address in CPR's spelling, and what the event ignores as zeros:
/// what the checks see and the answer repeats.
std::string normalised(event_type const& event, std::string_view data);

}  // namespace samspil::rules
