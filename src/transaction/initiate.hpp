// INIT: the keys are checked, master data and the current data are shown.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/date.hpp"
#include "codec/field.hpp"
#include "rec/sams_init.hpp"
#include "rules/message.hpp"
#include "rules/source.hpp"
#include "store/read_scope.hpp"
#include "transaction/world.hpp"

namespace samspil::transaction {

struct initiated {
  rules::messages messages;
  bool ok = false;                 ///< no message of class F: the rest is filled in
  codec::buffer<rec::STAM> stam;
  unsigned rule_version = 0;       ///< the rules that were looked at
  std::string aktuel;              ///< 500 bytes
  std::string others;              ///< personnummer shown besides the main person, ten digits each
  std::uint64_t seen = 0;          ///< nothing that was shown has changed after this audit sequence
};

/// `keys`: INIT-ANMODNING. `committed`: the store's last sequence before the scope was opened.
initiated initiate(store::read_scope const& scope, world const& around, rules::actor const& who, std::string_view keys,
                   date business_date, std::uint64_t committed);

}  // namespace samspil::transaction
