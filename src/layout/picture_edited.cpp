#include <algorithm>

#include "layout/picture_symbols.hpp"

namespace samspil::layout {
namespace {

/// A picture of a number with symbols of editing, read from left to right.
class edited_picture {
 public:
  edited_picture(std::vector<symbol> const& symbols, picture& to) : symbols_(symbols), to_(to) {}

  picture_check read() {
    to_.kind = category::edited;
    to_.numeric = true;
    for (at_ = 0; at_ < symbols_.size(); ++at_) {
      if (ended_) return fault("nothing can follow the sign at the end");
      if (auto f = one()) return f;
    }
    if (to_.digits == 0) return picture_fault{0, "a picture without X or 9"};
    if (to_.digits > max_digits) return picture_fault{0, "more than " + std::to_string(max_digits) + " digits"};
    return std::nullopt;
  }

 private:
  symbol const& now() const { return symbols_[at_]; }
  picture_check fault(std::string reason) const { return picture_fault{now().at, std::move(reason)}; }

  picture_check one() {
    switch (now().what) {
      case 'S': return fault("S cannot stand in an edited picture");
      case 'P': return fault("P in an edited picture is not supported");
      case 'B':
      case '0':
      case '/':
      case ',': return std::nullopt;
      case 'V':
      case '.': return point();
      case '9': return nines();
      case 'C':
      case 'D':
        if (sign_ || floats_ == '+' || floats_ == '-' || now().times != 1) return fault("a second sign");
        ended_ = true;
        return std::nullopt;
      case 'Z':
      case '*': to_.asterisk = to_.asterisk || now().what == '*'; return floating();
      case '$': return floats_ == '$' || now().times > 1 ? floating() : currency();
      default: return floats_ == now().what || stands_again() ? floating() : sign();
    }
  }

  picture_check point() {
    if (point_ || now().times != 1) return fault("a second point");
    point_ = true;
    return std::nullopt;
  }

  picture_check nines() {
    if (floats_behind_point_)
      return fault("a 9 cannot follow " + symbol_text(symbol{floats_, 1, 0, false}) + " behind the point");
    nines_ = true;
    digits(now().times);
    return std::nullopt;
  }

  /// Z and *, and a sign or currency sign that stands twice or more: its first one is no digit.
  picture_check floating() {
    char const what = now().what;
    if (floats_ != 0 && floats_ != what)
      return fault(symbol_text(now()) + " cannot stand beside " + symbol_text(symbol{floats_, 1, 0, false}));
    if (nines_) return fault(symbol_text(now()) + " cannot follow a 9");
    if (what == '$' && currency_) return fault("a second currency sign");
    if ((what == '+' || what == '-') && sign_) return fault("a second sign");
    // Digits may be wanted behind the point only, but not in front of it in another way.
    if (point_ && floats_ == 0 && to_.digits != 0) return fault(symbol_text(now()) + " cannot begin behind the point");
    bool const first = floats_ == 0 && what != 'Z' && what != '*';
    floats_ = what;
    floats_behind_point_ = point_;
    digits(now().times - (first ? 1 : 0));
    return std::nullopt;
  }

  picture_check currency() {
    if (currency_ || floats_ != 0) return fault("a currency sign stands before the digits");
    currency_ = true;
    for (std::size_t i = 0; i < at_; ++i)
      if (symbols_[i].what != '+' && symbols_[i].what != '-') return fault("a currency sign stands before the digits");
    return std::nullopt;
  }

  /// A sign that stands once, first or last.
  picture_check sign() {
    if (sign_ || floats_ == '+' || floats_ == '-' || now().times != 1) return fault("a second sign");
    if (at_ == 0) {
      sign_ = true;
      return std::nullopt;
    }
    if (at_ + 1 != symbols_.size() || to_.digits == 0) return fault("a sign stands first or last");
    ended_ = true;
    return std::nullopt;
  }

  void digits(std::size_t n) {
    to_.digits += n;
    if (point_) to_.decimals += n;
  }

  /// Whether the symbol that stands here once or more stands again before anything but B 0 / and a comma.
  bool stands_again() const {
    if (now().times > 1) return true;
    for (std::size_t i = at_ + 1; i < symbols_.size(); ++i) {
      if (symbols_[i].what == now().what) return true;
      if (std::string_view("B0/,").find(symbols_[i].what) == std::string_view::npos) return false;
    }
    return false;
  }

  std::vector<symbol> const& symbols_;
  picture& to_;
  std::size_t at_ = 0;
  char floats_ = 0;  ///< the symbol that gives way to blanks, 0 before one
  bool floats_behind_point_ = false;
  bool nines_ = false;
  bool point_ = false;
  bool currency_ = false;
  bool sign_ = false;   ///< at the beginning
  bool ended_ = false;  ///< by a sign at the end
};

}  // namespace

picture_check read_edited(std::vector<symbol> const& symbols, picture& to) {
  return edited_picture(symbols, to).read();
}

}  // namespace samspil::layout
