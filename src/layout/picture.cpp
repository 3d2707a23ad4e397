#include "layout/picture.hpp"

#include <boost/spirit/home/x3.hpp>
#include <vector>

namespace samspil::layout {
namespace {

namespace x3 = boost::spirit::x3;
using iterator = char const*;

/// One symbol with how often it stands; `at` is its offset in the picture.
struct symbol {
  char what = 0;
  std::size_t times = 1;
  std::size_t at = 0;
};

auto const set_what = [](auto& c) {
  x3::_val(c).what = static_cast<char>(x3::_attr(c) & ~('a' <= x3::_attr(c) && x3::_attr(c) <= 'z' ? 0x20 : 0));
};
auto const set_times = [](auto& c) { x3::_val(c).times = x3::_attr(c); };
auto const times = x3::uint_parser<std::size_t, 10, 1, 8>{};
auto const one_symbol = x3::rule<class symbol_tag, symbol>{"a picture symbol"} =
    x3::char_("AaXx9SsVv")[set_what] >> -(x3::lit('(') > times[set_times] > x3::lit(')'));

picture_fault at(std::size_t offset, std::string reason) { return {offset, std::move(reason)}; }

/// Adds one symbol to `to`; a reason when it cannot stand there.
std::optional<std::string> add(picture& to, symbol const& s, bool& text, bool& number, bool& point) {
  if (s.times == 0) return "a repetition of 0";
  bool const sign_or_point = s.what == 'S' || s.what == 'V';
  text = text || !(sign_or_point || s.what == '9');
  if (text && (number || sign_or_point)) return "S and V belong to digits only";
  switch (s.what) {
    case 'S':
      if (to.width != 0 || to.is_signed || point || s.times != 1) return "S stands once and first";
      to.is_signed = number = true;
      return std::nullopt;
    case 'V':
      if (point || s.times != 1) return "V stands once";
      point = number = true;
      return std::nullopt;
    default: break;
  }
  to.width += s.times;
  if (point) to.decimals += s.times;
  if (to.width > max_length) return "longer than " + std::to_string(max_length) + " bytes";
  return std::nullopt;
}

}  // namespace

picture_reading read_picture(std::string_view text) {
  picture_reading out;
  for (char c : text) out.value.text += static_cast<char>('a' <= c && c <= 'z' ? c - 'a' + 'A' : c);
  iterator const begin = text.data();
  iterator const end = begin + text.size();
  auto offset = [&](iterator p) { return static_cast<std::size_t>(p - begin); };
  bool any_text = false;
  bool number = false;
  bool point = false;
  for (iterator p = begin; p != end;) {
    iterator const start = p;
    symbol s;
    try {
      if (!x3::parse(p, end, one_symbol, s)) {
        out.fault = at(offset(start), "picture symbol " + std::string(1, *start) + " is not supported");
        return out;
      }
    } catch (x3::expectation_failure<iterator> const& failure) {
      out.fault = at(offset(failure.where()), "expected a repetition (n) of at most 8 digits");
      return out;
    }
    if (auto reason = add(out.value, s, any_text, number, point)) {
      out.fault = at(offset(start), *reason);
      return out;
    }
  }
  if (out.value.width == 0) out.fault = at(0, "a picture without X or 9");
  if (!any_text) out.value.kind = category::digits;
  if (!any_text && out.value.width > max_digits)
    out.fault = at(0, "more than " + std::to_string(max_digits) + " digits");
  return out;
}

}  // namespace samspil::layout
