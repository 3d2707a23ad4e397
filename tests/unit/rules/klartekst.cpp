// The translation of an address: authority, road, intervals, dwelling.
#include <boost/test/unit_test.hpp>

#include "scene.hpp"

namespace samspil::test {
namespace {

using namespace samspil::rec;
using fly_text = FLY_KLARTEKST;

codec::buffer<fly_text> klartekst_of(scene& s) {
  auto const seen = s.validate();
  BOOST_REQUIRE_MESSAGE(seen.ok(), said(seen.list));
  return codec::buffer<fly_text>(seen.klartekst);
}

BOOST_AUTO_TEST_SUITE(klartekst)

BOOST_AUTO_TEST_CASE(everything_about_the_address_and_the_co_movers) {
  scene s;
  s.move_along({son, mother});
  codec::buffer<fly_text> expected;
  expected.set(fly_text::KOMNVN, "K\xF8" "benhavn")
      .set(fly_text::VEJADRNVN, "Testvej")
      .set(fly_text::VEJNVN, "Testvej i fuld l\xE6ngde")
      .set(fly_text::STANDARDADR, "Testvej 5")
      .set(fly_text::BYNVN, "Ulige By")
      .set(fly_text::POSTNR, "1050")
      .set(fly_text::POSTDISTTXT, "K\xF8" "benhavn K")
      .set(fly_text::LOKALITET, "Solhuset")
      .set(fly_text::MEDFLYTTER_ADRNVN, 0, "Carl Testsen")
      .set(fly_text::MEDFLYTTER_ADRNVN, 1, "Birthe Testsen");
  BOOST_TEST(klartekst_of(s).bytes() == expected.bytes());
}

BOOST_AUTO_TEST_CASE(intervals_by_parity_and_letters) {
  scene s;
  s.data.set(FLY_DATA::HUSNR, "020b").set(FLY_DATA::ETAGE, "ST").set(FLY_DATA::SIDEDOER, "tv");
  auto const even = klartekst_of(s);
  BOOST_TEST(codec::trimmed(even[fly_text::STANDARDADR]) == "Testvej 20B, st. tv");
  BOOST_TEST(even[fly_text::POSTNR] == "1550");
  BOOST_TEST(codec::trimmed(even[fly_text::BYNVN]) == "");
  BOOST_TEST(codec::trimmed(even[fly_text::LOKALITET]) == "");
  s.data.set(FLY_DATA::HUSNR, "199").set(FLY_DATA::ETAGE, "03").set(FLY_DATA::SIDEDOER, "12");
  auto const odd = klartekst_of(s);
  BOOST_TEST(codec::trimmed(odd[fly_text::STANDARDADR]) == "Testvej 199, 3. 12");
  BOOST_TEST(odd[fly_text::POSTNR] == "2300");
}

BOOST_AUTO_TEST_CASE(a_road_without_intervals_has_no_postal_district) {
  scene s;
  s.data.set(FLY_DATA::VEJKOD, "2000")
      .set(FLY_DATA::HUSNR, "123A")
      .set(FLY_DATA::ETAGE, "12")
      .set(FLY_DATA::SIDEDOER, "mf");
  auto const out = klartekst_of(s);
  BOOST_TEST(out[fly_text::POSTNR] == "0000");
  BOOST_TEST(codec::trimmed(out[fly_text::POSTDISTTXT]) == "");
  BOOST_TEST(codec::trimmed(out[fly_text::STANDARDADR]) == "Den meget lange vej 123A, 12. mf");
}

BOOST_AUTO_TEST_CASE(an_administrative_road_without_a_house_number) {
  scene s;
  s.data.set(FLY_DATA::VEJKOD, "9901").set(FLY_DATA::HUSNR, "");
  auto const out = klartekst_of(s);
  BOOST_TEST(codec::trimmed(out[fly_text::STANDARDADR]) == "Uden bolig");
  BOOST_TEST(out[fly_text::POSTNR] == "9999");  // its even interval begins with the blank
}

BOOST_AUTO_TEST_CASE(the_municipality_s_name_among_authorities_of_one_code) {
  scene s;
  codec::buffer<AUTHORITY_001> court;
  court.set(AUTHORITY_001::MYNKOD, "0101").set(AUTHORITY_001::MYNTYP, "85").set(AUTHORITY_001::MYNNVN, "Byretten");
  s.reg.authority["0101"].emplace_back(court.bytes());
  BOOST_TEST(rules::authority_name(s.reg, "0101") == "K\xF8" "benhavn");
  BOOST_TEST(rules::authority_name(s.reg, "0101", "85") == "Byretten");
  BOOST_TEST(rules::authority_name(s.reg, "7000") == "Et sogn");
  BOOST_TEST(rules::authority_name(s.reg, "4444") == "");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace samspil::test
