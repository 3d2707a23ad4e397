// GEMH: what VALI approved goes into the register, or into the waiting register.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/clock.hpp"
#include "rules/message.hpp"
#include "store/write_scope.hpp"
#include "transaction/caller.hpp"
#include "transaction/receipt.hpp"
#include "transaction/world.hpp"

namespace samspil::transaction {

/// What the last VALI of a dialogue approved.
struct approved_event {
  std::string keys;        ///< INIT-ANMODNING
  std::string data;        ///< DATA, normalised
  versions at;             ///< 7024 when they are no longer so
  std::uint64_t seen = 0;  ///< 7022 when somebody it touches changed after this audit sequence
  std::string touched{};   ///< whom it would have touched at VALI, ten digits each
};

struct save_request {
  caller who;
  std::string reference;  ///< KUNDEREFERENCE
  std::string dialognr;   ///< 12 digits
  approved_event event;
  date business_date;
};

/// What became of it. Refused by the rules: messages; else the receipt.
struct saved {
  rules::messages messages;
  kvittering receipt;
};

/// Writes register or waiting register, history, 099, journal, receipt,
/// reference and audit row in the scope's one transaction; of a refusal its
/// audit row only. The caller has looked for a stored receipt before.
saved save(store::write_scope& scope, world const& around, utc_micros now, save_request const& request);

}  // namespace samspil::transaction
