// CIV and DOD: civil status, and death, which ends a marriage too.
#pragma once

#include "rules/events.hpp"
#include "rules/history.hpp"

namespace samspil::rules {

extern event_type const civ;
extern event_type const dod;

/// Record 012 becomes a row of 029 and is written anew with `civst`; AEGTEPNR is kept
/// unless `spouse` is given, which leaves AEGTENVN and AEGTEFOED-DT blank.
void set_civil_status(record::person& person, std::string_view civst, period_end const& since,
                      std::string_view spouse = {});
/// E after G, L after P: what the spouse of a person who dies becomes.
std::string_view widowed(std::string_view civst);

}  // namespace samspil::rules
