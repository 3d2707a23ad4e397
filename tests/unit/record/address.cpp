// House numbers, floors, doors and the standard address.
#include "record/address.hpp"

#include <boost/test/unit_test.hpp>

namespace samspil::record {
namespace {

BOOST_AUTO_TEST_SUITE(addresses)

BOOST_AUTO_TEST_CASE(house_numbers) {
  for (char const* right : {"001 ", "999 ", "012A", "012Z", "500H", "100P"}) BOOST_TEST(is_house_number(right), right);
  for (char const* wrong :
       {"000 ", "012I", "012J", "012O", "012Q", "012a", " 12 ", "12  ", "12A ", "0125", "012", "    "})
    BOOST_TEST(!is_house_number(wrong), wrong);
  BOOST_TEST(parity("012A") == 'L');
  BOOST_TEST(parity("011 ") == 'U');
}

BOOST_AUTO_TEST_CASE(floors_and_doors) {
  for (char const* right : {"01", "99", "st", "kl", "k2", "k9"}) BOOST_TEST(is_floor(right), right);
  for (char const* wrong : {"00", "1 ", "ST", "k1", "k0", "s ", "  ", "sx"}) BOOST_TEST(!is_floor(wrong), wrong);
  for (char const* right : {"  th", "  tv", "  mf", "0001", "9999"}) BOOST_TEST(is_door(right), right);
  for (char const* wrong : {"0000", "th  ", "  TH", "   1", "    ", "  mm"}) BOOST_TEST(!is_door(wrong), wrong);
}

BOOST_AUTO_TEST_CASE(administrative_roads_and_greenland) {
  BOOST_TEST(is_administrative_road("9900"));
  BOOST_TEST(is_administrative_road("9999"));
  BOOST_TEST(!is_administrative_road("9899"));
  BOOST_TEST(!in_greenland("0899"));
  BOOST_TEST(in_greenland("0900"));
}

BOOST_AUTO_TEST_CASE(standard_addresses) {
  struct { char const *road, *husnr, *etage, *sidedoer, *expected; } const all[] = {
      {"Vejnavn             ", "123A", "st", "  tv", "Vejnavn 123A, st. tv"},
      {"Vejnavn", "001 ", "  ", "    ", "Vejnavn 1"},
      {"Vejnavn", "010 ", "01", "    ", "Vejnavn 10, 1."},
      {"Vejnavn", "100 ", "10", "0012", "Vejnavn 100, 10. 12"},
      {"Vejnavn", "007B", "kl", "9999", "Vejnavn 7B, kl. 9999"},
      {"Vejnavn", "007B", "k2", "  mf", "Vejnavn 7B, k2. mf"},
      {"Vejnavn", "    ", "  ", "    ", "Vejnavn"},
      {"Twenty characters it", "123A", "99", "1234", "Twenty characters it 123A, 99. 123"}};
  for (auto const& one : all)
    BOOST_TEST(standard_address(one.road, one.husnr, one.etage, one.sidedoer) == one.expected);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace samspil::record
