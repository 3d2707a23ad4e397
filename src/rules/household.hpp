// Who lives with a person and may be named beside him (domain.md, "Household").
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rules/source.hpp"

namespace samspil::rules {

/// RELATION and AFLEDTMRK in ISO-8859-1.
inline constexpr std::string_view relation_spouse = "\xC6G";
inline constexpr std::string_view relation_partner = "PA";
inline constexpr std::string_view relation_child = "B\xD8";

/// The person that a relation names; null when the number is none or not in the register.
stored_person const* related(register_source& source, std::string_view pnr);

/// The spouse of record 012 (CIVST G or P) who names the person in turn; what it is to the person.
struct married {
  stored_person const* spouse = nullptr;  ///< null: none in the register, or one who names another
  std::string_view relation;              ///< relation_spouse or relation_partner
};
married spouse_of(record::person const& person, register_source& source);

struct household_member {
  std::string pnr;
  std::string_view relation;
  stored_person const* person;  ///< lives as long as the source
};

/// First the spouse or partner, then the children under 18 on `hdto` (yyyyMMdd),
/// all at the person's address of record 002. Not cut: a layout shows the first 8.
std::vector<household_member> household(record::person const& person, register_source& source, std::string_view hdto);

/// KOMKOD VEJKOD HUSNR ETAGE SIDEDOER BNR of record 002 as one text, empty without a 002.
std::string_view address_key(record::person const& person);

/// The municipality of residence: KOMKOD of 002; without one that of the 023 with the latest
/// FRAFLYDTO, of equal ones the later row, rows with ANNKOR A aside (domain.md 7012); empty with neither.
std::string_view residence_of(record::person const& p);

/// The digits of a date yyyy-MM-dd as a record has it, which need be no date of
/// any calendar (month 00); empty when it is blank.
std::string digits_of(std::string_view dt);
/// yyyy-MM-dd of yyyyMMdd, as a record has it; empty for zeros.
std::string dashed(std::string_view day);
/// The digits of FOED-DT of record 001, where it is blank those of the date in the personnummer.
std::string birth_digits(record::person const& person);
/// Whether `hdto` is before the day on which the person is 18 (born 29 February: 1 March).
bool under_age(record::person const& person, std::string_view hdto);

}  // namespace samspil::rules
