#include "rules/condition_grammar.hpp"

#include <boost/spirit/home/x3.hpp>

// "expected a number" instead of the C++ type of sum[action].
namespace boost::spirit::x3 {
template <class Subject, class F>
struct get_info<action<Subject, F>> {
  using result_type = std::string;
  std::string operator()(action<Subject, F> const& p) const { return what(p.subject); }
};
template <class Subject>
struct get_info<raw_directive<Subject>> {
  using result_type = std::string;
  std::string operator()(raw_directive<Subject> const& p) const { return what(p.subject); }
};
}  // namespace boost::spirit::x3

namespace samspil::rules {
namespace {

namespace x3 = boost::spirit::x3;
using iterator = char const*;
using node = syntax_node;

/// The bytes that a raw[] parser matched.
template <class Context>
std::string_view matched(Context const& context) {
  auto const& range = x3::_attr(context);
  return {range.begin(), static_cast<std::size_t>(range.end() - range.begin())};
}

auto const blank = x3::char_(" \n");
auto const word_byte = x3::char_("A-Za-z0-9") | x3::char_('-');
/// A word of its own: `in` is not the beginning of `index`.
auto keyword(char const* text) { return x3::lexeme[x3::lit(text) >> !word_byte]; }

x3::symbols_parser<boost::spirit::char_encoding::standard, x3::unused_type> const keywords{
    {"and", "or", "not", "in", "is", "matches", "of", "any", "all", "count", "where", "saying", "at"}};
auto const name = x3::lexeme[x3::char_("A-Z") >> *(x3::char_("A-Z0-9") | x3::char_('-'))];
auto const plain_word =
    x3::lexeme[!(keywords >> !word_byte) >> x3::char_("a-z") >> *(x3::char_("a-z") | x3::char_('-'))];
auto const digits = x3::lexeme[x3::repeat(1, 18)[x3::digit] >> !word_byte];
auto const record_number = x3::lexeme[x3::repeat(3)[x3::digit] >> !word_byte];
auto const day = x3::lexeme[x3::repeat(4)[x3::digit] >> '-' >> x3::repeat(2)[x3::digit] >> '-' >>
                            x3::repeat(2)[x3::digit] >> !word_byte];
auto const quoted = *((x3::char_ - '\'' - '\n') | x3::lit("''"));

// What is kept of a match: a leaf, or one more part.
template <syntax What>
constexpr auto become = [](auto& c) { x3::_val(c) = node{What, matched(c), {}}; };
template <syntax What>
constexpr auto mark = [](auto& c) { x3::_val(c).what = What; };
template <syntax What>
constexpr auto marked = [](auto& c) { x3::_val(c).what = What, x3::_val(c).text = matched(c); };
constexpr auto take = [](auto& c) { x3::_val(c) = std::move(x3::_attr(c)); };
constexpr auto add = [](auto& c) { x3::_val(c).parts.push_back(std::move(x3::_attr(c))); };
/// What was read so far becomes the first part of a new node.
template <syntax What>
constexpr auto wrap = [](auto& c) {
  node inner = std::move(x3::_val(c));
  x3::_val(c) = node{What, matched(c), {}};
  x3::_val(c).parts.push_back(std::move(inner));
};

x3::rule<class expression_tag, node> const expression = "a condition";
x3::rule<class operand_tag, node> const operand = "a value";
x3::rule<class sum_tag, node> const sum = "a value";
x3::rule<class relation_tag, node> const relation = "a condition";
x3::rule<class negation_tag, node> const negation = "a condition";
x3::rule<class conjunction_tag, node> const conjunction = "a condition";

template <class Tag, class Parser>
auto rule(char const* what, Parser const& parser) {
  return x3::rule<Tag, node>{what} = parser;
}

auto const number_literal = rule<class number_tag>("a number", x3::raw[digits][become<syntax::number>]);
auto const text_literal = rule<class text_tag>(
    "a text in quotes", x3::lexeme[(x3::lit('\'') >> x3::raw[quoted][become<syntax::text>]) > x3::lit('\'')]);
auto const day_literal = rule<class day_tag>("a date", x3::raw[day][become<syntax::day>]);
auto const literal = rule<class literal_tag>("a literal", day_literal[take] | number_literal[take] |
    text_literal[take]);
auto const word = rule<class word_tag>("a word", x3::raw[plain_word][become<syntax::word>]);

auto const person = (keyword("of") >> keyword("person")) > operand[add];
auto const of_record =
    rule<class of_record_tag>("a record", x3::raw[record_number][become<syntax::of_record>] >> -person);
auto const qualifier = rule<class qualifier_tag>(
    "a record of three digits, keys or data", of_record[take] | x3::raw[keyword("keys")][become<syntax::of_keys>] |
                                                  x3::raw[keyword("data")][become<syntax::of_data>]);
auto const subscript = rule<class subscript_tag>(
    "an occurrence", x3::lit('(') >> x3::raw[digits][become<syntax::subscript>] >> x3::lit(')'));
auto const field = rule<class field_tag>(
    "a field", x3::raw[name][become<syntax::field>] >> -subscript[add] >>
                   -((keyword("of") >> !keyword("person")) > qualifier[add]));
auto const look_up = rule<class look_up_tag>(
    "a look-up", word[take] >> -(x3::lit('(') > sum[add] > *(x3::lit(',') > sum[add]) > x3::lit(')')));

auto const over_road = rule<class over_road_tag>(
    "a road", keyword("road") > x3::raw[record_number][become<syntax::over_road>] > keyword("at") > operand[add] >
                  operand[add]);
auto const over_record = rule<class over_record_tag>(
    "a record", keyword("record") > x3::raw[record_number][become<syntax::over_record>] > -person);
auto const over_authority = rule<class over_authority_tag>(
    "an authority", x3::raw[keyword("authority")][become<syntax::over_authority>] > operand[add]);
auto const over_field = rule<class over_field_tag>("a field", x3::raw[name][become<syntax::over_field>]);
auto const source = rule<class source_tag>(
    "record, road, authority or a field that repeats",
    over_road[take] | over_record[take] | over_authority[take] | over_field[take]);
auto const quantifier = rule<class quantifier_tag>(
    "any, all or count",
    (x3::raw[keyword("any")][marked<syntax::any>] | x3::raw[keyword("all")][marked<syntax::all>] |
     x3::raw[keyword("count")][marked<syntax::count>]) > source[add] >
        -(keyword("where") > x3::lit('(') > expression[add] > x3::lit(')')));

auto const unit_name = x3::raw[keyword("days") | keyword("day") | keyword("months") | keyword("month") |
                               keyword("years") | keyword("year")];
auto const unit = rule<class unit_tag>("a unit", unit_name[become<syntax::unit>]);

auto const operand_def = (x3::lit('(') > expression[take] > x3::lit(')')) | quantifier[take] | literal[take] |
                         field[take] | look_up[take];
auto const sum_def = operand[take] >> *((x3::raw[x3::lit('+')][wrap<syntax::plus>] |
                                         x3::raw[x3::lit('-')][wrap<syntax::minus>]) > operand[add] > -unit[add]);

auto const range_rule = rule<class range_tag>(
    "a literal", literal[take] >> -(x3::raw[x3::lit("..")][wrap<syntax::range>] > literal[add]));
// The literals of a set, or the list's name alone, as the parts of one node.
auto const set = rule<class set_tag>(
    "a set in parentheses or a list",
    (x3::raw[x3::lit('(')][marked<syntax::within>] > range_rule[add] > *(x3::lit(',') > range_rule[add]) >
     x3::lit(')')) | word[take]);
/// `in` and what follows; a list makes another node of it.
template <syntax Set, syntax List>
auto in() {
  return x3::raw[keyword("in")][wrap<Set>] > set[([](auto& c) {
           node& made = x3::_val(c);
           node& right = x3::_attr(c);
           if (right.what == syntax::word) {
             made.what = List;
             made.parts.push_back(std::move(right));
           } else {
             std::move(right.parts.begin(), right.parts.end(), std::back_inserter(made.parts));
           }
         })];
}
auto const comparison =
    (x3::raw[x3::lit("<>")][wrap<syntax::unequal>] | x3::raw[x3::lit("<=")][wrap<syntax::at_most>] |
     x3::raw[x3::lit(">=")][wrap<syntax::at_least>] | x3::raw[x3::lit('<')][wrap<syntax::less>] |
     x3::raw[x3::lit('>')][wrap<syntax::more>] | x3::raw[x3::lit('=')][wrap<syntax::equal>]) > sum[add];
auto const test = comparison | in<syntax::within, syntax::member>() |
                  (x3::raw[keyword("matches")][wrap<syntax::matches>] > text_literal[add]) |
                  (keyword("not") > (in<syntax::outside, syntax::stranger>() |
                                     (x3::raw[keyword("matches")][wrap<syntax::differs>] > text_literal[add]))) |
                  (x3::raw[keyword("is")][wrap<syntax::is>] > -keyword("not")[mark<syntax::is_not>] > word[add]);
auto const relation_def = sum[take] >> -test;
auto const negation_def = (x3::raw[keyword("not")][marked<syntax::negation>] > negation[add]) | relation[take];
auto const conjunction_def =
    negation[take] >> *(x3::raw[keyword("and")][wrap<syntax::conjunction>] > negation[add]);
auto const expression_def =
    conjunction[take] >> *(x3::raw[keyword("or")][wrap<syntax::disjunction>] > conjunction[add]);

BOOST_SPIRIT_DEFINE(operand, sum, relation, negation, conjunction, expression)

auto const set_condition = [](auto& c) { x3::_val(c).condition = std::move(x3::_attr(c)); };
auto const set_saying = [](auto& c) { x3::_val(c).saying.push_back(std::move(x3::_attr(c))); };
auto const whole = x3::rule<class whole_tag, condition_syntax>{"a condition"} =
    x3::eps > expression[set_condition] > -(keyword("saying") > sum[set_saying]);

/// The first byte where parentheses or negations are nested too deep; npos when they are not.
std::size_t too_deep(std::string_view text) {
  std::size_t depth = 0, negations = 0;
  bool quoted_text = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\'') quoted_text = !quoted_text;
    if (quoted_text) continue;
    if (text[i] == '(' && ++depth > deepest_condition) return i;
    if (text[i] == ')' && depth > 0) --depth;
    // Every not, of and at opens one more level of the grammar.
    std::string_view const rest = text.substr(i, 3);
    if ((rest == "not" || rest.starts_with("of") || rest.starts_with("at")) && ++negations > 5 * deepest_condition)
      return i;
  }
  return std::string_view::npos;
}

std::size_t place_of(iterator at, std::string_view text) {
  iterator const end = text.data() + text.size();
  while (at != end && (*at == ' ' || *at == '\n')) ++at;
  if (at == end)
    while (at != text.data() && (at[-1] == ' ' || at[-1] == '\n')) --at;
  return static_cast<std::size_t>(at - text.data());
}

}  // namespace

boost::system::result<condition_syntax, condition_error> parse_condition(std::string_view text) {
  if (text.size() > longest_condition)
    return condition_error{longest_condition, "a condition has " + std::to_string(longest_condition) +
        " bytes at most"};
  if (auto const deep = too_deep(text); deep != std::string_view::npos)
    return condition_error{deep, "too many parentheses or words within each other"};
  condition_syntax out;
  iterator at = text.data();
  iterator const end = at + text.size();
  try {
    x3::phrase_parse(at, end, whole, blank, out);
    if (at != end) return condition_error{place_of(at, text), "expected an operator, and, or, saying or the end"};
  } catch (x3::expectation_failure<iterator> const& failure) {
    return condition_error{place_of(failure.where(), text), "expected " + failure.which()};
  }
  return out;
}

}  // namespace samspil::rules
