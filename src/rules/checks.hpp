// The checks of an event: one row each (number, events, groups, FELT, class,
// message, predicate), in the order in which they are answered. Nothing about a
// rule is written anywhere else (domain.md, "Messages of the keys", "Messages of the data").
#pragma once

#include <span>
#include <string_view>

#include "rules/facts.hpp"
#include "rules/message.hpp"

namespace samspil::rules {

/// A row about the keys. It is evaluated only when none of `not_after` fired.
struct key_check {
  std::string_view rule;                  ///< REGELNR
  unsigned number;                        ///< MEDDNR
  char klasse;
  std::string_view felt;
  std::span<unsigned const> not_after;
  bool (*fires)(key_facts const&);
};

/// A row about the data. FELT `*9` and `*X` stand for every digits or text field.
/// It is not evaluated for a field, or with a field in `reads`, that has an F already.
struct data_check {
  std::string_view rule;
  unsigned number;
  char klasse;
  std::string_view events;                ///< codes with a blank each, or "*"
  std::string_view felt;
  std::string_view reads;                 ///< other fields that it reads, with a blank each
  bool (*fires)(data_facts const&, data_field const*, unsigned occurrence);
};

std::span<key_check const> key_checks();
std::span<data_check const> data_checks();

/// The messages of the keys, in order; warnings and information only when no row of class F fired.
messages check_keys(key_facts const& facts);
/// The messages of the data, in order.
messages check_data(data_facts const& facts);
/// A message with its text in the actor's language; `value` replaces the text's `%`.
message make_message(tables const& table, actor const& who, std::string_view rule, unsigned number, char klasse,
                     std::string_view felt, unsigned occurrence = 0, std::string_view value = {});

}  // namespace samspil::rules
