// What holds of every person, generated or loaded, and after every event.
#pragma once

#include <string>
#include <string_view>

#include "store/read_scope.hpp"

namespace samspil::test {

/// What is wrong with the person's records, empty when nothing is: they parse; 002
/// only below status 30; a spouse (G, P) in the register names the person back with
/// the same CIVST; the children of 014 name the person in 015; the periods of 023 to
/// 025, 026, 027 and 029, rows with ANNKOR A aside, and of the current record follow each other, day by day.
std::string wrong_with(store::read_scope const& scope, std::string_view pnr);

}  // namespace samspil::test
