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

/// Numbers of texts that belong to a FEJLNR: what the first bytes look like (60),
/// what an answer holds that cannot be sent (09).
inline constexpr unsigned first_bytes = 160;
inline constexpr unsigned answer_not_in_page = 109;
inline constexpr unsigned answer_too_long = 209;
inline constexpr unsigned look_up_too_long = 309;

}  // namespace samspil::session
