// Patterns: what they take, what they do not, and where one is wrong.
#include "rules/condition_pattern.hpp"

#include <boost/test/unit_test.hpp>

namespace samspil::test {
namespace {

struct pattern_case {
  char const* text;
  std::vector<std::string_view> takes, refuses;
};

std::vector<pattern_case> const pattern_cases = {
    {"abc", {"abc"}, {"", "ab", "abcd", "xbc"}},
    {"", {""}, {"a"}},
    {"a?b", {"b", "ab"}, {"aab", "a"}},
    {"a*", {"", "a", "aaaa"}, {"b", "ab"}},
    {"a+b", {"ab", "aab"}, {"b", ""}},
    {"[0-9]{3}", {"123"}, {"12", "1234", "12a"}},
    {"[0-9]{1,3}x", {"1x", "123x"}, {"x", "1234x"}},
    {"a{0,2}", {"", "a", "aa"}, {"aaa"}},
    {"(ab|c)+", {"ab", "cab", "abab"}, {"", "a", "abb"}},
    {"(a|b?)c", {"ac", "bc", "c"}, {"abc"}},
    {"(a?b?){2}c", {"c", "abc", "babc", "ababc"}, {"aaac"}},
    {"[^0-9]", {"a", " "}, {"1", ""}},
    {"[a\\-z]", {"a", "-", "z"}, {"b"}},
    {"[a-]", {"a", "-"}, {"b"}},
    {"\\d\\l\\p", {"1a!", "9\xE6 "}, {"aa!", "1\xD7!", "1a\x85"}},
    {"[\\l '\\-]*", {"", "Anne-Marie O'Neill", "\xC5se"}, {"R2D2", "a,b"}},
    {".x", {"\x01x"}, {"x"}},
    {"\\.", {"."}, {"x"}},
    {"[.]", {"."}, {"x"}},
    {"([0-9][0-9][1-9]|[0-9][1-9]0|[1-9]00)[A-HK-NPR-Z]?", {"001", "010", "100", "999Z", "120A"},
     {"000", "12", "001I", "001J", "001O", "001Q", "001a", "0011"}},
};

BOOST_AUTO_TEST_SUITE(condition_pattern)

BOOST_AUTO_TEST_CASE(the_whole_text_must_fit) {
  for (pattern_case const& one : pattern_cases) {
    auto const made = rules::pattern::parse(one.text);
    BOOST_TEST_REQUIRE(made.has_value(), one.text);
    for (std::string_view const text : one.takes) BOOST_TEST(made->matches(text), one.text << " takes " << text);
    for (std::string_view const text : one.refuses) BOOST_TEST(!made->matches(text), one.text << " refuses " << text);
  }
}

BOOST_AUTO_TEST_CASE(a_wrong_pattern_is_told_with_its_place) {
  std::tuple<char const*, std::size_t, char const*> const wrong[] = {
      {"[0-9", 4, "expected ]"},
      {"[]", 2, "expected a character in the brackets"},
      {"[9-0]", 4, "expected a range in ascending order"},
      {"*a", 0, "expected a character before the quantifier"},
      {"a)", 1, "expected |, a quantifier or the end of the pattern"},
      {"(a", 2, "expected )"},
      {"()", 2, "expected a character in the parentheses"},
      {"a{3,2}", 5, "expected {n} or {n,m} with n not above m"},
      {"a\\", 2, "expected a character behind \\"},
      {"[0-9]{64}", 5, "the pattern is too long"},
      {"((((((((((((a))))))))))))", 11, "too many parentheses"},
  };
  for (auto const& [text, at, what] : wrong) {
    auto const made = rules::pattern::parse(text);
    BOOST_TEST_REQUIRE(!made.has_value(), text);
    BOOST_TEST(made.error().what == what, text);
    BOOST_TEST(made.error().at == at, text);
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace samspil::test
