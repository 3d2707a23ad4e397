// STAM, AKTUEL and the household: what INIT shows.
#include <boost/test/unit_test.hpp>

#include "rules/aktuel.hpp"
#include "rules/stam.hpp"
#include "scene.hpp"

namespace samspil::test {
namespace {

using namespace samspil::rec;

codec::buffer<STAM> stam_of(scene& s, std::string_view language = "da") {
  return rules::make_stam(*s.reg.person(s.pnr), s.reg, shipped_tables(), language, day(s.business));
}
std::string aktuel_of(scene& s) {
  return s.with_keys([](auto const& facts) { return rules::make_aktuel(facts); });
}
void protect(scene& s, std::string_view type, std::string_view from, std::string_view to) {
  s.reg.of(s.pnr).add(record_for<PERSON_004>(s.pnr)
                          .set(PERSON_004::BESKYTTYPE, type)
                          .set(PERSON_004::START_DT_BESKYTTELSE, from)
                          .set(PERSON_004::SLET_DT_BESKYTTELSE, to)
                          .bytes());
}
std::string protection(scene& s) {
  auto const out = stam_of(s);
  return std::string(out[STAM::BESKYT]) + std::string(out[STAM::BESKYT_SLUT]);
}

BOOST_AUTO_TEST_SUITE(initiate)

BOOST_AUTO_TEST_CASE(stam_shows_the_person) {
  scene s;
  codec::buffer<STAM> expected;
  expected.set(STAM::PNR, father)
      .set(STAM::ADRNVN, "Anders Testsen")
      .set(STAM::KOEN, "M")
      .set(STAM::PERSONSTATUS, "01")
      .set(STAM::STATUS_TEKST, "Aktiv, bop\xE6l i dansk folkeregister")
      .set(STAM::STATUSHAENSTART, "199001010000")
      .set(STAM::FOEDDATO, "19800101")
      .set(STAM::FORNVN, "Anders")
      .set(STAM::EFTERNVN, "Testsen")
      .set(STAM::CIVST, "G")
      .set(STAM::KOMKOD, "0851")
      .set(STAM::KOMNVN, "Aalborg")
      .set(STAM::VEJKOD, "1188")
      .set(STAM::VEJADRNVN, "Toreg\xE5rdsvej")
      .set(STAM::HUSNR, "009 ")
      .set(STAM::ETAGE, "05")
      .set(STAM::SIDEDOER, "  tv")
      .set(STAM::CONVN, "v/ Olsen")
      .set(STAM::LOKALITET, "Gaarden")
      .set(STAM::STANDARDADR, "Toreg\xE5rdsvej 9,5 tv")
      .set(STAM::BYNVN, "Hasseris")
      .set(STAM::POSTNR, "9000")
      .set(STAM::POSTDISTTXT, "Aalborg")
      .set(STAM::TILFLYDTO, "202001151030");
  BOOST_TEST(stam_of(s).bytes() == expected.bytes());
  BOOST_TEST(stam_of(s, "en").bytes() == expected.bytes());  // the bytes are the same for every user
}

BOOST_AUTO_TEST_CASE(stam_without_records_has_zeros_and_blanks) {
  scene s;
  for (unsigned const type : {2u, 3u, 8u, 12u}) s.reg.of(s.pnr).remove(type);
  change(s.reg.of(s.pnr), PERSON_001::FOED_DT, "");
  codec::buffer<STAM> expected;
  expected.set(STAM::PNR, father)
      .set(STAM::KOEN, "M")
      .set(STAM::PERSONSTATUS, "01")
      .set(STAM::STATUS_TEKST, "Aktiv, bop\xE6l i dansk folkeregister")
      .set(STAM::STATUSHAENSTART, "199001010000");
  BOOST_TEST(stam_of(s).bytes() == expected.bytes());
}

BOOST_AUTO_TEST_CASE(stam_of_an_emigrated_person) {
  scene s;
  auto& person = s.reg.of(s.pnr);
  person.remove(2);
  change(person, PERSON_001::PERSONSTATUS, "80");
  change(person, PERSON_001::FOED_DT, "1980-00-00");
  change(person, PERSON_001::FOED_DT_UMRK, "*");
  person.add(record_for<PERSON_005>(s.pnr)
                 .set(PERSON_005::UDR_LANDEKOD, "5180")
                 .set(PERSON_005::UDLANDADR1, "Hauptstrasse 1")
                 .set(PERSON_005::UDLANDADR5, "Deutschland")
                 .bytes());
  s.reg.persons.find(s.pnr)->second.waiting_open = 1;
  auto const out = stam_of(s);
  BOOST_TEST(codec::trimmed(out[STAM::UDR_LAND]) == "Tyskland");
  BOOST_TEST(out[STAM::UDR_LANDEKOD] == "5180");
  BOOST_TEST(codec::trimmed(out(STAM::UDLANDADR, 0)) == "Hauptstrasse 1");
  BOOST_TEST(codec::trimmed(out(STAM::UDLANDADR, 4)) == "Deutschland");
  BOOST_TEST(out[STAM::FOEDDATO] == "19800000");
  BOOST_TEST(out[STAM::FOEDDATO_UMRK] == "*");
  BOOST_TEST(out[STAM::VENT_MRK] == "X");
}

BOOST_AUTO_TEST_CASE(protection_shows_only_while_it_is_in_force) {
  scene s;
  BOOST_TEST(protection(s) == " 00000000");
  protect(s, "0002", "2020-01-01", "");
  BOOST_TEST(protection(s) == " 00000000");
  protect(s, "0001", "2020-01-01", "2026-03-09");  // ended today
  BOOST_TEST(protection(s) == " 00000000");
  protect(s, "0001", "2026-03-10", "");  // begins tomorrow
  BOOST_TEST(protection(s) == " 00000000");
  protect(s, "0001", "2026-03-09", "2027-03-09");
  BOOST_TEST(protection(s) == "120270309");
  s.business = "20260310";
  BOOST_TEST(protection(s) == "100000000");  // the one without an end comes first now
}

BOOST_AUTO_TEST_CASE(aktuel_shows_dates_and_household) {
  scene s;
  codec::buffer<FLY_AKTUEL> expected;
  expected.set(FLY_AKTUEL::TILFLYDTO, "202001151030")
      .set(FLY_AKTUEL::TILFLYKOMDTO, "201501151030")
      .set(FLY_AKTUEL::FRAFLYKOMKOD, "0101")
      .set(FLY_AKTUEL::ANTAL_HUSSTAND, 3);
  using line = FLY_AKTUEL::HUSSTAND;
  std::size_t i = 0;
  for (auto const& [pnr, relation, name] : {std::tuple{mother, "\xC6G", "Birthe Testsen"},
                                            std::tuple{daughter, "B\xD8", "Dorthe Testsen"},
                                            std::tuple{son, "B\xD8", "Carl Testsen"}}) {
    expected.set(line::PNR, i, pnr).set(line::RELATION, i, relation).set(line::ADRNVN, i, name);
    ++i;
  }
  BOOST_TEST(aktuel_of(s) == expected.bytes());
}

BOOST_AUTO_TEST_CASE(aktuel_without_an_address_is_empty) {
  scene s;
  s.reg.of(s.pnr).remove(2);
  BOOST_TEST(aktuel_of(s) == codec::buffer<FLY_AKTUEL>().bytes());
}

BOOST_AUTO_TEST_CASE(a_partner_is_marked_so) {
  scene s;
  change(s.reg.of(s.pnr), PERSON_012::CIVST, "P");
  auto const members = rules::household(s.reg.of(s.pnr), s.reg, s.hdto);
  BOOST_REQUIRE(members.size() == 3u);
  BOOST_TEST(members[0].relation == "PA");
  change(s.reg.of(s.pnr), PERSON_012::CIVST, "F");  // divorced, AEGTEPNR kept
  BOOST_TEST(rules::household(s.reg.of(s.pnr), s.reg, s.hdto).size() == 2u);
}

BOOST_AUTO_TEST_CASE(a_spouse_without_an_address_is_no_member) {
  scene s;
  s.reg.of(mother).remove(2);
  BOOST_TEST(rules::household(s.reg.of(father), s.reg, s.hdto).size() == 2u);
  BOOST_TEST(rules::household(s.reg.of(mother), s.reg, s.hdto).empty());
}

BOOST_AUTO_TEST_CASE(eight_are_shown_but_the_whole_household_may_move) {
  scene s;
  std::string ninth;
  for (int i = 0; i < 8; ++i) {
    std::string const pnr = "010115400" + std::to_string(i);
    rules::stored_person child = *s.reg.person(son);
    std::string bytes = child.records.bytes();
    for (auto at = bytes.find(son); at != std::string::npos; at = bytes.find(son)) bytes.replace(at, son.size(), pnr);
    child.records = record::person::trusted(bytes);
    s.reg.persons[pnr] = child;
    s.reg.of(father).add(record_for<PERSON_014>(father).set(PERSON_014::PNR_BARN, pnr).bytes());
    ninth = pnr;
  }
  std::string const aktuel = aktuel_of(s);
  codec::view<FLY_AKTUEL> const v(aktuel);
  BOOST_TEST(v[FLY_AKTUEL::ANTAL_HUSSTAND] == "08");
  BOOST_TEST(aktuel.find(ninth) == std::string::npos);
  s.move_along({ninth});
  BOOST_TEST(said(s.validate().list) == "");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace samspil::test
