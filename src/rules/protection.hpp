// Protections: records 004 and when they are in force (domain.md, "Initiate").
#pragma once

#include <optional>
#include <string_view>

#include "record/person.hpp"

namespace samspil::rules {

/// BESKYTTYPE of protection of name and address.
inline constexpr std::string_view name_and_address = "0001";

/// The first 004 of `type` in force on `day` (yyyyMMdd): START-DT not later,
/// SLET-DT blank or later, as digits. Nothing when there is none.
std::optional<codec::view<rec::PERSON_004>> protection_in_force(record::person const& person, std::string_view type,
                                                                std::string_view day);

}  // namespace samspil::rules
