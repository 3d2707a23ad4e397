// Evaluates a compiled condition. It takes no memory; with a trace it writes
// down what it saw.
#pragma once

#include <array>
#include <string>
#include <utility>
#include <vector>

#include "rules/condition_facts.hpp"
#include "rules/condition_program.hpp"

namespace samspil::rules {

/// What a condition saw: names as the condition has them, and values, each pair once.
struct condition_trace {
  /// Whether personnummer are shown; else their last four digits are not (record::masked).
  bool clear = false;
  std::vector<std::pair<std::string, std::string>> saw;

  void add(std::string_view name, std::string_view value);
};

class evaluation {
 public:
  /// `occurrence` is that of the field the row is about, from 1; 0 when it does not repeat.
  evaluation(program const& what, condition_facts const& facts, unsigned occurrence = 0,
             condition_trace* trace = nullptr)
      : program_(what), facts_(facts), occurrence_(occurrence), trace_(trace) {}

  /// Whether the condition holds.
  bool holds() { return truth(program_.condition); }
  /// What stands for the text's %: the text, the number's digits or yyyyMMdd; empty without `saying`.
  std::string said();

 private:
  struct amount {
    std::int64_t value = 0;
    bool known = false;
  };
  struct frame {
    std::string_view bytes;
    unsigned position = 0;
  };

  bool truth(step_index at);
  amount number(step_index at);
  std::string_view text(step_index at);
  std::uint64_t day(step_index at);

  bool compared(step const& s);
  bool within(step const& s);
  bool is_empty(step const& s);
  /// How many entries or records the condition holds for; it stops at the first where it is (`until`).
  unsigned counted(step const& s, bool stop, bool until);
  template <class F>
  void each_one(step const& s, F const& go_on);
  std::string_view field(step const& s);
  record::person const* person_of(step const& s);
  amount age(step const& s);
  std::uint64_t birth(std::string_view pnr);
  std::uint64_t moved(step const& s);
  void saw(step const& s, std::string_view value);

  program const& program_;
  condition_facts const& facts_;
  unsigned occurrence_;
  condition_trace* trace_;
  std::array<frame, most_frames> frames_{};
};

}  // namespace samspil::rules
