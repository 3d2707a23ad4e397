// What can be said of a condition without any facts: that it never holds.
#pragma once

#include "rules/condition_program.hpp"

namespace samspil::rules {

/// Why the condition can never hold: "VEJKOD has no value that all of it allows";
/// empty when nothing speaks against it. It finds values beyond a field's width,
/// and comparisons with literals of one conjunction that exclude each other.
std::string never_holds(program const& p);

}  // namespace samspil::rules
