// A compiled condition: a flat list of steps that refer to each other by index.
// Evaluating one takes no memory (condition_evaluate.hpp).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "rules/condition_names.hpp"
#include "rules/condition_pattern.hpp"

namespace samspil::rules {

using step_index = std::uint32_t;
inline constexpr step_index no_step = ~step_index{0};
/// Quantifiers within each other.
inline constexpr unsigned most_frames = 4;

enum class operation : std::uint8_t {
  // truths
  never, always, negation, both, either, truths_equal, truths_differ,
  compare_numbers, compare_texts, compare_dates,
  number_in, text_in, date_in, listed, fits,
  is_empty, is_numeric, is_date, is_time, is_personnummer, fact_truth,
  any_of, all_of,
  // numbers
  number_literal, number_of, fact_number, count_of, add, subtract, age, length,
  // texts
  text_literal, field, fact_text, parity,
  // dates
  date_literal, date_of, today, add_days, add_months, add_years, birth,
};

enum class relation : std::uint8_t { equal, unequal, less, at_most, more, at_least };

/// Where the bytes of a field stand.
enum class place : std::uint8_t {
  keys, data,
  it,       ///< DATA at the occurrence that the row is evaluated for
  record,   ///< the first record of a type of the main person, or of the person that `left` names
  frame,    ///< the record or entry that a quantifier has come to
};

/// What a quantifier goes over.
enum class over : std::uint8_t { entries, records, roads, authorities };

struct step {
  operation what = operation::never;
  relation how = relation::equal;
  place where = place::keys;
  over source = over::entries;
  fact name = fact::it;
  fact_list list = fact_list::events;
  step_index left = no_step, right = no_step, body = no_step;
  std::uint32_t offset = 0, width = 0, stride = 0, occurs = 0;
  std::uint32_t record = 0;     ///< a person's record type
  std::uint32_t frame = 0;      ///< of a quantifier's own fields
  std::uint32_t set = 0;        ///< index into sets or patterns
  bool digits = false;          ///< a digits field, whose zeros are nothing
  std::int64_t number = 0;
  std::uint64_t day = 0;        ///< a date literal, packed
  std::string text{};           ///< literal; record type of a road, three digits
  std::string shown{};          ///< as the condition names it, for a trace
};

/// One literal or range of a set.
struct set_range {
  std::int64_t least = 0, most = 0;
  std::uint64_t first_day = 0, last_day = 0;
  std::string from, to;
};

struct program {
  std::vector<step> steps;
  std::vector<std::vector<set_range>> sets;
  std::vector<pattern> patterns;
  step_index condition = no_step;
  step_index saying = no_step;       ///< what stands for the text's %, a text, number or date
  value_type saying_type = value_type::text;
  std::vector<std::string> reads;    ///< fields of DATA and keys that the row waits for
};

/// Eight digits as a number that sorts as they do, zero for a blank date.
std::uint64_t packed_day(std::string_view digits8);

}  // namespace samspil::rules
