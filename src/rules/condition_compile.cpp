#include <algorithm>

#include "rules/condition_compiler.hpp"
#include "rules/road.hpp"

namespace samspil::rules {
namespace {

constexpr std::string_view keys_record = "INIT-ANMODNING";

}  // namespace

typed condition_compiler::fail(syntax_node const& at, std::string what) {
  syntax_node const* place = &at;
  while (place->text.empty() && !place->parts.empty()) place = &place->parts.front();
  bool const within = place->text.data() >= text_.data() && place->text.data() <= text_.data() + text_.size();
  std::size_t const quote = place->what == syntax::text ? 1 : 0;  // the text begins behind it
  if (!error_)
    error_ = {within ? static_cast<std::size_t>(place->text.data() - text_.data()) - quote : 0, std::move(what)};
  return {.at = emit({}), .from = &at};
}

step_index condition_compiler::emit(step s) {
  out_.steps.push_back(std::move(s));
  return static_cast<step_index>(out_.steps.size() - 1);
}

boost::system::result<program, condition_error> condition_compiler::run(condition_syntax const& tree) {
  out_.condition = truth(tree.condition);
  if (!tree.saying.empty()) {
    typed const said = value(tree.saying.front());
    if (said.type == value_type::truth) fail(tree.saying.front(), "expected a value to be said, this is a truth");
    out_.saying = said.at;
    out_.saying_type = said.type;
  }
  if (error_) return *error_;
  return std::move(out_);
}

step_index condition_compiler::truth(syntax_node const& n) {
  typed const t = value(n);
  if (t.type == value_type::truth) return t.at;
  return fail(n, "expected a condition, this is " + std::string(name_of(t.type))).at;
}

typed condition_compiler::truth_value(syntax_node const& n, step s) {
  return {.at = emit(std::move(s)), .type = value_type::truth, .from = &n};
}

typed condition_compiler::value(syntax_node const& n) {
  auto const both = [&](operation what) {
    step_index const left = truth(n.parts[0]);
    return truth_value(n, {.what = what, .left = left, .right = truth(n.parts[1])});
  };
  switch (n.what) {
    case syntax::number: case syntax::text: case syntax::day: return literal(n);
    case syntax::field: return field(n, true);
    case syntax::word: return look_up(n);
    case syntax::any: case syntax::all: case syntax::count: return quantifier(n);
    case syntax::negation: return truth_value(n, {.what = operation::negation, .left = truth(n.parts[0])});
    case syntax::conjunction: return both(operation::both);
    case syntax::disjunction: return both(operation::either);
    case syntax::equal: return compared(n, relation::equal);
    case syntax::unequal: return compared(n, relation::unequal);
    case syntax::less: return compared(n, relation::less);
    case syntax::at_most: return compared(n, relation::at_most);
    case syntax::more: return compared(n, relation::more);
    case syntax::at_least: return compared(n, relation::at_least);
    case syntax::within: return set(n, true);
    case syntax::outside: return set(n, false);
    case syntax::member: return listed(n, true);
    case syntax::stranger: return listed(n, false);
    case syntax::matches: return fits(n, true);
    case syntax::differs: return fits(n, false);
    case syntax::is: return property_of(n, true);
    case syntax::is_not: return property_of(n, false);
    case syntax::plus: return sum(n, true);
    case syntax::minus: return sum(n, false);
    default: return fail(n, "expected a value");
  }
}

// ---- fields

typed condition_compiler::field_of(syntax_node const& n, codec::column const& column, step s) {
  s.what = operation::field;
  s.offset = static_cast<std::uint32_t>(column.offset);
  s.width = static_cast<std::uint32_t>(column.width);
  s.stride = static_cast<std::uint32_t>(column.stride);
  s.occurs = static_cast<std::uint32_t>(column.count);
  s.digits = column.type == codec::kind::digits;
  if (s.shown.empty()) s.shown = n.text;
  return {.at = emit(std::move(s)),
          .type = column.type == codec::kind::digits ? value_type::digits : value_type::text,
          .dated = is_dated(column),
          .width = column.width,
          .from = &n};
}

typed condition_compiler::subscripted(syntax_node const& n, codec::column const& column, step s,
                                      std::string_view text) {
  bool const given = !n.parts.empty() && n.parts[0].what == syntax::subscript;
  if (given != (column.count > 1))
    return fail(n, column.count > 1 ? std::string(n.text) + " repeats: any, all, it or an occurrence in parentheses"
                             : std::string(n.text) + " does not repeat");
  if (!given) return field_of(n, column, std::move(s));
  auto const occurrence = codec::number(text);
  if (occurrence == 0 || occurrence > column.count)
    return fail(n.parts[0], std::string(n.text) + " has " + std::to_string(column.count) + " occurrences");
  codec::column one = column;
  one.offset += (occurrence - 1) * column.stride;
  s.shown = std::string(n.text) + "(" + std::string(text) + ")";
  return field_of(n, one, std::move(s));
}

typed condition_compiler::unqualified(syntax_node const& n, bool read) {
  std::string_view const occurrence = n.parts.empty() ? std::string_view() : n.parts[0].text;
  for (std::size_t i = frames_.size(); i-- > 0;) {
    if (frames_[i].record.empty()) continue;
    if (codec::column const* c = find_column(frames_[i].record, n.text))
      return subscripted(n, *c, {.where = place::frame, .frame = static_cast<std::uint32_t>(i)}, occurrence);
  }
  std::string const data = std::string(scope_.event) + "-DATA";
  bool const in_data = !scope_.event.empty() && find_column(data, n.text) != nullptr;
  codec::column const* c = find_column(in_data ? std::string_view(data) : keys_record, n.text);
  if (c == nullptr)
    return fail(n, "no field " + std::string(n.text) + " in the keys" + (scope_.event.empty() ? "" : " or " + data));
  if (read) out_.reads.emplace_back(n.text);
  return subscripted(n, *c, {.where = in_data ? place::data : place::keys}, occurrence);
}

typed condition_compiler::field(syntax_node const& n, bool read) {
  syntax_node const* qualifier = nullptr;
  for (syntax_node const& p : n.parts)
    if (p.what != syntax::subscript) qualifier = &p;
  if (qualifier == nullptr) return unqualified(n, read);
  if (qualifier->what != syntax::of_record) {
    bool const data = qualifier->what == syntax::of_data;
    if (data != (!scope_.event.empty() && find_column(std::string(scope_.event) + "-DATA", n.text) != nullptr))
      return fail(n, "no field " + std::string(n.text) + (data ? " in DATA" : " that DATA leaves to the keys"));
    // The same name without the records of quantifiers around it.
    std::vector<frame> hidden;
    hidden.swap(frames_);
    syntax_node plain{n.what, n.text, {}};
    if (n.parts[0].what == syntax::subscript) plain.parts.push_back(n.parts[0]);
    typed out = unqualified(plain, read);
    out.from = &n;
    hidden.swap(frames_);
    return out;
  }
  std::string const record = "PERSON-" + std::string(qualifier->text);
  if (!columns_of(record)) return fail(*qualifier, "no record " + std::string(qualifier->text) + " of a person");
  codec::column const* c = find_column(record, n.text);
  if (c == nullptr) return fail(n, "no field " + std::string(n.text) + " in record " + std::string(qualifier->text));
  step s{.where = place::record, .record = static_cast<std::uint32_t>(codec::number(qualifier->text))};
  if (!qualifier->parts.empty()) s.left = code(qualifier->parts[0]);
  s.shown = std::string(n.text) + " of " + std::string(qualifier->text) + (s.left == no_step ? "" : " of person");
  return field_of(n, *c, std::move(s));
}

// ---- look-ups

step_index condition_compiler::code(syntax_node const& n) {
  typed const t = value(n);
  if (t.type != value_type::digits && t.type != value_type::text)
    return fail(n, "expected a code, this is " + std::string(name_of(t.type))).at;
  return t.at;
}

typed condition_compiler::entry(syntax_node const& n) {
  for (std::size_t i = frames_.size(); i-- > 0;) {
    if (frames_[i].entry == nullptr) continue;
    codec::column one = *frames_[i].entry;
    one.offset = 0;
    return field_of(n, one, {.where = place::frame, .frame = static_cast<std::uint32_t>(i)});
  }
  return fail(n, "each is an entry of a field that any, all or count goes over");
}

typed condition_compiler::fact_value(syntax_node const& n, known_fact const& known) {
  if (known.what == fact::each) return entry(n);
  if (known.what == fact::it) {
    if (scope_.felt == nullptr) return fail(n, "it is the field that the row is about: this row is about none");
    return field_of(n, *scope_.felt, {.where = scope_.felt_of_keys ? place::keys : place::it});
  }
  if (known.what == fact::position && frames_.empty()) return fail(n, "position is counted in any, all or count only");
  step s{.name = known.what, .shown = std::string(n.text)};
  s.digits = known.type == value_type::digits;
  s.frame = static_cast<std::uint32_t>(frames_.empty() ? 0 : frames_.size() - 1);
  switch (known.type) {
    case value_type::truth: s.what = operation::fact_truth; break;
    case value_type::number: s.what = operation::fact_number; break;
    case value_type::date: s.what = operation::today; break;
    default: s.what = operation::fact_text;
  }
  return {.at = emit(std::move(s)), .type = known.type, .width = known.type == value_type::digits ? 4u : 0u, .from =
      &n};
}

typed condition_compiler::call(syntax_node const& n, known_function const& known) {
  bool const many = known.what == function::length;
  if (n.parts.empty() || (!many && n.parts.size() != 1))
    return fail(n, std::string(n.text) + (many ? " takes texts in parentheses" : " takes one value in parentheses"));
  syntax_node const& first = n.parts[0];
  if (known.what == function::seen) {
    if (first.what != syntax::field) return fail(first, "expected a field");
    return field(first, false);
  }
  if (known.what == function::date)
    return {.at = as_date(value(first)), .type = value_type::date, .from = &n};
  step s{.shown = std::string(n.text)};
  if (many) {
    step_index next = no_step;
    for (auto part = n.parts.rbegin(); part != n.parts.rend(); ++part) {
      step_index const text = code(*part);
      next = emit({.what = operation::length, .left = text, .right = next, .shown = s.shown});
    }
    return {.at = next, .type = value_type::number, .from = &n};
  }
  s.left = code(first);
  s.what = known.what == function::age ? operation::age
           : known.what == function::birth ? operation::birth : operation::parity;
  return {.at = emit(std::move(s)), .type = known.type, .from = &n};
}

typed condition_compiler::look_up(syntax_node const& n) {
  if (auto const* known = find_function(n.text)) return call(n, *known);
  if (auto const* known = find_fact(n.text)) {
    if (!n.parts.empty()) return fail(n, std::string(n.text) + " takes nothing in parentheses");
    return fact_value(n, *known);
  }
  return fail(n, "no look-up " + std::string(n.text));
}

// ---- quantifiers

void condition_compiler::over_what(syntax_node const& n, step& s, frame& f) {
  switch (n.what) {
    case syntax::over_field: {
      std::string const data = std::string(scope_.event) + "-DATA";
      f.entry = scope_.event.empty() ? nullptr : find_column(data, n.text);
      if (f.entry == nullptr || f.entry->count == 1)
        return static_cast<void>(fail(n, "no field " + std::string(n.text) + " that repeats in DATA"));
      s.offset = static_cast<std::uint32_t>(f.entry->offset);
      s.width = static_cast<std::uint32_t>(f.entry->width);
      s.stride = static_cast<std::uint32_t>(f.entry->stride);
      s.occurs = static_cast<std::uint32_t>(f.entry->count);
      return;
    }
    case syntax::over_record:
      s.source = over::records;
      f.record = "PERSON-" + std::string(n.text);
      s.record = static_cast<std::uint32_t>(codec::number(n.text));
      if (!n.parts.empty()) s.left = code(n.parts[0]);
      break;
    case syntax::over_road:
      s.source = over::roads;
      f.record = "ROAD-" + std::string(n.text);
      if (road_record_length(n.text) == 0 || n.text == "002") fail(n, "no such record of a road");
      s.text = n.text;
      s.left = code(n.parts[0]);
      s.right = code(n.parts[1]);
      break;
    default:
      s.source = over::authorities;
      f.record = "AUTHORITY-001";
      s.left = code(n.parts[0]);
  }
  if (!columns_of(f.record)) fail(n, "no record " + std::string(n.text));
}

typed condition_compiler::quantifier(syntax_node const& n) {
  if (frames_.size() == most_frames) return fail(n, "too many any, all and count within each other");
  step s;
  s.what = n.what == syntax::any ? operation::any_of : n.what == syntax::all ? operation::all_of : operation::count_of;
  s.frame = static_cast<std::uint32_t>(frames_.size());
  frame f;
  over_what(n.parts[0], s, f);
  if (n.parts.size() > 1) {
    frames_.push_back(f);
    s.body = truth(n.parts[1]);
    frames_.pop_back();
  } else if (n.what == syntax::all || s.source == over::entries) {
    fail(n, "expected where and a condition in parentheses behind it");
  }
  bool const number = n.what == syntax::count;
  return {.at = emit(std::move(s)), .type = number ? value_type::number : value_type::truth, .from = &n};
}

boost::system::result<program, condition_error> compile_condition(std::string_view text,
                                                                  condition_scope const& scope) {
  auto const tree = parse_condition(text);
  if (!tree) return tree.error();
  return condition_compiler(text, scope).run(*tree);
}

}  // namespace samspil::rules
