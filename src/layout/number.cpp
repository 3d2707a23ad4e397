#include "layout/number.hpp"

#include <algorithm>

namespace samspil::layout {

std::string number_text(scale const& by, bool negative, std::string_view digits) {
  std::string out(digits);
  out.append(by.tens, '0');
  if (out.size() <= by.decimals) out.insert(0, by.decimals + 1 - out.size(), '0');
  std::size_t const point = out.size() - by.decimals;
  std::size_t const first = std::min(out.find_first_not_of('0'), point - 1);
  bool const zero = out.find_first_not_of('0') == std::string::npos;
  if (by.decimals != 0) out.insert(point, 1, '.');
  out.erase(0, first);
  return (negative && !zero ? "-" : "") + out;
}

int compare_numbers(std::string_view a, std::string_view b) {
  bool const minus = a.starts_with('-');
  if (minus != b.starts_with('-')) return minus ? -1 : 1;
  int order = a.size() == b.size() ? a.compare(b) : a.size() < b.size() ? -1 : 1;
  return minus ? -order : order;
}

}  // namespace samspil::layout
