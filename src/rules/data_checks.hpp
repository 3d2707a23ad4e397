// The predicates of the rows about DATA; the rows are in data_checks.cpp. Each
// says whether its message is due for one field and occurrence.
#pragma once

#include <string>

#include "rules/facts.hpp"

namespace samspil::rules::due {

// data_checks_fields.cpp: any field by its type
bool required(data_facts const& f, data_field const* field, unsigned occurrence);
bool no_number(data_facts const& f, data_field const* field, unsigned occurrence);
bool foreign_character(data_facts const& f, data_field const* field, unsigned occurrence);
bool awaits_decision(data_facts const& f, data_field const* field, unsigned occurrence);

// data_checks_address.cpp: an address in the municipality of the keys
bool no_open_road(data_facts const& f, data_field const* field, unsigned occurrence);
bool no_house_number(data_facts const& f, data_field const* field, unsigned occurrence);
bool outside_intervals(data_facts const& f, data_field const* field, unsigned occurrence);
bool no_floor(data_facts const& f, data_field const* field, unsigned occurrence);
bool no_door(data_facts const& f, data_field const* field, unsigned occurrence);
bool same_address(data_facts const& f, data_field const* field, unsigned occurrence);
bool building_outside_greenland(data_facts const& f, data_field const* field, unsigned occurrence);
bool administrative_road(data_facts const& f, data_field const* field, unsigned occurrence);

// data_checks_moving.cpp: the date of a move and those who move along
bool reported_late(data_facts const& f, data_field const* field, unsigned occurrence);
bool before_the_address(data_facts const& f, data_field const* field, unsigned occurrence);
std::string address_since(data_facts const& f);
bool no_member(data_facts const& f, data_field const* field, unsigned occurrence);
bool named_twice(data_facts const& f, data_field const* field, unsigned occurrence);
bool count_differs(data_facts const& f, data_field const* field, unsigned occurrence);
bool before_their_address(data_facts const& f, data_field const* field, unsigned occurrence);

// data_checks_protection.cpp: NAB, LVB, MFB, KRE
bool no_action(data_facts const& f, data_field const* field, unsigned occurrence);
bool already_set(data_facts const& f, data_field const* field, unsigned occurrence);
bool nothing_to_lift(data_facts const& f, data_field const* field, unsigned occurrence);
bool longer_than_a_year(data_facts const& f, data_field const* field, unsigned occurrence);
bool no_end_date(data_facts const& f, data_field const* field, unsigned occurrence);
bool no_child(data_facts const& f, data_field const* field, unsigned occurrence);

// data_checks_abroad.cpp: UDR, UAD, IND, STB
bool no_country(data_facts const& f, data_field const* field, unsigned occurrence);
bool is_denmark(data_facts const& f, data_field const* field, unsigned occurrence);
bool short_stay(data_facts const& f, data_field const* field, unsigned occurrence);
bool reported_after(data_facts const& f, data_field const* field, unsigned occurrence);

// data_checks_lines.cpp: KAD, SUA, UAD, UDR, NVN
bool gap_in_lines(data_facts const& f, data_field const* field, unsigned occurrence);
bool nothing_changes(data_facts const& f, data_field const* field, unsigned occurrence);
bool no_name(data_facts const& f, data_field const* field, unsigned occurrence);
bool name_was_cut(data_facts const& f, data_field const* field, unsigned occurrence);

// data_checks_civil.cpp: CIV, DOD, STB, FKI, FTR
bool civil_status_unreachable(data_facts const& f, data_field const* field, unsigned occurrence);
bool spouse_not_wanted(data_facts const& f, data_field const* field, unsigned occurrence);
bool spouse_cannot_marry(data_facts const& f, data_field const* field, unsigned occurrence);
bool married_under_age(data_facts const& f, data_field const* field, unsigned occurrence);
bool before_a_change(data_facts const& f, data_field const* field, unsigned occurrence);
bool not_undoable(data_facts const& f, data_field const* field, unsigned occurrence);
bool no_other_church(data_facts const& f, data_field const* field, unsigned occurrence);
bool same_citizenship(data_facts const& f, data_field const* field, unsigned occurrence);

}  // namespace samspil::rules::due
