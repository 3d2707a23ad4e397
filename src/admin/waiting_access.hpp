// An administrator before the waiting register: CPRADM's rights under the
// account's name (domain.md, "Security groups"; docs/decisions/0003).
#pragma once

#include <optional>
#include <string_view>

#include "admin/context.hpp"
#include "rules/message.hpp"
#include "store/read_scope.hpp"
#include "transaction/caller.hpp"
#include "transaction/world.hpp"

namespace samspil::admin {

/// Group CPRADM, KUNDENR 0000, which no customer has, and the first eight bytes
/// of the account's name, which is what AFGJORT-AF has room for.
transaction::caller cpradm(actor const& who);

/// The tables as they are now, when they let CPRADM use `funktion`; else the
/// refusal has been written and audited, and the exit status stands in `refused`.
struct waiting_access {
  std::shared_ptr<transaction::world const> around;
  int refused = status::ok;
};
waiting_access access_to(context const& with, transaction::world_cache& worlds, std::string_view funktion);

/// Writes the messages, a line each: number, field, text, a personnummer in it masked. status::refused.
int refuse_with(context const& with, rules::messages const& list);
/// The same for a FEJLNR.
int refuse_with_fejlnr(context const& with, transaction::world const& around, unsigned number, std::string_view felt);

}  // namespace samspil::admin
