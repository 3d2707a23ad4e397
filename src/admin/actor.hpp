// Who does an administrator's command, as the audit log names him.
#pragma once

#include <string>
#include <string_view>

#include "store/audit.hpp"

namespace samspil::admin {

struct actor {
  std::string name;  ///< account name of the peer or of the process's user
};

/// An audit row of ACTOR-KIND A for `command` ("load persons", "user add", ...).
inline store::audit_entry audit_of(actor const& who, std::string_view command) {
  using row = rec::AUDIT_ROW;
  store::audit_entry entry;
  entry.row.set(row::ACTOR_KIND, "A")
      .set(row::ACTOR, std::string_view(who.name).substr(0, 32))
      .set(row::FUNCTION_NAME, command.substr(0, 20))
      .set(row::OUTCOME, "O");
  return entry;
}

}  // namespace samspil::admin
