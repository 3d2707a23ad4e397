#include "rules/condition_pattern.hpp"

#include <bit>
#include <bitset>
#include <optional>

namespace samspil::rules {

namespace {

using characters = std::bitset<256>;

/// Positions of a part of the pattern (Glushkov's construction).
struct part {
  bool empty = true;
  std::uint64_t first = 0, last = 0;
};

bool is_digit(unsigned c) { return c >= '0' && c <= '9'; }
/// A letter of ISO-8859-1; D7 and F7 are the signs of multiplication and division.
bool is_letter(unsigned c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= 0xC0 && c != 0xD7 && c != 0xF7);
}
/// No control character of either half.
bool is_printable(unsigned c) { return (c >= 0x20 && c < 0x7F) || c >= 0xA0; }

characters all_that(bool (*holds)(unsigned)) {
  characters out;
  for (unsigned c = 0; c < 256; ++c) out[c] = holds(c);
  return out;
}

}  // namespace

class pattern_parser {
 public:
  explicit pattern_parser(std::string_view text) : text_(text) {}

  boost::system::result<pattern, condition_error> run() {
    part const whole = alternatives(0);
    if (error_.empty() && at_ < text_.size()) fail("expected |, a quantifier or the end of the pattern");
    if (!error_.empty()) return condition_error{at_, error_};
    out_.first_ = whole.first;
    out_.last_ = whole.last;
    out_.empty_ = whole.empty;
    return out_;
  }

 private:
  bool more() const { return error_.empty() && at_ < text_.size(); }
  bool accept(char c) {
    if (!more() || text_[at_] != c) return false;
    ++at_;
    return true;
  }
  void fail(char const* what) {
    if (error_.empty()) error_ = what;
  }
  void follows(std::uint64_t from, std::uint64_t to) {
    for (; from != 0; from &= from - 1) out_.follow_[static_cast<std::size_t>(std::countr_zero(from))] |= to;
  }
  part joined(part const& a, part const& b) {
    follows(a.last, b.first);
    return {a.empty && b.empty, a.first | (a.empty ? b.first : 0), b.last | (b.empty ? a.last : 0)};
  }

  part alternatives(unsigned depth) {
    if (depth > 10) return fail("too many parentheses"), part{};
    part out = sequence(depth);
    while (accept('|')) {
      part const other = sequence(depth);
      out = {out.empty || other.empty, out.first | other.first, out.last | other.last};
    }
    return out;
  }
  part sequence(unsigned depth) {
    part out;
    while (more() && text_[at_] != '|' && text_[at_] != ')') out = joined(out, repeated(depth));
    return out;
  }
  /// One thing and its quantifier. A counted repetition is the thing read again, so
  /// that each has positions of its own.
  part repeated(unsigned depth) {
    std::size_t const begin = at_;
    part const one = single(depth);
    if (accept('?')) return {true, one.first, one.last};
    if (bool const any = accept('*'); any || accept('+')) {
      follows(one.last, one.first);
      return {one.empty || any, one.first, one.last};
    }
    if (!accept('{')) return one;
    auto const least = number();
    auto const most = accept(',') ? number() : least;
    if (!least || !most || *most == 0 || *least > *most || !accept('}'))
      return fail("expected {n} or {n,m} with n not above m"), part{};
    std::size_t const behind = at_;
    part out = *least == 0 ? part{true, one.first, one.last} : one;
    for (unsigned n = 2; n <= *most && error_.empty(); ++n) {
      at_ = begin;
      part again = single(depth);
      again.empty = again.empty || n > *least;
      out = joined(out, again);
    }
    if (error_.empty()) at_ = behind;
    return out;
  }
  std::optional<unsigned> number() {
    std::optional<unsigned> out;
    while (more() && is_digit(static_cast<unsigned char>(text_[at_])) && out.value_or(0) < 100)
      out = out.value_or(0) * 10 + static_cast<unsigned>(text_[at_++] - '0');
    return out;
  }
  part single(unsigned depth) {
    if (!more()) return fail("expected a character"), part{};
    if (accept('(')) {
      part const out = alternatives(depth + 1);
      if (!accept(')')) fail("expected )");
      // Without a position repetitions of repetitions would cost time for nothing.
      if (out.first == 0) fail("expected a character in the parentheses");
      return out;
    }
    if (std::string_view("?*+{})").find(text_[at_]) != std::string_view::npos)
      return fail("expected a character before the quantifier"), part{};
    return position(accept('[') ? in_brackets() : one_character());
  }
  part position(characters const& taken) {
    std::size_t const n = out_.follow_.size();
    if (n == pattern::most_positions) return fail("the pattern is too long"), part{};
    out_.follow_.push_back(0);
    std::uint64_t const bit = std::uint64_t{1} << n;
    for (std::size_t c = 0; c < 256; ++c)
      if (taken[c]) out_.places_[c] |= bit;
    return {false, bit, bit};
  }
  characters one_character() {
    if (accept('.')) return characters().set();
    characters out;
    if (accept('\\')) {
      if (!more()) return fail("expected a character behind \\"), out;
      char const c = text_[at_++];
      if (c == 'd') return all_that(is_digit);
      if (c == 'l') return all_that(is_letter);
      if (c == 'p') return all_that(is_printable);
      return out.set(static_cast<unsigned char>(c));
    }
    return out.set(static_cast<unsigned char>(text_[at_++]));
  }
  characters in_brackets() {
    characters out;
    bool const without = accept('^');
    while (more() && text_[at_] != ']') {
      auto const from = static_cast<unsigned char>(text_[at_]);
      if (from == '\\' || from == '.') {
        out |= accept('.') ? characters().set('.') : one_character();
        continue;
      }
      ++at_;
      auto to = from;
      if (at_ + 1 < text_.size() && text_[at_] == '-' && text_[at_ + 1] != ']') {
        to = static_cast<unsigned char>(text_[at_ + 1]);
        at_ += 2;
      }
      if (from > to) fail("expected a range in ascending order");
      for (unsigned c = from; c <= to; ++c) out.set(c);
    }
    if (!accept(']')) fail("expected ]");
    if (out.none()) fail("expected a character in the brackets");
    return without ? ~out : out;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::string error_;
  pattern out_;
};

boost::system::result<pattern, condition_error> pattern::parse(std::string_view text) {
  return pattern_parser(text).run();
}

bool pattern::matches(std::string_view value) const {
  if (value.empty()) return empty_;
  std::uint64_t may = first_, taken = 0;
  for (char const c : value) {
    taken = may & places_[static_cast<unsigned char>(c)];
    if (taken == 0) return false;
    may = 0;
    for (std::uint64_t rest = taken; rest != 0; rest &= rest - 1)
      may |= follow_[static_cast<std::size_t>(std::countr_zero(rest))];
  }
  return (taken & last_) != 0;
}

}  // namespace samspil::rules
