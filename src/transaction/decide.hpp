// Approving, rejecting and withdrawing a waiting event.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/clock.hpp"
#include "rules/message.hpp"
#include "store/write_scope.hpp"
#include "transaction/caller.hpp"
#include "transaction/receipt.hpp"
#include "transaction/world.hpp"

namespace samspil::transaction {

enum class decision { approve, reject, withdraw };
/// VGOD, VAFV, VFOR.
std::string_view funktion_of(decision what);

struct decision_request {
  decision what = decision::approve;
  caller who;
  std::string reference;     ///< KUNDEREFERENCE; blank for an administrator, who gets no receipt stored
  std::string dialognr = "000000000000";
  std::uint64_t ventenr = 0;
  std::string begrundelse;   ///< without trailing blanks
  std::string body;          ///< VAFG-ANMODNING with a blank FILLER, for idempotency
  date business_date;
  bool any_customer = false; ///< an administrator may withdraw what somebody else reported
  /// An administrator's audit row, to be completed; without one it is the customer's.
  std::optional<store::audit_entry> row{};
};

struct decided {
  bool wrong_state = false;  ///< 65
  rules::messages messages;  ///< of class F; empty when it was done
  kvittering receipt;
};

/// In the scope's one transaction: the waiting event's new state, the register
/// (an approval whose date has come), journal, receipt and audit row; of a
/// refusal its audit row only. The caller has looked for a stored receipt before.
decided decide(store::write_scope& scope, world const& around, utc_micros now, decision_request const& request);

}  // namespace samspil::transaction
