// What a move does to the records of those who move, record by record.
#include <boost/test/unit_test.hpp>

#include "scene.hpp"

namespace samspil::test {
namespace {

using namespace samspil::rec;

/// Records 002, 003 and 023 of one who moved from the test family's home to 0101 1000 005 on 9 March 2026.
codec::buffer<PERSON_002> expected_002(std::string_view pnr) {
  return record_for<PERSON_002>(pnr)
      .set(PERSON_002::KOMKOD, "0101")
      .set(PERSON_002::VEJKOD, "1000")
      .set(PERSON_002::HUSNR, "005 ")
      .set(PERSON_002::TILFLYDTO, "202603090000")
      .set(PERSON_002::TILFLYKOMDTO, "202603090000")
      .set(PERSON_002::FRAFLYKOMKOD, "0851")
      .set(PERSON_002::FRAFLYKOMDTO, "202603090000");
}
codec::buffer<PERSON_003> expected_003(std::string_view pnr, std::string_view name) {
  return record_for<PERSON_003>(pnr)
      .set(PERSON_003::ADRNVN, name)
      .set(PERSON_003::LOKALITET, "Solhuset")
      .set(PERSON_003::STANDARDADR, "Testvej 5")
      .set(PERSON_003::BYNVN, "Ulige By")
      .set(PERSON_003::POSTNR, "1050")
      .set(PERSON_003::POSTDISTTXT, "K\xF8" "benhavn K")
      .set(PERSON_003::KOMKOD, "0101")
      .set(PERSON_003::VEJKOD, "1000")
      .set(PERSON_003::HUSNR, "005 ")
      .set(PERSON_003::VEJADRNVN, "Testvej");
}
codec::buffer<PERSON_023> expected_023(std::string_view pnr) {
  return record_for<PERSON_023>(pnr)
      .set(PERSON_023::KOMKOD, "0851")
      .set(PERSON_023::VEJKOD, "1188")
      .set(PERSON_023::HUSNR, "009 ")
      .set(PERSON_023::ETAGE, "05")
      .set(PERSON_023::SIDEDOER, "  tv")
      .set(PERSON_023::CONVN, "v/ Olsen")
      .set(PERSON_023::TILFLYDTO, "202001151030")
      .set(PERSON_023::TILFLYDT_UMRK, "*")
      .set(PERSON_023::FRAFLYDTO, "202603090000");
}
codec::buffer<PERSON_099> expected_099(std::string_view pnr, std::string_view mark) {
  return record_for<PERSON_099>(pnr)
      .set(PERSON_099::TIMESTAMPU, "202603101415")
      .set(PERSON_099::HAENDELSE, "FLY")
      .set(PERSON_099::AFLEDTMRK, mark);
}

/// The person as it was, with those records put in their places.
record::person moved(record::person person, std::string_view name, std::string_view mark) {
  std::string const pnr(person.pnr());
  person.set(expected_002(pnr).bytes());
  person.set(expected_003(pnr, name).bytes());
  person.add(expected_023(pnr).bytes());
  person.add(expected_099(pnr, mark).bytes());
  return person;
}

BOOST_AUTO_TEST_SUITE(fly_effects)

BOOST_AUTO_TEST_CASE(the_person_moves_alone) {
  scene s;
  record::person const before = s.reg.of(father);
  auto const out = s.effects();
  BOOST_REQUIRE(out.size() == 1u);
  BOOST_TEST(out[0].pnr == father);
  BOOST_TEST(out[0].aflmrk == "");
  BOOST_TEST(out[0].before.bytes() == before.bytes());
  BOOST_TEST(out[0].after.bytes() == moved(before, "Anders Testsen", "").bytes());
  BOOST_TEST(s.reg.of(father).bytes() == before.bytes());
}

BOOST_AUTO_TEST_CASE(co_movers_follow_in_the_datas_order_with_their_marks) {
  scene s;
  s.move_along({son, mother, daughter});
  auto const out = s.effects();
  BOOST_REQUIRE(out.size() == 4u);
  std::size_t i = 0;
  for (auto const& [pnr, name, mark] :
       {std::tuple{father, "Anders Testsen", ""}, std::tuple{son, "Carl Testsen", "B\xD8"},
        std::tuple{mother, "Birthe Testsen", "\xC6G"}, std::tuple{daughter, "Dorthe Testsen", "B\xD8"}}) {
    BOOST_TEST(out[i].pnr == pnr);
    BOOST_TEST(out[i].aflmrk == mark);
    BOOST_TEST(out[i].after.bytes() == moved(s.reg.of(pnr), name, mark).bytes());
    ++i;
  }
}

BOOST_AUTO_TEST_CASE(history_and_events_come_behind_the_others) {
  scene s;
  auto& person = s.reg.of(father);
  auto const older =
      record_for<PERSON_023>(father).set(PERSON_023::KOMKOD, "0101").set(PERSON_023::FRAFLYDTO, "299912310000");
  auto const event =
      record_for<PERSON_099>(father).set(PERSON_099::TIMESTAMPU, "299912310000").set(PERSON_099::HAENDELSE, "A29");
  person.add(older.bytes());
  person.add(event.bytes());
  auto const after = s.effects()[0].after;
  auto const history = after.all(23);
  BOOST_REQUIRE(history.size() == 2u);
  BOOST_TEST(history[0] == older.bytes());
  BOOST_TEST(history[1] == expected_023(father).bytes());
  BOOST_TEST(after.all(99)[0] == event.bytes());
  BOOST_TEST(after.all(99)[1] == expected_099(father, "").bytes());
}

BOOST_AUTO_TEST_CASE(within_the_municipality_its_dates_stay) {
  scene s;
  s.komkod = s.who.mynkod = "0851";
  s.data.set(FLY_DATA::VEJKOD, "1188").set(FLY_DATA::HUSNR, "010a").set(FLY_DATA::CONVN, "c/o Hansen");
  codec::buffer<PERSON_002> expected(s.reg.of(father).first(2));
  expected.set(PERSON_002::HUSNR, "010A")
      .set(PERSON_002::ETAGE, "")
      .set(PERSON_002::SIDEDOER, "")
      .set(PERSON_002::CONVN, "c/o Hansen")
      .set(PERSON_002::TILFLYDTO, "202603090000")
      .set(PERSON_002::TILFLYDT_UMRK, "")
      .set(PERSON_002::START_MYNKOD_ADRTXT, 0)
      .set(PERSON_002::ADR1_SUPLADR, "")
      .set(PERSON_002::START_DT_ADRTXT, "")
      .set(PERSON_002::SLET_DT_ADRTXT, "");
  s.move_along({mother});
  auto const out = s.effects();
  BOOST_TEST(out[0].after.first(2) == expected.bytes());
  BOOST_TEST(out[0].after.first(2).substr(82, 12) == "201501151030");  // TILFLYKOMDTO as it was
  BOOST_TEST(out[0].after.first(3).substr(47, 10) == "c/o Hansen");
  BOOST_TEST(out[1].after.first(3).substr(47, 10) == "c/o Hansen");
  BOOST_TEST(out[1].after.first(3).substr(13, 14) == "Birthe Testsen");
}

BOOST_AUTO_TEST_CASE(status_by_address) {
  struct { char const *komkod, *vejkod, *husnr, *before, *after; } const moves[] = {
      {"0101", "1000", "005", "01", "01"}, {"0101", "9901", "", "01", "03"},    {"0101", "1000", "005", "03", "01"},
      {"0955", "0500", "005", "01", "05"}, {"0955", "9950", "005", "05", "07"}, {"0101", "9901", "", "03", "03"}};
  for (auto const& m : moves) {
    scene s;
    change(s.reg.of(father), PERSON_001::PERSONSTATUS, m.before);
    s.komkod = s.who.mynkod = m.komkod;
    s.data.set(FLY_DATA::VEJKOD, m.vejkod).set(FLY_DATA::HUSNR, m.husnr);
    auto const out = s.effects();
    codec::buffer<PERSON_001> expected(s.reg.of(father).first(1));
    if (std::string_view(m.before) != m.after)
      expected.set(PERSON_001::PERSONSTATUS, m.after)
          .set(PERSON_001::STATUSHAENSTART, "202603090000")
          .set(PERSON_001::STATUSDTO_UMRK, "");
    BOOST_TEST(out[0].after.first(1) == expected.bytes(), m.before << " to " << m.after);
  }
}

BOOST_AUTO_TEST_CASE(a_building_in_greenland) {
  scene s;
  s.komkod = s.who.mynkod = "0955";
  s.data.set(FLY_DATA::VEJKOD, "0500").set(FLY_DATA::BNR, "3456");
  auto const after = s.effects()[0].after;
  BOOST_TEST(after.value(PERSON_002::BNR) == "3456");
  BOOST_TEST(after.value(PERSON_003::BNR) == "3456");
  BOOST_TEST(codec::trimmed(after.value(PERSON_003::STANDARDADR)) == "Aqqusinersuaq 5");
}

BOOST_AUTO_TEST_CASE(a_person_without_an_address_has_no_history_of_it) {
  scene s;
  s.reg.of(father).remove(2);
  s.reg.of(father).remove(3);
  auto const after = s.effects()[0].after;
  BOOST_TEST(!after.has(23));
  auto const expected = expected_002(father).set(PERSON_002::FRAFLYKOMKOD, 0).set(PERSON_002::FRAFLYKOMDTO, 0);
  BOOST_TEST(after.first(2) == expected.bytes());
  BOOST_TEST(after.first(3) == expected_003(father, "Anders Testsen").bytes());  // the name of record 008
}

BOOST_AUTO_TEST_CASE(a_co_mover_who_left_the_household_is_still_named) {
  // The save sees that she changed and answers 7022; the effects must not fail before.
  scene s;
  s.move_along({mother});
  auto const approved = s.validate();
  BOOST_REQUIRE(approved.ok());
  change(s.reg.of(mother), PERSON_002::VEJKOD, "2222");
  auto const out = s.with_keys([&](auto const& facts) { return rules::effects(facts, approved.data, "202603101415"); });
  BOOST_REQUIRE(out.size() == 2u);
  BOOST_TEST(out[1].pnr == mother);
  BOOST_TEST(out[1].aflmrk == "");
}

BOOST_AUTO_TEST_CASE(what_comes_out_parses_and_can_be_undone) {
  for (std::string_view const husnr : {"001", "009", "019"})
    for (std::string_view const etage : {"", "st", "kl", "k2", "01", "99"})
      for (std::string_view const door : {"", "tv", "TH", "mf", "1", "9999"}) {
        if (etage.empty() && !door.empty()) continue;
        scene s;
        s.data.set(FLY_DATA::HUSNR, husnr).set(FLY_DATA::ETAGE, etage).set(FLY_DATA::SIDEDOER, door);
        s.move_along({mother, daughter, son});
        for (rules::touched_person const& one : s.effects()) {
          BOOST_TEST(record::person::parse(one.after.bytes()).has_value());
          BOOST_TEST(one.after.pnr() == one.pnr);
          std::string const gone = record::change_between(one.before, one.after).removed;
          BOOST_TEST(gone == std::string(one.before.first(2)) + std::string(one.before.first(3)));
        }
        // The new home is the household's: whoever moved is together again.
        auto const out = s.effects();
        for (rules::touched_person const& one : out) s.reg.of(one.pnr) = one.after;
        BOOST_TEST(rules::household(s.reg.of(father), s.reg, s.hdto).size() == 3u);
        BOOST_TEST(said(s.validate().list) == "7106F VEJKOD");
      }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace samspil::test
