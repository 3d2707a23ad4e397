#include "layout/offset_table.hpp"

#include <algorithm>

#include "layout/describe.hpp"

namespace samspil::layout {
namespace {

constexpr std::size_t name_width = 44;

std::string right(std::string const& text, std::size_t width) {
  return text.size() < width ? std::string(width - text.size(), ' ') + text : text;
}
/// A blank at least stands behind it.
std::string left(std::string text, std::size_t width) {
  text.resize(std::max(text.size() + 1, width), ' ');
  return text;
}
std::string trimmed_line(std::string line) {
  line.erase(line.find_last_not_of(' ') + 1);
  return line + "\n";
}

std::string level_text(unsigned level) { return level < 10 ? "0" + std::to_string(level) : std::to_string(level); }

std::string item_line(item const& i, std::size_t depth) {
  std::string line = left(std::string(2 * depth, ' ') + level_text(i.level) + " " + i.name, name_width);
  line += right(std::to_string(i.start), 6) + right(std::to_string(i.length), 7) + "  " + left(occurs_text(i), 8);
  line += left(picture_text(i), 10);
  if (!i.redefines.empty()) line += "redefines " + i.redefines;
  return trimmed_line(line);
}

std::string condition_line(item const& of, condition const& c, std::size_t depth) {
  return trimmed_line(std::string(2 * depth, ' ') + "88 " + c.name + " " + values_text(of, c));
}

}  // namespace

std::string picture_text(item const& i) {
  std::string out = i.picture;
  if (i.stored != storage::display) return out + " " + i.usage;
  if (!i.is_signed || i.sign == sign_place::last_digit) return out;
  bool const leading = i.sign == sign_place::first_digit || i.sign == sign_place::before;
  return out + (leading ? " LEADING" : " TRAILING") + (i.sign == sign_place::first_digit ? "" : " SEPARATE");
}

std::string occurs_text(item const& i) {
  if (!i.depending.empty()) return std::to_string(i.least) + "-" + std::to_string(i.occurs) + " by " + i.depending;
  return i.occurs == 1 ? "" : std::to_string(i.occurs);
}

std::string offset_table(record const& r) {
  std::string out = r.name + ", " + std::to_string(r.length) + " bytes\n";
  out += left("item", name_width) + right("start", 6) + right("length", 7) + "  " + left("occurs", 8) + "picture\n";
  std::vector<std::size_t> ends;  // of the groups around the item, as indexes behind their last item
  for (std::size_t at = 0; at < r.items.size(); ++at) {
    while (!ends.empty() && ends.back() <= at) ends.pop_back();
    out += item_line(r.items[at], ends.size());
    ends.push_back(at + 1 + r.items[at].below);
    for (condition const& c : r.items[at].conditions) out += condition_line(r.items[at], c, ends.size());
  }
  return out;
}

}  // namespace samspil::layout
