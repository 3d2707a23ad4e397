#include "layout/picture_symbols.hpp"

namespace samspil::layout {
namespace {

picture_fault at(symbol const& s, std::string reason) { return {s.at, std::move(reason)}; }

picture_check too_many_digits(std::size_t digits) {
  if (digits <= max_digits) return std::nullopt;
  return picture_fault{0, "more than " + std::to_string(max_digits) + " digits"};
}

}  // namespace

std::string symbol_text(symbol const& s) {
  if (s.what == 'C') return "symbol CR";
  if (s.what == 'D') return "symbol DB";
  return "symbol " + std::string(1, s.what);
}

picture_check read_text(std::vector<symbol> const& symbols, picture& to) {
  for (symbol const& s : symbols) {
    if (s.what == 'S' || s.what == 'V' || s.what == 'P') return at(s, "S, V and P belong to digits only");
    if (s.what == 'B' || s.what == '0' || s.what == '/')
      to.kind = category::edited;
    else if (s.what != 'A' && s.what != 'X' && s.what != '9')
      return at(s, symbol_text(s) + " cannot stand beside A and X");
  }
  return std::nullopt;
}

picture_check read_digits(std::vector<symbol> const& symbols, picture& to) {
  to.kind = category::digits;
  to.numeric = true;
  bool point = false;  // V stands, or P in front of the digits
  for (std::size_t i = 0; i < symbols.size(); ++i) {
    symbol const& s = symbols[i];
    switch (s.what) {
      case 'S':
        if (i != 0 || s.times != 1) return at(s, "S stands once and first");
        to.is_signed = true;
        break;
      case 'V':
        if (point || s.times != 1 || s.counted) return at(s, "V stands once");
        point = true;
        break;
      case 'P':
        if (to.decimals != 0 || to.tens != 0 || (to.digits != 0 && point))
          return at(s, "P stands first or last, on one side of the point");
        if (to.digits != 0) {
          to.tens = s.times;
        } else {
          to.decimals = s.times;
          point = true;
        }
        break;
      default:
        if (to.tens != 0) return at(s, "P stands first or last, on one side of the point");
        to.digits += s.times;
        if (point) to.decimals += s.times;
    }
  }
  if (to.digits == 0) return picture_fault{0, "a picture without X or 9"};
  // P counts among the digits of a number, though nothing is stored for it.
  return too_many_digits(to.digits + to.tens + (to.decimals > to.digits ? to.decimals - to.digits : 0));
}

}  // namespace samspil::layout
