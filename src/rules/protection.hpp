// Protections: records 004, when they are in force and how an event changes
// them (domain.md, "Initiate" and "Events").
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "record/person.hpp"
#include "rules/facts.hpp"

namespace samspil::rules {

/// BESKYTTYPE of protection of name and address.
inline constexpr std::string_view name_and_address = "0001";

/// Whether what has a START-DT and a SLET-DT (yyyy-MM-dd) is in force on `day` (yyyyMMdd): START-DT blank or not later,
/// SLET-DT blank or later (domain.md, "Initiate"). Zeros in SLET-DT are no end: who is protected stays so.
bool is_in_force(std::string_view start, std::string_view end, std::string_view day);

/// The first 004 of `type` in force on `day`. Nothing when there is none.
std::optional<codec::view<rec::PERSON_004>> protection_in_force(record::person const& person, std::string_view type,
                                                                std::string_view day);

/// What DATA wants of a protection.
struct protection_change {
  explicit protection_change(data_facts const& f);

  /// START-DT as it will stand for the person: the event's date, or that of the protection that is lifted.
  std::string start_of(record::person const& person) const;
  /// Whether the person has already what is wanted: in force when it is set, not in force when it is lifted.
  bool is_done(record::person const& person) const;
  /// Sets a new 004 in place of the older ones of its type, all in order of type; or ends the one in force.
  void apply(record::person& person) const;

  bool set;               ///< HANDLING S; else it is lifted
  std::string_view type;  ///< BESKYTTYPE
  std::string hdto;       ///< yyyyMMdd
  std::string end;        ///< SLET-DT as it will stand, yyyy-MM-dd or blank
};

}  // namespace samspil::rules
