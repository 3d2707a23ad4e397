#include "layout/picture.hpp"

#include <algorithm>
#include <boost/spirit/home/x3.hpp>

#include "layout/picture_symbols.hpp"

namespace samspil::layout {
namespace {

namespace x3 = boost::spirit::x3;
using iterator = char const*;

auto const set_what = [](auto& c) {
  x3::_val(c).what = static_cast<char>(x3::_attr(c) & ~('a' <= x3::_attr(c) && x3::_attr(c) <= 'z' ? 0x20 : 0));
};
template <char What>
auto const set_pair = [](auto& c) { x3::_val(c).what = What; };
auto const set_times = [](auto& c) {
  x3::_val(c).times = x3::_attr(c);
  x3::_val(c).counted = true;
};

auto const times = x3::uint_parser<std::size_t, 10, 1, 8>{};
auto const credit = x3::no_case[x3::lit("cr")];
auto const debit = x3::no_case[x3::lit("db")];
auto const one_symbol = x3::rule<class symbol_tag, symbol>{"a picture symbol"} =
    (x3::char_("AaXx9SsVvPpZz*$+,./Bb0-")[set_what] | credit[set_pair<'C'>] | debit[set_pair<'D'>]) >>
    -(x3::lit('(') > times[set_times] > x3::lit(')'));

bool holds(std::vector<symbol> const& symbols, std::string_view any) {
  return std::any_of(symbols.begin(), symbols.end(),
                     [&](symbol const& s) { return any.find(s.what) != std::string_view::npos; });
}

picture_check read_whole(std::vector<symbol> const& symbols, picture& to) {
  for (symbol const& s : symbols) {
    std::size_t const bytes = s.what == 'C' || s.what == 'D' ? 2 : 1;
    if (s.what != 'S' && s.what != 'V' && s.what != 'P') to.width += s.times * bytes;
    if (to.width > max_length) return picture_fault{s.at, "longer than " + std::to_string(max_length) + " bytes"};
  }
  if (holds(symbols, "AX")) return read_text(symbols, to);
  if (holds(symbols, "Z*$+-,./B0CD")) return read_edited(symbols, to);
  return read_digits(symbols, to);
}

}  // namespace

symbols_reading read_symbols(std::string_view text) {
  symbols_reading out;
  iterator const begin = text.data();
  iterator const end = begin + text.size();
  auto const offset = [&](iterator p) { return static_cast<std::size_t>(p - begin); };
  auto const fault = [&](iterator p, std::string reason) { out.fault = picture_fault{offset(p), std::move(reason)}; };
  for (iterator p = begin; p != end && !out.fault;) {
    iterator const start = p;
    symbol s;
    try {
      if (!x3::parse(p, end, one_symbol, s)) {
        fault(start, "picture symbol " + std::string(1, *start) + " is not supported");
        break;
      }
    } catch (x3::expectation_failure<iterator> const& failure) {
      fault(failure.where(), "expected a repetition (n) of at most 8 digits");
      break;
    }
    s.at = offset(start);
    bool const again = !out.symbols.empty() && out.symbols.back().what == s.what;
    if (s.times == 0)
      fault(start, "a repetition of 0");
    else if (again && out.symbols.back().counted && std::string_view("$+-").find(s.what) != std::string_view::npos)
      fault(start, symbol_text(s) + " follows its own repetition");
    else if (again)
      out.symbols.back().times += s.times;
    else
      out.symbols.push_back(s);
  }
  return out;
}

picture_reading read_picture(std::string_view text) {
  picture_reading out;
  for (char c : text) out.value.text += static_cast<char>('a' <= c && c <= 'z' ? c - 'a' + 'A' : c);
  if (text.size() > max_picture_text) {
    out.fault = picture_fault{0, "a picture of more than " + std::to_string(max_picture_text) + " characters"};
    return out;
  }
  symbols_reading const read = read_symbols(text);
  out.fault = read.fault ? read.fault : read_whole(read.symbols, out.value);
  return out;
}

}  // namespace samspil::layout
