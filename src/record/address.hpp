// House numbers, floors and doors as CPR's files have them (formats.md, "Addresses").
#pragma once

#include <string>
#include <string_view>

namespace samspil::record {

/// Four characters: three digits and an optional letter, blank-padded. Any case
/// and justification is taken; what is no house number comes back trimmed,
/// upper case, left-justified.
std::string normal_house_number(std::string_view husnr);
/// Two characters, lower case, left-justified.
std::string normal_floor(std::string_view etage);
/// Four characters: `  th`, `  tv`, `  mf`, a door number with four digits;
/// anything else comes back lower case and right-justified.
std::string normal_door(std::string_view sidedoer);

/// 001-999 with an optional letter A-Z but I, J, O, Q (domain.md 7102).
bool is_house_number(std::string_view husnr);
/// 01-99, st, kl, k2-k9 (7104).
bool is_floor(std::string_view etage);
/// th, tv, mf or a door number 1-9999, normalised (7105).
bool is_door(std::string_view sidedoer);
/// 'L' for an even house number, 'U' for an odd one.
char parity(std::string_view husnr);

/// VEJKOD 9900-9999: no fixed home.
bool is_administrative_road(std::string_view vejkod);
/// KOMKOD 0900 and above; the caller has checked that it is digits.
bool in_greenland(std::string_view komkod);

/// `Vejnavn 123A, st. tv`, cut at 34 (domain.md, "KLARTEKST").
std::string standard_address(std::string_view vejadrnvn, std::string_view husnr, std::string_view etage,
                             std::string_view sidedoer);

}  // namespace samspil::record
