// VALI: the data are checked against the rules and translated to clear text.
#pragma once

#include <string>
#include <string_view>

#include "base/date.hpp"
#include "rules/message.hpp"
#include "rules/source.hpp"
#include "store/read_scope.hpp"
#include "transaction/world.hpp"

namespace samspil::transaction {

struct validated {
  rules::messages messages;
  bool ok = false;        ///< no message of class F: the rest is filled in
  std::string data;       ///< 400 bytes, normalised
  std::string klartekst;  ///< 600 bytes
  std::string others;     ///< personnummer whose names are shown, ten digits each
  std::string touched;    ///< personnummer of those whom the event will touch, ten digits each
  unsigned rule_version = 0;  ///< the rules that were looked at
  versions at;            ///< what the approval depends on
};

/// What rules depend on, as `scope` reads it; `around` is its world. Group and `rights_changed` of the user.
versions versions_of(store::read_scope const& scope, world const& around, std::string_view group,
                     std::uint64_t rights_changed, date business_date);

/// `keys`: the INIT-ANMODNING of the dialogue; `data`: event-DATA, 400 bytes.
/// The keys held at INIT; when the person is gone since, the answer is 172.
validated validate(store::read_scope const& scope, world const& around, rules::actor const& who, std::string_view keys,
                   std::string_view data, date business_date);

}  // namespace samspil::transaction
