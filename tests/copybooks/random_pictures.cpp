#include "copybooks/random.hpp"
#include "copybooks/random_copybook.hpp"
#include "layout/picture.hpp"

namespace samspil::copybooks {
namespace {

/// Up to eight symbols, mostly of edited numbers; what it is worth is for others to say.
std::string picture(random_source& random) {
  static constexpr std::string_view symbols[] = {"X", "9", "A", "S", "V", "P", "Z", "*", "$", "+",
                                                 "-", ",", ".", "/", "B", "0", "CR", "DB", "9", "Z"};
  std::string out;
  for (std::size_t n = 1 + random.below(8); n > 0; --n) {
    out += symbols[random.below(std::size(symbols))];
    if (random.one_in(6)) out += "(" + std::to_string(1 + random.below(5)) + ")";
  }
  return out;
}

}  // namespace

std::string random_pictures(std::uint64_t seed) {
  random_source random(seed);
  std::string out = "       01 R.\n";
  for (std::size_t made = 0; made < 60;) {
    std::string const text = picture(random);
    // A comma or point at the end would end the clause.
    if (text.back() == ',' || text.back() == '.' || layout::read_picture(text).fault) continue;
    out += "           05 A" + std::to_string(++made) + " PIC " + text + ".\n";
  }
  return out;
}

}  // namespace samspil::copybooks
