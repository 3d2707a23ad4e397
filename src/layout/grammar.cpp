#include "layout/grammar.hpp"

#include <boost/spirit/home/x3.hpp>

// "expected a name" instead of the C++ type of raw[name][action].
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
template <class Subject>
struct get_info<plus<Subject>> {
  using result_type = std::string;
  std::string operator()(plus<Subject> const& p) const { return what(p.subject); }
};
}  // namespace boost::spirit::x3

namespace samspil::layout {
namespace {

namespace x3 = boost::spirit::x3;
using iterator = char const*;

/// The bytes that a raw[] parser matched.
template <class Context>
std::string_view matched(Context const& context) {
  auto const& range = x3::_attr(context);
  return {range.begin(), static_cast<std::size_t>(range.end() - range.begin())};
}

// A comma or semicolon before a blank only separates.
auto const blank = x3::char_(" \n");
auto const separator = blank | (x3::char_(",;") >> &(blank | x3::eoi));
auto const period = x3::rule<class period_tag>{"a period"} = x3::lexeme[x3::lit('.') >> &(blank | x3::eoi)];

auto const word_byte = x3::char_("A-Za-z0-9") | x3::char_("_-");

/// A word of its own: COMP is not the beginning of COMPANY.
auto keyword(char const* text) { return x3::lexeme[x3::no_case[x3::lit(text)] >> !word_byte]; }

/// Words that begin a clause or a phrase of one: no item has such a name.
x3::symbols_parser<boost::spirit::char_encoding::standard, x3::unused_type> const clause_words{
    {"pic",     "picture", "occurs",    "redefines", "value",    "values", "usage",   "display", "comp",   "comp-1",
     "comp-2",  "comp-3",  "comp-4",    "comp-5",    "comp-6",   "comp-x", "comp-n",  "binary",  "sign",   "leading",
     "packed-decimal",     "trailing",  "separate",  "just",     "blank",  "justified", "sync",  "synchronized",
     "indexed", "pointer", "index",     "external",  "global",   "typedef", "renames", "national", "group-usage",
     "computational",      "computational-1",        "computational-2",    "computational-3",
     "computational-4",    "computational-5",        "computational-x",    "ascending", "descending", "depending",
     "copy",    "replace", "constant",  "display-1", "procedure-pointer",  "function-pointer", "object"}};
/// Words that stand for USAGE and the word.
x3::symbols_parser<boost::spirit::char_encoding::standard, x3::unused_type> const usage_words{
    {"display", "comp", "comp-1", "comp-2", "comp-3", "comp-4", "comp-5", "comp-6", "comp-x", "comp-n", "binary",
     "packed-decimal", "computational", "computational-1", "computational-2", "computational-3", "computational-4",
     "computational-5", "computational-x", "pointer", "index", "national", "display-1", "procedure-pointer",
     "function-pointer"}};

auto const word = x3::rule<class word_tag, x3::unused_type>{"a word"} = x3::lexeme[+word_byte];
auto const clause_word = x3::lexeme[x3::no_case[clause_words] >> !word_byte];
auto const usage_word = x3::lexeme[x3::no_case[usage_words] >> !word_byte];
auto const name = x3::rule<class name_tag, x3::unused_type>{"a name"} = !clause_word >> x3::lexeme[+word_byte];
auto const number = x3::rule<class number_tag, x3::unused_type>{"a number"} =
    x3::lexeme[+x3::digit >> !word_byte];
auto const picture = x3::rule<class picture_tag, x3::unused_type>{"a picture"} =
    x3::lexeme[+(x3::char_ - separator - period)];

template <char Quote>
auto in_quotes() {
  return x3::lexeme[x3::lit(Quote) >>
                    *((x3::char_ - x3::char_(Quote) - x3::eol) | (x3::lit(Quote) >> x3::lit(Quote))) >> x3::lit(Quote)];
}
auto const point_and_digits = x3::lit('.') >> +x3::digit;
auto const signed_number =
    x3::lexeme[-x3::char_("+-") >> ((+x3::digit >> -point_and_digits) | point_and_digits) >> !word_byte];
auto const figurative = keyword("zero") | keyword("zeros") | keyword("zeroes") | keyword("space") |
                        keyword("spaces") | keyword("high-value") | keyword("high-values") | keyword("low-value") |
                        keyword("low-values") | keyword("quote") | keyword("quotes");
auto const text_literal = in_quotes<'"'>() | in_quotes<'\''>() |
                          x3::lexeme[x3::char_("Xx") >> (in_quotes<'"'>() | in_quotes<'\''>())];
auto const literal = x3::rule<class literal_tag, x3::unused_type>{"a literal"} =
    text_literal | signed_number | figurative | (keyword("all") >> (text_literal | figurative));

auto const set_from = [](auto& c) { x3::_val(c).from = matched(c); };
auto const set_to = [](auto& c) { x3::_val(c).to = matched(c); };
auto const range = x3::rule<class range_tag, value_range>{"a literal"} =
    x3::raw[literal][set_from] >> -((keyword("thru") | keyword("through")) > x3::raw[literal][set_to]);
auto const ranges = x3::rule<class ranges_tag, std::vector<value_range>>{"a literal"} = +range;

auto const set_most = [](auto& c) { x3::_val(c).most = matched(c); };
auto const set_to_most = [](auto& c) {
  x3::_val(c).least = x3::_val(c).most;
  x3::_val(c).most = matched(c);
};
auto const add_depending = [](auto& c) { x3::_val(c).depending.push_back(matched(c)); };
auto const add_key = [](auto& c) { x3::_val(c).keys.push_back(matched(c)); };
auto const add_index = [](auto& c) { x3::_val(c).indexes.push_back(matched(c)); };
auto const is = -(keyword("is") | keyword("are"));
auto const of = keyword("of") | keyword("in");
auto const depending =
    keyword("depending") >> -keyword("on") > x3::raw[name][add_depending] > *(of > x3::raw[name][add_depending]);
auto const key = (keyword("ascending") | keyword("descending")) >> -keyword("key") >> is > +x3::raw[name][add_key];
auto const indexed = keyword("indexed") >> -keyword("by") > +x3::raw[name][add_index];
auto const occurs = x3::rule<class occurs_tag, occurs_clause>{"OCCURS"} =
    (keyword("occurs") > x3::raw[number][set_most]) >> -(keyword("to") > x3::raw[number][set_to_most]) >>
    -keyword("times") >> *(depending | key | indexed);

auto const set_level = [](auto& c) { x3::_val(c).level = matched(c); };
auto const set_name = [](auto& c) { x3::_val(c).name = matched(c); };
auto const add_picture = [](auto& c) { x3::_val(c).pictures.push_back(matched(c)); };
auto const add_redefines = [](auto& c) { x3::_val(c).redefines.push_back(matched(c)); };
auto const add_usage = [](auto& c) { x3::_val(c).usages.push_back(matched(c)); };
auto const add_occurs = [](auto& c) { x3::_val(c).occurs.push_back(x3::_attr(c)); };
auto const add_values = [](auto& c) { x3::_val(c).values.push_back(x3::_attr(c)); };
auto const add_sign = [](auto& c) { x3::_val(c).signs.push_back(x3::_attr(c)); };
auto const add_justified = [](auto& c) { x3::_val(c).justified.push_back(matched(c)); };
auto const add_blank_zero = [](auto& c) { x3::_val(c).blank_zeros.push_back(matched(c)); };
auto const add_unsupported = [](auto& c) { x3::_val(c).unsupported.push_back(matched(c)); };

auto const set_side = [](auto& c) { x3::_val(c).side = matched(c); };
auto const set_separate = [](auto& c) { x3::_val(c).separate = true; };
auto const side = x3::rule<class side_tag, x3::unused_type>{"LEADING or TRAILING"} =
    keyword("leading") | keyword("trailing");
auto const separate = keyword("separate") >> -keyword("character");
auto const sign = x3::rule<class sign_tag, sign_clause>{"SIGN"} =
    ((keyword("sign") >> is > x3::raw[side][set_side]) | x3::raw[side][set_side]) >> -separate[set_separate];
auto const zero = x3::rule<class zero_tag, x3::unused_type>{"ZERO"} =
    keyword("zero") | keyword("zeros") | keyword("zeroes");

auto const clause =
    ((keyword("pic") | keyword("picture")) > is > x3::raw[picture][add_picture]) | occurs[add_occurs] |
    (keyword("redefines") > x3::raw[name][add_redefines]) |
    ((keyword("value") | keyword("values")) > is > ranges[add_values]) |
    (keyword("usage") > is > x3::raw[word][add_usage]) | x3::raw[usage_word][add_usage] | sign[add_sign] |
    (x3::raw[keyword("justified") | keyword("just")][add_justified] >> -keyword("right")) |
    (x3::raw[keyword("blank")][add_blank_zero] >> -keyword("when") > zero) |
    (-keyword("is") >> x3::raw[&x3::alpha >> word][add_unsupported] >> *(x3::char_ - period));

auto const level = x3::rule<class level_tag, x3::unused_type>{"a level number"} =
    x3::lexeme[x3::repeat(1, 2)[x3::digit] >> !word_byte];
auto const one_entry = x3::rule<class entry_tag, entry>{"an entry"} =
    x3::raw[level][set_level] > -x3::raw[name][set_name] > *clause > period;

/// Where something is missing: the next word, or right behind the last one.
iterator place_of(iterator at, std::string_view text) {
  iterator const end = text.data() + text.size();
  x3::skip_over(at, end, x3::make_context<x3::skipper_tag>(separator));
  if (at == end)
    while (at != text.data() && (at[-1] == ' ' || at[-1] == '\n')) --at;
  return at;
}

/// What stands where an entry should begin.
copybook_error no_entry(source const& from, iterator at, iterator end) {
  std::string_view rest(at, static_cast<std::size_t>(end - at));
  rest = rest.substr(0, rest.find_first_of(" \n."));
  std::string first;
  for (char c : rest) first += static_cast<char>('a' <= c && c <= 'z' ? c - 'a' + 'A' : c);
  for (std::string_view const known : {"COPY", "REPLACE", "EXEC", "EJECT", "SKIP1", "SKIP2", "SKIP3", "TITLE"})
    if (first == known) return {"", from.place(at), first + " is not supported"};
  return {"", from.place(at), "expected a level number"};
}

}  // namespace

result<std::vector<entry>> parse_entries(source const& from) {
  std::vector<entry> out;
  iterator at = from.text().data();
  iterator const end = at + from.text().size();
  try {
    bool const whole = x3::phrase_parse(at, end, *one_entry, separator, out);
    if (!whole || at != end) return no_entry(from, at, end);
  } catch (x3::expectation_failure<iterator> const& failure) {
    return copybook_error{"", from.place(place_of(failure.where(), from.text())), "expected " + failure.which()};
  }
  return out;
}

}  // namespace samspil::layout
