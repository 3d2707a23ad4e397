// Personnummer: centuries, replacement numbers, age.
#include "record/pnr.hpp"

#include <boost/test/unit_test.hpp>

namespace samspil::record {
namespace {

std::string born(std::string_view pnr) {
  auto const seen = birth_date(pnr);
  return seen ? date8(*seen) : std::string("none");
}
date on(std::string_view digits) { return *parse_date8(digits); }

BOOST_AUTO_TEST_SUITE(personnummer)

BOOST_AUTO_TEST_CASE(the_seventh_digit_gives_the_century) {
  struct { char const *pnr, *born; } const numbers[] = {
      {"0101000000", "19000101"}, {"0101993000", "19990101"},  // 0-3: 19xx
      {"0101364000", "20360101"}, {"0101374000", "19370101"},  // 4: 20xx to 36
      {"0101369000", "20360101"}, {"0101379000", "19370101"},  // 9: the same
      {"0101575000", "20570101"}, {"0101585000", "18580101"},  // 5-8: 20xx to 57, then 18xx
      {"0101578000", "20570101"}, {"0101588000", "18580101"},
      {"2902004000", "20000229"}, {"2902000000", "none"},      // 1900 was no leap year
      {"2902967000", "18960229"}, {"3102801111", "none"},      {"0113801111", "none"},
      {"6101801111", "none"},     {"0000000000", "none"},      {"010180111", "none"},
      {"01018A1111", "none"},     {"          ", "none"},      {"01018011112", "none"}};
  for (auto const& one : numbers) BOOST_TEST(born(one.pnr) == one.born, one.pnr);
}

BOOST_AUTO_TEST_CASE(sex_and_modulus) {
  BOOST_TEST(sex("0101801111") == 'M');
  BOOST_TEST(sex("0101801112") == 'K');
  BOOST_TEST(has_modulus_11("0707614285"));
  BOOST_TEST(!has_modulus_11("0707614286"));
  BOOST_TEST(masked("0101801111") == "010180****");
}

BOOST_AUTO_TEST_CASE(age) {
  BOOST_TEST(age_on(on("20100303"), on("20280302")) == 17);
  BOOST_TEST(age_on(on("20100303"), on("20280303")) == 18);
  BOOST_TEST(age_on(on("20120229"), on("20300228")) == 17);
  BOOST_TEST(age_on(on("20120229"), on("20300301")) == 18);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace samspil::record
