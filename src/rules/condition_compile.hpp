// A condition is compiled: its names are looked up in the layouts, its types are
// checked, and what is left is a program.
#pragma once

#include "rules/condition_grammar.hpp"
#include "rules/condition_program.hpp"

namespace samspil::rules {

/// For which row a condition is compiled.
struct condition_scope {
  std::string_view event;              ///< "FLY"; empty for a row about the keys, which has no DATA
  codec::column const* felt = nullptr;  ///< what `it` is; null when the row is about no field
  bool felt_of_keys = false;            ///< whether it is a field of INIT-ANMODNING, else of the event's DATA
};

/// An error names the 0-based byte of `text`.
boost::system::result<program, condition_error> compile_condition(std::string_view text, condition_scope const& scope);

}  // namespace samspil::rules
