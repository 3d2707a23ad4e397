// The checks of an event: one row each (number, events, groups, FELT, class,
// message, predicate), in the order in which they are answered. Nothing about a
// rule is written anywhere else (domain.md, "Messages of the keys", "Messages of the data").
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "rules/facts.hpp"
#include "rules/message.hpp"

namespace samspil::rules {

/// A row about the keys. It is evaluated only when none of `not_after` fired.
struct key_check {
  std::string_view rule;                  ///< REGELNR
  unsigned number;                        ///< MEDDNR
  char klasse;
  std::string_view scopes;                ///< RIGHT-SCOPEs of the groups that it holds for, "*" for all
  std::string_view felt;
  std::span<unsigned const> not_after;
  bool (*fires)(key_facts const&);
  std::string (*value)(key_facts const&) = nullptr;  ///< what stands for the text's `%`; null when it has none
};

/// A row about the data. FELT is one field or several with blanks between; `*9`
/// and `*X` stand for every digits or text field; empty for none. It is evaluated
/// for each of those fields and occurrences that has no F yet, unless a field in
/// `reads` has one (domain.md: "A row reads FELT and the fields that its when names").
struct data_check {
  std::string_view rule;
  unsigned number;
  char klasse;
  std::string_view events;                ///< codes with a blank between, or "*"
  std::string_view scopes;                ///< as in key_check
  std::string_view felt;
  std::string_view reads;                 ///< other fields, with a blank between
  bool (*fires)(data_facts const&, data_field const*, unsigned occurrence);  ///< no field when FELT is none of DATA
  std::string (*value)(data_facts const&) = nullptr;
  unsigned not_after = 0;                 ///< a number that stops the row whatever field has it; 0 for none
};

std::span<key_check const> key_checks();
std::span<data_check const> data_checks();

/// What check_keys leaves out when the session has been told of the person's
/// waiting data before, and when a decision on a waiting event looks at its keys again.
inline constexpr unsigned when_told_before[] = {7020};
inline constexpr unsigned when_deciding[] = {7020, 7023};

/// The messages of the keys, in order; warnings and information only when no row of
/// class F fired. Rows whose number stands in `without` are not evaluated.
messages check_keys(key_facts const& facts, std::span<unsigned const> without = {});
/// The messages of the data, in order.
messages check_data(data_facts const& facts);
/// A message with its text in the actor's language; `value` replaces the text's `%`.
message make_message(tables const& table, actor const& who, std::string_view rule, unsigned number, char klasse,
                     std::string_view felt, unsigned occurrence = 0, std::string_view value = {});

}  // namespace samspil::rules
