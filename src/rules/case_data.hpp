// The data of a case: FIELD=value words, and what is supposed of the register.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>

#include "rules/rule_trial.hpp"

namespace samspil::rules {

/// Reads the words of CASE-DATA into an event; one reader for a case, however many rows its data have.
class case_data {
 public:
  /// Tells of something wrong at a byte of the text, counted from 0.
  using complaint = std::function<void(std::size_t at, std::string what)>;

  /// DATA of the event begins with blanks and zeros. `event` must outlive this.
  explicit case_data(trial_event& event);

  /// Words with blanks between: NAME=value or NAME(n)=value. A value is a word without blanks and quotes
  /// (digits fill their field from the right), 'text' with '' for a quote, or X'hex digits', which stand as they are.
  void read(std::string_view text, complaint const& wrong);

 private:
  void put(std::string_view name, std::size_t name_at, std::string_view occurrence, std::string value, bool bare,
           complaint const& wrong);
  bool suppose(std::string_view name, std::string_view value);

  trial_event& event_;
  std::set<std::string, std::less<>> seen_;
};

}  // namespace samspil::rules
