// The compiler's inside, for its two sources: condition_compile.cpp (names and
// structure) and condition_compare.cpp (types and comparisons).
#pragma once

#include "rules/condition_compile.hpp"

namespace samspil::rules {

/// A compiled value and what is known of it.
struct typed {
  step_index at = no_step;
  value_type type = value_type::truth;
  bool dated = false;      ///< a field that holds a date by its name
  bool literal = false;
  std::size_t width = 0;   ///< of a field; 0 when it is none
  syntax_node const* from = nullptr;
};

class condition_compiler {
 public:
  condition_compiler(std::string_view text, condition_scope const& scope) : text_(text), scope_(scope) {}
  boost::system::result<program, condition_error> run(condition_syntax const& tree);

 private:
  /// The innermost quantifier that is being compiled.
  struct frame {
    std::string record;                     ///< whose fields may be named; empty for entries
    codec::column const* entry = nullptr;   ///< the field whose entries `each` is
  };

  /// Keeps the first error; what is compiled behind it is of no use, and does no harm.
  typed fail(syntax_node const& at, std::string what);
  step_index emit(step s);
  step_index truth(syntax_node const& n);
  typed value(syntax_node const& n);

  // names and structure
  typed field(syntax_node const& n, bool read);
  typed field_of(syntax_node const& n, codec::column const& column, step s);
  typed unqualified(syntax_node const& n, bool read);
  typed subscripted(syntax_node const& n, codec::column const& column, step s, std::string_view text);
  typed look_up(syntax_node const& n);
  typed fact_value(syntax_node const& n, known_fact const& known);
  typed entry(syntax_node const& n);
  typed call(syntax_node const& n, known_function const& known);
  typed quantifier(syntax_node const& n);
  void over_what(syntax_node const& n, step& s, frame& f);
  step_index code(syntax_node const& n);
  typed truth_value(syntax_node const& n, step s);

  // types and comparisons
  typed literal(syntax_node const& n);
  typed compared(syntax_node const& n, relation how);
  typed set(syntax_node const& n, bool inside);
  typed sum(syntax_node const& n, bool plus);
  typed fits(syntax_node const& n, bool inside);
  typed property_of(syntax_node const& n, bool inside);
  typed listed(syntax_node const& n, bool inside);
  typed turned(syntax_node const& n, typed t, bool as_is);
  step_index as_number(typed const& t);
  step_index as_text(typed const& t);
  step_index as_date(typed const& t);
  bool may_be_date(typed const& t) const;
  void literal_fits(typed const& field, typed const& other);
  set_range bounds(syntax_node const& n, typed const& tested);

  std::string_view text_;
  condition_scope const& scope_;
  program out_;
  std::vector<frame> frames_;
  std::optional<condition_error> error_;
};

/// The text between the quotes, doubled ones single.
std::string unquoted(std::string_view text);

}  // namespace samspil::rules
