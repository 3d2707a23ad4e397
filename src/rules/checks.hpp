// The checks of an event: the rules of the tables in force, for the keys and for
// the data (domain.md, "Messages of the keys", "Messages of the data"; docs/rules.md).
#pragma once

#include <span>
#include <string_view>

#include "rules/facts.hpp"
#include "rules/message.hpp"

namespace samspil::rules {

/// What check_keys leaves out when the session has been told of the person's
/// waiting data before, and when a decision on a waiting event looks at its keys again.
inline constexpr unsigned when_told_before[] = {7020};
inline constexpr unsigned when_deciding[] = {7020, 7023};

/// The messages of the keys, in order; warnings and information only when no rule of
/// class F fired. Rules whose message stands in `without` are not looked at.
messages check_keys(key_facts const& facts, std::span<unsigned const> without = {});
/// The errors of the keys that depend on who asks (rule_table::check_caller): what a user may do can become less
/// while a dialogue is open.
messages check_caller(key_facts const& facts);
/// The messages of the data, in order.
messages check_data(data_facts const& facts);
/// A message with its text in the actor's language; `value` replaces the text's `%` (needs_value).
message make_message(tables const& table, actor const& who, std::string_view rule, unsigned number, char klasse,
                     std::string_view felt, unsigned occurrence = 0, std::string_view value = {});

}  // namespace samspil::rules
