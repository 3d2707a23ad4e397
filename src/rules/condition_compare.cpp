#include "base/date.hpp"
#include "rules/condition_compiler.hpp"

namespace samspil::rules {

std::string unquoted(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    out += text[i];
    if (text[i] == '\'') ++i;  // the second of a pair
  }
  return out;
}

namespace {

std::uint64_t packed_literal(std::string_view day10) {
  return packed_day(std::string(day10.substr(0, 4)).append(day10.substr(5, 2)).append(day10.substr(8, 2)));
}

}  // namespace

typed condition_compiler::literal(syntax_node const& n) {
  if (n.what == syntax::number) {
    step s{.what = operation::number_literal, .number = static_cast<std::int64_t>(codec::number(n.text))};
    return {.at = emit(std::move(s)), .type = value_type::number, .literal = true, .from = &n};
  }
  if (n.what == syntax::day) {
    if (!parse_date10(n.text)) return fail(n, "no such day");
    step s{.what = operation::date_literal, .day = packed_literal(n.text)};
    return {.at = emit(std::move(s)), .type = value_type::date, .literal = true, .from = &n};
  }
  step s{.what = operation::text_literal, .text = unquoted(n.text)};
  std::size_t const width = s.text.size();
  return {.at = emit(std::move(s)), .type = value_type::text, .literal = true, .width = width, .from = &n};
}

bool condition_compiler::may_be_date(typed const& t) const {
  if (t.type == value_type::date || t.dated) return true;
  if (t.literal) return false;
  return t.type == value_type::digits ? t.width == 8 || t.width == 12
                                      : t.type == value_type::text && t.width == 10;
}

step_index condition_compiler::as_date(typed const& t) {
  if (t.type == value_type::date) return t.at;
  if (!may_be_date(t)) return fail(*t.from, "expected a date, this is " + std::string(name_of(t.type))).at;
  return emit({.what = operation::date_of, .left = t.at});
}

step_index condition_compiler::as_number(typed const& t) {
  if (t.type == value_type::number) return t.at;
  if (t.type != value_type::digits)
    return fail(*t.from, "expected a number, this is " + std::string(name_of(t.type))).at;
  return emit({.what = operation::number_of, .left = t.at});
}

step_index condition_compiler::as_text(typed const& t) {
  if (t.type == value_type::text || t.type == value_type::digits) return t.at;
  return fail(*t.from, "expected a text, this is " + std::string(name_of(t.type))).at;
}

void condition_compiler::literal_fits(typed const& field, typed const& other) {
  if (other.literal && !field.literal && field.width != 0 && other.width > field.width)
    fail(*other.from, "the text is longer than the field: " + std::to_string(field.width) + " bytes");
}

typed condition_compiler::compared(syntax_node const& n, relation how) {
  typed const a = value(n.parts[0]), b = value(n.parts[1]);
  auto const step_of = [&](operation what, step_index left, step_index right) {
    return truth_value(n, {.what = what, .how = how, .left = left, .right = right});
  };
  if (a.type == value_type::truth || b.type == value_type::truth) {
    if (a.type != b.type) return fail(n, "a condition and a value cannot be compared");
    if (how != relation::equal && how != relation::unequal)
      return fail(n, "conditions can be compared by = and <> only");
    return step_of(how == relation::equal ? operation::truths_equal : operation::truths_differ, a.at, b.at);
  }
  if (a.type == value_type::date || b.type == value_type::date || (a.dated && b.dated)) {
    step_index const left = as_date(a);
    return step_of(operation::compare_dates, left, as_date(b));
  }
  bool const codes_of_two_widths = a.type == value_type::digits && b.type == value_type::digits && a.width != b.width;
  if (a.type == value_type::number || b.type == value_type::number || codes_of_two_widths) {
    step_index const left = as_number(a);
    return step_of(operation::compare_numbers, left, as_number(b));
  }
  literal_fits(a, b);
  literal_fits(b, a);
  step_index const left = as_text(a);
  return step_of(operation::compare_texts, left, as_text(b));
}

typed condition_compiler::turned(syntax_node const& n, typed t, bool as_is) {
  if (as_is) return t;
  return truth_value(n, {.what = operation::negation, .left = t.at});
}

