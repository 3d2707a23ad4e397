// Who lives with a person and may be named beside him (domain.md, "Household").
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "rules/source.hpp"

namespace samspil::rules {

/// RELATION and AFLEDTMRK in ISO-8859-1.
inline constexpr std::string_view relation_spouse = "\xC6G";
inline constexpr std::string_view relation_partner = "PA";
inline constexpr std::string_view relation_child = "B\xD8";

struct household_member {
  std::string pnr;
  std::string relation;
  stored_person const* person;  ///< lives as long as the source
};

/// First the spouse or partner, then the children under 18 on `on`, all at the
/// person's address of record 002. Not cut: a layout shows the first 8.
std::vector<household_member> household(record::person const& person, register_source& source, date on);

/// KOMKOD VEJKOD HUSNR ETAGE SIDEDOER BNR of record 002 as one text, empty without a 002.
std::string_view address_key(record::person const& person);
/// FOED-DT of record 001, where it is no date the one in the personnummer.
std::optional<date> born(record::person const& person);

}  // namespace samspil::rules
