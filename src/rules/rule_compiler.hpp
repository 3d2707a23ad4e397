// Makes a rule table of its rows and finds what is wrong with them.
#pragma once

#include "rules/condition_compile.hpp"
#include "rules/rule_table.hpp"

namespace samspil::rules {

class rule_compiler {
 public:
  rule_compiler(std::vector<rule_text> rules, tables const* with, rule_findings& findings);
  rule_table run();

 private:
  void wrong(rule_text const& r, std::size_t column, std::string what);
  void wrong(rule_text const& r, rule_cell const& cell, std::size_t at, std::string what);

  // rule_check.cpp
  void check_words(rule_text const& r);
  void check_number(rule_text const& r);
  void check_not_after(rule_text const& r);
  std::string waits_in_vain(rule_text const& r, unsigned number) const;
  void check_reached(std::size_t at);
  bool hides(rule_text const& earlier, rule_text const& later) const;

  // rule_compiler.cpp
  bool add(rule_text const& r, condition_scope const& scope, std::string_view felt, unsigned occurs,
           std::vector<rule_table::compiled>& to);
  void add_keys(rule_text const& r);
  void add_data(rule_text const& r);
  bool add_fields(rule_text const& r, std::string const& event, std::string_view word);
  void order_keys();
  void index_keys();

  std::shared_ptr<std::vector<rule_text> const> rules_;
  tables const* with_;  ///< null: groups and texts are not looked at
  rule_findings& findings_;
  rule_table out_;
};

/// The events that the layouts know: those with a record of their name and -DATA, as FLY-DATA.
std::vector<std::string> const& known_events();

}  // namespace samspil::rules
