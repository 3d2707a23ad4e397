// The service closed for logons (FEJLNR 04): who is on goes on, nobody else
// gets in, until it is opened again, by whatever server runs then. What an
// administrator closes before work on the register (decision 0005).
#pragma once

#include <optional>
#include <string>

#include "store/read_scope.hpp"
#include "store/write_scope.hpp"

namespace samspil::session {

/// Since when it is closed (UTC, 20 digits); nothing while it is open.
std::optional<std::string> closed_since(store::read_scope const& scope);
/// Both: whether that was a change.
bool close_service(store::write_scope& scope, std::string const& now);
bool open_service(store::write_scope& scope);

}  // namespace samspil::session