/// A literal or range of a set, of the type that is tested.
set_range condition_compiler::bounds(syntax_node const& n, typed const& tested) {
  bool const two = n.what == syntax::range;
  syntax_node const& from = two ? n.parts[0] : n;
  syntax_node const& to = two ? n.parts[1] : n;
  if (from.what != to.what) fail(to, "expected a range of two literals of one kind");
  set_range out;
  typed const probe = literal(from), end = literal(to);
  literal_fits(tested, probe);
  literal_fits(tested, end);
  out.least = out_.steps[probe.at].number, out.most = out_.steps[end.at].number;
  out.first_day = out_.steps[probe.at].day, out.last_day = out_.steps[end.at].day;
  out.from = out_.steps[probe.at].text, out.to = out_.steps[end.at].text;
  if (out.least > out.most || out.first_day > out.last_day || out.from > out.to)
    fail(n.parts[0], "expected a range in ascending order");
  return out;
}

typed condition_compiler::set(syntax_node const& n, bool inside) {
  typed const t = value(n.parts[0]);
  syntax_node const& first = n.parts[1].what == syntax::range ? n.parts[1].parts[0] : n.parts[1];
  step s{.set = static_cast<std::uint32_t>(out_.sets.size())};
  if (first.what == syntax::number) {
    s.what = operation::number_in, s.left = as_number(t);
  } else if (first.what == syntax::day) {
    s.what = operation::date_in, s.left = as_date(t);
  } else {
    s.what = operation::text_in, s.left = as_text(t);
  }
  std::vector<set_range> all;
  for (std::size_t i = 1; i < n.parts.size(); ++i) {
    syntax_node const& one = n.parts[i];
    if ((one.what == syntax::range ? one.parts[0] : one).what != first.what)
      fail(one, "expected literals of one kind in a set");
    all.push_back(bounds(one, t));
  }
  out_.sets.push_back(std::move(all));
  return turned(n, truth_value(n, std::move(s)), inside);
}

typed condition_compiler::sum(syntax_node const& n, bool plus) {
  typed const a = value(n.parts[0]), b = value(n.parts[1]);
  if (n.parts.size() == 2) {
    step_index const left = as_number(a);
    step s{.what = plus ? operation::add : operation::subtract, .left = left, .right = as_number(b)};
    return {.at = emit(std::move(s)), .type = value_type::number, .from = &n};
  }
  std::string_view const unit = n.parts[2].text;
  step s{.how = plus ? relation::more : relation::less};
  s.what = unit.starts_with("day") ? operation::add_days
           : unit.starts_with("month") ? operation::add_months : operation::add_years;
  s.left = as_date(a);
  s.right = as_number(b);
  return {.at = emit(std::move(s)), .type = value_type::date, .from = &n};
}

typed condition_compiler::fits(syntax_node const& n, bool inside) {
  typed const t = value(n.parts[0]);
  syntax_node const& literal_node = n.parts[1];
  auto compiled = pattern::parse(unquoted(literal_node.text));
  if (!compiled) {
    std::size_t const at = std::min(compiled.error().at, literal_node.text.size());
    return fail({syntax::word, literal_node.text.substr(at), {}}, compiled.error().what);
  }
  step s{.what = operation::fits, .left = as_text(t), .set = static_cast<std::uint32_t>(out_.patterns.size())};
  out_.patterns.push_back(std::move(*compiled));
  return turned(n, truth_value(n, std::move(s)), inside);
}

typed condition_compiler::property_of(syntax_node const& n, bool inside) {
  typed const t = value(n.parts[0]);
  known_property const* known = find_property(n.parts[1].text);
  if (known == nullptr)
    return fail(n.parts[1], "expected empty, filled, numeric, date, time or personnummer");
  step s{.left = as_text(t)};
  s.digits = t.type == value_type::digits;
  switch (known->what) {
    case property::empty: s.what = operation::is_empty; break;
    case property::filled: s.what = operation::is_empty, inside = !inside; break;
    case property::numeric: s.what = operation::is_numeric; break;
    case property::date: s.what = operation::is_date; break;
    case property::time: s.what = operation::is_time; break;
    case property::personnummer: s.what = operation::is_personnummer; break;
  }
  if (known->what == property::date && !may_be_date(t)) return fail(n.parts[1], "no date fits into this field");
  return turned(n, truth_value(n, std::move(s)), inside);
}

typed condition_compiler::listed(syntax_node const& n, bool inside) {
  typed const t = value(n.parts[0]);
  known_list const* known = find_list(n.parts[1].text);
  if (known == nullptr) return fail(n.parts[1], "no list " + std::string(n.parts[1].text));
  step s{.what = operation::listed, .list = known->what, .left = as_text(t)};
  return turned(n, truth_value(n, std::move(s)), inside);
}

}  // namespace samspil::rules
