// DATA as the checks see it and the answer repeats it.
#include <boost/test/unit_test.hpp>

#include "scene.hpp"

namespace samspil::test {
namespace {

using fly = rec::FLY_DATA;

std::string normal(codec::buffer<fly> const& data) {
  return rules::normalised(*rules::find_event("FLY"), data.bytes());
}

struct spelling {
  std::string husnr, etage, sidedoer;
  std::string expected;  ///< HUSNR ETAGE SIDEDOER
};

BOOST_AUTO_TEST_SUITE(normalisation)

BOOST_AUTO_TEST_CASE(an_address_is_spelled_as_in_cprs_files) {
  for (spelling const& one : std::vector<spelling>{{"012a", "ST", "TV  ", "012Ast  tv"},
                                                    {"012", "01", "7", "012 010007"},
                                                    {" 012", " 2", "  mf", "012 2   mf"},
                                                    {"012B", "Kl", " Th ", "012Bkl  th"},
                                                    {"999z", "k9", "0123", "999Zk90123"},
                                                    {"5", "x", "abc", "5   x  abc"},
                                                    {"", "", "", "          "}}) {
    codec::buffer<fly> data;
    data.set(fly::HUSNR, one.husnr).set(fly::ETAGE, one.etage).set(fly::SIDEDOER, one.sidedoer);
    BOOST_TEST(normal(data).substr(4, 10) == one.expected);
  }
}

BOOST_AUTO_TEST_CASE(blank_digits_are_zeros_and_filler_is_blank) {
  std::string const out = rules::normalised(*rules::find_event("FLY"), std::string(134, ' ') + std::string(266, 'x'));
  codec::view<fly> const v(out);
  BOOST_TEST(v[fly::VEJKOD] == "0000");
  BOOST_TEST(v[fly::ANTAL_MEDFLYTTERE] == "00");
  for (std::size_t i = 0; i < 8; ++i) BOOST_TEST(v(fly::MEDFLYTTER, i) == "0000000000");
  BOOST_TEST(out.substr(134) == std::string(266, ' '));
}

BOOST_AUTO_TEST_CASE(what_is_no_number_stays_as_it_came) {
  codec::buffer<fly> data;
  std::string bytes(data.bytes());
  bytes.replace(0, 4, " 1 0");
  BOOST_TEST(rules::normalised(*rules::find_event("FLY"), bytes).substr(0, 4) == " 1 0");
}

BOOST_AUTO_TEST_CASE(normal_data_stays_as_it_is) {
  scene s;
  s.move_along({mother, son});
  std::string const once = normal(s.data);
  BOOST_TEST(rules::normalised(*rules::find_event("FLY"), once) == once);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace samspil::test
