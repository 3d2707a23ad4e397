// A closed road: the refusal names its successor, and an address on it is still translated.
#include <boost/test/unit_test.hpp>

#include "scene.hpp"

namespace samspil::test {
namespace {

using namespace samspil::rec;

/// A road of one record 001, closed when `to` (KOMKOD and VEJKOD) is given.
void put_road(fake_register& reg, std::string_view codes, std::string_view name, std::string_view to = "") {
  codec::buffer<ROAD_001> out;
  out.set(ROAD_001::RECORDTYPE, 1)
      .set(ROAD_001::KOMKOD, codes.substr(0, 4))
      .set(ROAD_001::VEJKOD, codes.substr(4))
      .set(ROAD_001::HAENSTART, "190001011200")
      .set(ROAD_001::VEJADRNVN, name);
  if (!to.empty()) out.set(ROAD_001::TILKOMKOD, to.substr(0, 4)).set(ROAD_001::TILVEJKOD, to.substr(4));
  reg.roads[std::string(codes)].assign(out.bytes());
}

/// The text of 7101 for a move to road `vejkod` of 0101.
std::string refusal(scene& s, std::string_view vejkod) {
  s.data.set(FLY_DATA::VEJKOD, vejkod);
  auto const seen = s.validate();
  BOOST_REQUIRE_MESSAGE(seen.list.size() == 1 && seen.list[0].number == 7101, said(seen.list));
  return seen.list[0].text;
}

std::string const refused = "Vejen findes ikke, eller er ikke \xE5" "ben p\xE5 datoen";

BOOST_AUTO_TEST_SUITE(closed_road)

BOOST_AUTO_TEST_CASE(the_refusal_names_the_successor) {
  scene s;
  put_road(s.reg, "01015001", "Gammel vej", "01012000");
  put_road(s.reg, "01015002", "Til nabokommunen", "08511188");
  put_road(s.reg, "01015003", "Ukendt afl\xF8ser", "07519999");
  BOOST_TEST(refusal(s, "5001") == refused + "; nu Den meget lange vej (2000)");
  BOOST_TEST(refusal(s, "5002") == refused + "; nu Toreg\xE5rdsvej (0851 1188)");
  BOOST_TEST(refusal(s, "5003") == refused + "; nu 0751 9999");
  BOOST_TEST(refusal(s, "3000") == refused + "; nu Testvej (1000)");  // TILKOMKOD zeros: of the same municipality
  s.who.language = "en";
  BOOST_TEST(refusal(s, "5001") == "No such road, or not open on the date; now Den meget lange vej (2000)");
}

BOOST_AUTO_TEST_CASE(no_road_and_one_that_is_not_open_yet_have_none) {
  scene s;
  s.hdto = "20260331";
  s.business = "20260331";
  BOOST_TEST(refusal(s, "4444") == refused);
  BOOST_TEST(refusal(s, "3500") == refused);
}

BOOST_AUTO_TEST_CASE(a_chain_is_followed_to_its_end) {
  scene s;
  put_road(s.reg, "01015001", "F\xF8rste", "01015002");
  put_road(s.reg, "01015002", "Anden", "08515003");
  put_road(s.reg, "08515003", "Tredje", "01012000");
  BOOST_TEST(refusal(s, "5001") == refused + "; nu Den meget lange vej (2000)");
  put_road(s.reg, "08515003", "Tredje", "08511188");
  BOOST_TEST(refusal(s, "5001") == refused + "; nu Toreg\xE5rdsvej (0851 1188)");
}

BOOST_AUTO_TEST_CASE(a_circle_comes_to_an_end_and_names_nothing) {
  scene s;
  put_road(s.reg, "01015001", "Sig selv", "01015001");
  put_road(s.reg, "01015002", "Frem", "01015003");
  put_road(s.reg, "01015003", "Tilbage", "01015002");
  put_road(s.reg, "01015004", "Ind i ringen", "01015002");
  for (std::string_view const vejkod : {"5001", "5002", "5004"}) BOOST_TEST(refusal(s, vejkod) == refused);
}

BOOST_AUTO_TEST_CASE(the_longest_names_fit_the_text) {
  scene s;
  put_road(s.reg, "01015001", "Gammel", "08515002");
  put_road(s.reg, "08515002", "Tyve tegn langt navn");
  for (std::string_view const language : {"da", "en"}) {
    s.who.language = language;
    BOOST_TEST(refusal(s, "5001").ends_with("Tyve tegn langt navn (0851 5002)"), language);
  }
}

BOOST_AUTO_TEST_CASE(an_address_on_it_is_still_translated) {
  scene s;
  std::string& closed = s.reg.roads["01011000"];  // has intervals and dwellings
  closed.replace(ROAD_001::TILKOMKOD.offset, 8, "08511188");
  BOOST_TEST(!rules::road(closed).open_on("20260309"));
  auto const text = rules::translate_address(s.reg, "0101", "1000", "005 ", "  ", "    ");
  BOOST_TEST(text.vejadrnvn == "Testvej");
  BOOST_TEST(text.standardadr == "Testvej 5");
  BOOST_TEST(text.postnr == "1050");
  BOOST_TEST(text.bynvn == "Ulige By");
  BOOST_TEST(text.lokalitet == "Solhuset");
}

// Of the real register's closed roads 13 name each other in a circle: roads on the border of two municipalities
// (skipped where the file is not there).
BOOST_AUTO_TEST_CASE(the_closed_roads_of_the_real_register_have_successors) {
  std::ifstream in(SAMSPIL_SOURCE "/../shared/data/roads-a370715.txt");
  fake_register real;
  for (std::string line; std::getline(in, line);) {
    if (!line.starts_with("001")) continue;
    line.resize(ROAD_001::length, ' ');
    real.roads[line.substr(3, 8)] = line;
  }
  std::map<std::string, std::string> const all = real.roads;
  unsigned named = 0, unnamed = 0;
  for (auto const& [codes, record] : all) {
    bool const said = !rules::successor_text(real, codes.substr(0, 4), codes.substr(4)).empty();
    bool const closed = !rules::is_zero(codec::view<ROAD_001>(record)[ROAD_001::TILVEJKOD]);
    if (closed) ++(said ? named : unnamed);
    BOOST_TEST((closed || !said), codes);
  }
  if (all.empty()) return;
  BOOST_TEST(named == 142u);
  BOOST_TEST(unnamed == 13u);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace samspil::test
