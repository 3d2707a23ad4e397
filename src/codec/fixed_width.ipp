// The X3 primitives of fixed width that generated sources are made of; no
// header, so that X3 stays in .cpp files. They take char const* and no
// attributes: a view picks its fields lazily from bytes that have been checked.
// The caller has checked the length once; the primitives never do.
#pragma once

#include <boost/spirit/home/x3/core.hpp>
#include <boost/spirit/home/x3/operator/sequence.hpp>

#include "codec/digits.hpp"

namespace samspil::codec {

namespace x3 = boost::spirit::x3;

/// Width bytes of anything.
template <std::size_t Width>
struct text_parser : x3::parser<text_parser<Width>> {
  using attribute_type = x3::unused_type;
  static constexpr bool has_attribute = false;
  template <class Context, class RuleContext, class Attribute>
  bool parse(char const*& at, char const* const&, Context const&, RuleContext const&, Attribute&) const {
    at += Width;
    return true;
  }
};
template <std::size_t Width>
inline constexpr text_parser<Width> text{};

/// Width digits.
template <std::size_t Width>
struct digits_parser : x3::parser<digits_parser<Width>> {
  using attribute_type = x3::unused_type;
  static constexpr bool has_attribute = false;
  template <class Context, class RuleContext, class Attribute>
  bool parse(char const*& at, char const* const&, Context const&, RuleContext const&, Attribute&) const {
    if (!all_digits<Width>(at)) return false;
    at += Width;
    return true;
  }
};
template <std::size_t Width>
inline constexpr digits_parser<Width> digits{};

/// Subject, Count times.
template <std::size_t Count, class Subject>
struct times_parser : x3::unary_parser<Subject, times_parser<Count, Subject>> {
  using attribute_type = x3::unused_type;
  static constexpr bool has_attribute = false;
  constexpr explicit times_parser(Subject const& s) : x3::unary_parser<Subject, times_parser<Count, Subject>>(s) {}
  template <class Context, class RuleContext, class Attribute>
  bool parse(char const*& at, char const* const& end, Context const& context, RuleContext const& rule,
             Attribute&) const {
    for (std::size_t i = 0; i < Count; ++i)
      if (!this->subject.parse(at, end, context, rule, x3::unused)) return false;
    return true;
  }
};
template <std::size_t Count, class Subject>
constexpr times_parser<Count, Subject> times(Subject const& subject) {
  return times_parser<Count, Subject>(subject);
}

/// True when `grammar` takes exactly the `length` bytes at `bytes`.
template <class Grammar>
bool matches(char const* bytes, std::size_t length, Grammar const& grammar) {
  char const* at = bytes;
  char const* const end = bytes + length;
  return x3::parse(at, end, grammar) && at == end;
}

}  // namespace samspil::codec
