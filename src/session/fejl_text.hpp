// Texts of FEJLNR, which stand in the table of messages under 9000 + FEJLNR:
// FEJLNR 04 and message 4 are different things.
#pragma once

#include <string>
#include <string_view>

#include "rules/tables.hpp"

namespace samspil::session {

/// The text in the user's language; `value` stands in the place of its `%`, if it has one.
std::string fejl_text(rules::tables const& table, unsigned number, std::string_view language,
                      std::string_view value = {});

}  // namespace samspil::session
