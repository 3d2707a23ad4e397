// The names that a condition may use: fields of records by their layouts, and
// look-ups that are no field (docs/rules.md lists them).
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "codec/column.hpp"

namespace samspil::rules {

/// The elementary items of the record of that name ("FLY-DATA", "PERSON-002"), in order; nothing without such a record.
std::optional<std::span<codec::column const>> columns_of(std::string_view record);
/// Null when the record has no such field.
codec::column const* find_column(std::string_view record, std::string_view field);
/// Whether a field holds a date by its name: HDTO, SLUTDTO, FOED-DT, START-DT-PERSON, HAENSTART ...
bool is_dated(codec::column const& field);

enum class value_type { truth, number, text, digits, date };
/// "a truth", "a number" ...
std::string_view name_of(value_type type);

/// A look-up without arguments. Facts come from condition_facts.
enum class fact {
  permitted, awaits_decision,                         // truths
  waiting,                                            // a number
  group, scope, mynkod, residence, protection_type,   // texts and codes
  undo_event, undo_time, addressing_name, successor,
  today,                                              // a date
  it, place, each, position,                          // the field that the row is about; an entry of a quantifier
};
struct known_fact {
  std::string_view name;
  fact what;
  value_type type;
};
known_fact const* find_fact(std::string_view name);

/// A list that a value may be in.
enum class fact_list { events, reg, household, children };
struct known_list {
  std::string_view name;
  fact_list what;
};
known_list const* find_list(std::string_view name);

/// A look-up with arguments.
enum class function { age, birth, parity, length, date, seen };
struct known_function {
  std::string_view name;
  function what;
  value_type type;
};
known_function const* find_function(std::string_view name);

/// `is` and this word.
enum class property { empty, filled, numeric, date, time, personnummer };
struct known_property {
  std::string_view name;
  property what;
};
known_property const* find_property(std::string_view name);

}  // namespace samspil::rules
