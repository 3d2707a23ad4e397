// What the events besides FLY and the protections show and do, record by record
// (domain.md, "Events"). The family lives in Aalborg since 15 January 2020.
#include <boost/test/unit_test.hpp>

#include "event_scene.hpp"
#include "rec/sams_civ.hpp"
#include "rec/sams_dod.hpp"
#include "rec/sams_nvn.hpp"
#include "rec/sams_udr.hpp"

namespace samspil::test {
namespace {

using namespace samspil::rec;

std::string const left_home =
    "+023 KOMKOD=0851 VEJKOD=1188 HUSNR=009 ETAGE=05 SIDEDOER=  tv CONVN=v/ Olsen TILFLYDTO=202001151030 "
    "TILFLYDT-UMRK=* FRAFLYDTO=202603090000\n";
std::string const new_home_002 =
    "+002 KOMKOD=0101 VEJKOD=1000 HUSNR=005 CONVN=c/o Berg TILFLYDTO=202603090000 TILFLYKOMDTO=202603090000\n";
std::string const new_home_003(std::string const& name) {
  return "+003 ADRNVN=" + name +
         " CONVN=c/o Berg LOKALITET=Solhuset STANDARDADR=Testvej 5 BYNVN=Ulige By POSTNR=1050 "
         "POSTDISTTXT=K\xF8" "benhavn K KOMKOD=0101 VEJKOD=1000 HUSNR=005 VEJADRNVN=Testvej\n";
}

/// The person as one who is abroad since 2024, or has disappeared then.
void send_away(scene& s, std::string_view pnr, std::string_view status) {
  auto& p = s.reg.of(pnr);
  change(p, PERSON_001::PERSONSTATUS, status);
  change(p, PERSON_001::STATUSHAENSTART, "202405010000");
  p.remove(2);
  p.set(record_for<PERSON_003>(pnr).set(PERSON_003::ADRNVN, "Anders Testsen").bytes());
  if (status == "80")
    p.add(record_for<PERSON_005>(pnr)
              .set(PERSON_005::UDR_LANDEKOD, "5180")
              .set(PERSON_005::UDRDTO, "202405010000")
              .set(PERSON_005::UDLANDADR1, "Hauptstrasse 1")
              .bytes());
  else
    p.add(record_for<PERSON_007>(pnr).set(PERSON_007::FORSVINDDTO, "202405010000").bytes());
}

std::map<std::string, std::string> const address{
    {"VEJKOD", "1000"}, {"HUSNR", "005"}, {"CONVN", "c/o Berg"}};

BOOST_AUTO_TEST_SUITE(event_effects)

BOOST_AUTO_TEST_CASE(emigration_takes_co_movers_along) {
  event_scene s("UDR", {{"UDR-LANDEKOD", "5180"}, {"UDLANDADR/1", "Hauptstrasse 1"}, {"VARIGHED-MDR", "12"},
                        {"ANTAL-MEDFLYTTERE", "1"}, {"MEDFLYTTER/1", std::string(son)}});
  auto const out = s.saved();
  BOOST_REQUIRE(out.size() == 2u);
  for (auto const& one : out) {
    std::string const name = one.pnr == son ? "Carl Testsen" : "Anders Testsen";
    BOOST_TEST(what_changed(one) ==
               "-001\n-002\n-003\n"
               "+001 PERSONSTATUS=80 STATUSHAENSTART=202603090000 KOEN=M FOED-DT=" +
                   std::string(one.pnr == son ? "2010-03-03 START-DT-PERSON=2010-03-03\n"
                                              : "1980-01-01 START-DT-PERSON=1980-01-01\n") +
                   "+003 ADRNVN=" + name + "\n" +
                   "+005 UDR-LANDEKOD=5180 UDRDTO=202603090000 UDLANDADR1=Hauptstrasse 1\n" + left_home);
    BOOST_TEST(record::person::parse(one.after.bytes()).has_value());
  }
  BOOST_TEST(out[1].aflmrk == "B\xD8");
  auto const answer = s.check();
  codec::view<UDR_KLARTEKST> const text(answer.klartekst);
  BOOST_TEST(codec::trimmed(text[UDR_KLARTEKST::LANDENVN]) == "Tyskland");
  BOOST_TEST(codec::trimmed(text(UDR_KLARTEKST::MEDFLYTTER_ADRNVN, 0)) == "Carl Testsen");
}

BOOST_AUTO_TEST_CASE(an_address_abroad_keeps_the_date) {
  event_scene s("UAD", {{"UDR-LANDEKOD", "5180"}, {"UDLANDADR/1", "Nebenstrasse 2"}});
  send_away(s, father, "80");
  BOOST_TEST(what_changed(s.saved().at(0)) ==
             "-005\n+005 UDR-LANDEKOD=5180 UDRDTO=202405010000 UDLANDADR1=Nebenstrasse 2\n");
  BOOST_TEST(s.aktuel().substr(0, 50) == "5180202405010000Hauptstrasse 1                    ");
}

BOOST_AUTO_TEST_CASE(arrival_ends_the_stay_abroad) {
  event_scene s("IND", address);
  s.set("FRA-LANDEKOD", "5180").komkod = s.who.mynkod = "0101";
  send_away(s, father, "80");
  BOOST_TEST(what_changed(s.saved().at(0)) ==
             "-001\n-003\n-005\n"
             "+001 PERSONSTATUS=01 STATUSHAENSTART=202603090000 KOEN=M FOED-DT=1980-01-01 "
             "START-DT-PERSON=1980-01-01\n" +
                 new_home_002 + new_home_003("Anders Testsen") +
                 "+024 UDR-LANDEKOD=5180 UDRDTO=202405010000 INDR-LANDEKOD=5180 INDRDTO=202603090000 "
                 "UDLANDADR1=Hauptstrasse 1\n");
}

BOOST_AUTO_TEST_CASE(disappearance_and_reappearance) {
  event_scene s("FSV");
  auto const gone = s.saved().at(0);
  BOOST_TEST(what_changed(gone) ==
             "-001\n-002\n-003\n"
             "+001 PERSONSTATUS=70 STATUSHAENSTART=202603090000 KOEN=M FOED-DT=1980-01-01 START-DT-PERSON=1980-01-01\n"
             "+003 ADRNVN=Anders Testsen\n+007 FORSVINDDTO=202603090000\n" + left_home);

  event_scene back("GEN", address);
  back.komkod = back.who.mynkod = "0101";
  send_away(back, father, "70");
  BOOST_TEST(back.aktuel().substr(0, 12) == "202405010000");
  BOOST_TEST(what_changed(back.saved().at(0)) ==
             "-001\n-003\n-007\n"
             "+001 PERSONSTATUS=01 STATUSHAENSTART=202603090000 KOEN=M FOED-DT=1980-01-01 "
             "START-DT-PERSON=1980-01-01\n" +
                 new_home_002 + new_home_003("Anders Testsen") +
                 "+025 FORSVINDDTO=202405010000 GENFINDDTO=202603090000\n");
}

BOOST_AUTO_TEST_CASE(death_ends_the_marriage_with_its_time_and_mark) {
  event_scene s("DOD", {{"DOEDSTID", "1430"}, {"USIKKER-MRK", "*"}});
  auto const out = s.saved();
  BOOST_REQUIRE(out.size() == 2u);
  BOOST_TEST(what_changed(out[0]) ==
             "-001\n-002\n-003\n-012\n"
             "+001 PERSONSTATUS=90 STATUSHAENSTART=202603091430 STATUSDTO-UMRK=* KOEN=M FOED-DT=1980-01-01 "
             "START-DT-PERSON=1980-01-01\n"
             "+003 ADRNVN=Anders Testsen\n"
             "+012 CIVST=D AEGTEPNR=" + std::string(mother) +
                 " HAENSTART-CIVILSTAND=202603091430 HAENSTART-UMRK-CIVILSTAND=*\n" +
                 left_home.substr(0, left_home.size() - 13) + "202603091430 FRAFLYDTO-UMRK=*\n" +
                 "+029 CIVST=G AEGTEPNR=" + std::string(mother) +
                 " HAENSLUT-CIVILSTAND=202603091430 HAENSLUT-UMRK-CIVILSTAND=*\n");
  BOOST_TEST(out[1].aflmrk == "\xC6G");
  BOOST_TEST(what_changed(out[1]) ==
             "-012\n+012 CIVST=E AEGTEPNR=" + std::string(father) +
                 " HAENSTART-CIVILSTAND=202603091430 HAENSTART-UMRK-CIVILSTAND=*\n+029 CIVST=G AEGTEPNR=" +
                 std::string(father) + " HAENSLUT-CIVILSTAND=202603091430 HAENSLUT-UMRK-CIVILSTAND=*\n");
}

BOOST_AUTO_TEST_CASE(the_spouse_of_a_dead_person_changes_only_when_it_names_him) {
  event_scene s("DOD");
  change(s.reg.of(mother), PERSON_012::AEGTEPNR, lodger);
  BOOST_TEST(s.saved().size() == 1u);
  auto const answer = s.check();
  codec::view<DOD_KLARTEKST> const text(answer.klartekst);
  BOOST_TEST(codec::trimmed(text[DOD_KLARTEKST::AEGTE_CIVST_TEKST]) == "");
  BOOST_TEST(codec::trimmed(text[DOD_KLARTEKST::STATUS_TEKST]) != "");

  event_scene partner("DOD");
  for (auto const who : {father, mother}) change(partner.reg.of(who), PERSON_012::CIVST, "P");
  auto const out = partner.saved();
  BOOST_REQUIRE(out.size() == 2u);
  BOOST_TEST(out[1].aflmrk == "PA");
  BOOST_TEST(out[1].after.value(PERSON_012::CIVST) == "L");
}

BOOST_AUTO_TEST_CASE(a_name_goes_to_spouse_and_children_where_they_have_one) {
  event_scene s("NVN", {{"FORNVN", "Anders"}, {"EFTERNVN", "Nyborg"}});
  change(s.reg.of(mother), PERSON_012::AEGTENVN, "Anders Testsen");
  s.reg.of(son).add(record_for<PERSON_015>(son)
                        .set(PERSON_015::PNRFAR, father)
                        .set(PERSON_015::FARNVN, "Anders Testsen")
                        .bytes());
  s.reg.of(daughter).add(record_for<PERSON_015>(daughter).set(PERSON_015::PNRFAR, father).bytes());
  auto const out = s.saved();
  BOOST_REQUIRE(out.size() == 3u);
  BOOST_TEST(what_changed(out[0]).find("-003\n-008\n+003 ADRNVN=Anders Nyborg CONVN=v/ Olsen") == 0u);
  BOOST_TEST(what_changed(out[0]).find(
                 "+008 FORNVN=Anders EFTERNVN=Nyborg NVNHAENSTART=202603090000 ADRNVN=Anders Nyborg\n"
                 "+026 FORNVN=Anders EFTERNVN=Testsen NVNHAENSLUT=202603090000\n") != std::string::npos);
  BOOST_TEST(out[1].aflmrk == "\xC6G");
  BOOST_TEST(what_changed(out[1]) ==
             "-012\n+012 CIVST=G AEGTEPNR=" + std::string(father) + " AEGTENVN=Anders Nyborg\n");
  BOOST_TEST(out[2].pnr == son);
  BOOST_TEST(out[2].aflmrk == "B\xD8");
  BOOST_TEST(what_changed(out[2]) == "-015\n+015 PNRFAR=" + std::string(father) + " FARNVN=Anders Nyborg\n");
}

BOOST_AUTO_TEST_CASE(marriage_and_its_ends) {
  event_scene wedding("CIV", {{"CIVST", "G"}, {"AEGTEPNR", std::string(grown)}});
  wedding.pnr = lodger;
  change(wedding.reg.of(grown), PERSON_012::AEGTENVN, "Forrige");
  auto const both = wedding.saved();
  BOOST_REQUIRE(both.size() == 2u);
  BOOST_TEST(what_changed(both[0]) == "-012\n+012 CIVST=G AEGTEPNR=" + std::string(grown) +
                                          " HAENSTART-CIVILSTAND=202603090000\n"
                                          "+029 CIVST=U HAENSLUT-CIVILSTAND=202603090000\n");
  BOOST_TEST(what_changed(both[1]) == "-012\n+012 CIVST=G AEGTEPNR=" + std::string(lodger) +
                                          " HAENSTART-CIVILSTAND=202603090000\n"
                                          "+029 CIVST=U AEGTENVN=Forrige HAENSLUT-CIVILSTAND=202603090000\n");
  auto const answer = wedding.check();
  BOOST_TEST(codec::trimmed(codec::view<CIV_KLARTEKST>(answer.klartekst)[CIV_KLARTEKST::AEGTE_ADRNVN]) ==
             "Erik Testsen");

  event_scene divorce("CIV", {{"CIVST", "F"}});
  auto const parted = divorce.saved();
  BOOST_REQUIRE(parted.size() == 2u);
  BOOST_TEST(parted[1].pnr == mother);
  BOOST_TEST(parted[1].after.value(PERSON_012::CIVST) == "F");
  BOOST_TEST(parted[0].after.value(PERSON_012::AEGTEPNR) == mother);

  event_scene widower("CIV", {{"CIVST", "E"}});
  BOOST_TEST(widower.saved().size() == 1u);
}

BOOST_AUTO_TEST_CASE(citizenship_church_and_addresses_in_lines) {
  event_scene stb("STB", {{"LANDEKOD", "5180"}});
  stb.reg.of(father).add(record_for<PERSON_010>(father)
                             .set(PERSON_010::LANDEKOD, "5100")
                             .set(PERSON_010::HAENSTART_STATSBORGERSKAB, "198001010000")
                             .bytes());
  BOOST_TEST(what_changed(stb.saved().at(0)) ==
             "-010\n+010 LANDEKOD=5180 HAENSTART-STATSBORGERSKAB=202603090000\n"
             "+027 LANDEKOD=5100 HAENSTART-STATSBORGERSKAB=198001010000 HAENSLUT-STATSBORGERSKAB=202603090000\n");

  event_scene fki("FKI", {{"FKIRK", "U"}});
  fki.reg.of(father).add(record_for<PERSON_011>(father)
                             .set(PERSON_011::FKIRK, "F")
                             .set(PERSON_011::START_DT_FOLKEKIRKE, "1980-02-01")
                             .bytes());
  BOOST_TEST(what_changed(fki.saved().at(0)) ==
             "-011\n+011 FKIRK=U START-DT-FOLKEKIRKE=2026-03-09\n"
             "+028 FKIRK=F START-DT-FOLKEKIRKE=1980-02-01 SLUT-DT-FOLKEKIRKE=2026-03-09\n");

  event_scene kad("KAD", {{"KONTAKTADR/1", "Postboks 7"}, {"SLUTDTO", "20270101"}});
  BOOST_TEST(what_changed(kad.saved().at(0)) ==
             "+006 ADR1-KONTAKTADR=Postboks 7 START-DT-ADRTXT=2026-03-09 SLET-DT-ADRTXT=2027-01-01\n");
  event_scene sua("SUA", {{"SUPLADR/1", "Bagbygningen"}});
  std::string const changed = what_changed(sua.saved().at(0));
  BOOST_TEST(changed.find("-002\n+002 KOMKOD=0851 VEJKOD=1188") == 0u);
  BOOST_TEST(changed.find("START-MYNKOD-ADRTXT=0851 ADR1-SUPLADR=Bagbygningen START-DT-ADRTXT=2026-03-09\n") !=
             std::string::npos);
}

/// The journal's view of what `done` did, as the store keeps it.
rules::registered_event journal_of(event_scene const& s, std::vector<rules::touched_person> const& done) {
  rules::registered_event out{.number = 7, .haendelse = s.haendelse, .timestampu = "202603101415", .hdto = s.hdto,
                              .touched = {}, .may_be_undone = true};
  for (auto const& one : done)
    out.touched.push_back({one.pnr, one.aflmrk, record::undoable_change(one.before, one.after)});
  return out;
}

/// Saves `s`, undoes it on 10 March and says what is left of it in the main person.
std::string left_after_undo(event_scene& s) {
  auto const done = s.saved();
  event_scene undo("FTR", {{"FTR-HAENDELSE", s.haendelse}, {"FTR-TIDSPUNKT", "202603101415"}});
  undo.reg = s.reg;
  undo.who.group = "CPRADM";
  undo.who.mynkod = "0000";
  undo.hdto = undo.business = "20260310";
  undo.pnr = s.pnr;
  for (auto const& one : done) undo.reg.of(one.pnr) = one.after;
  undo.reg.latest[s.pnr] = journal_of(s, done);
  auto const undone = undo.saved();
  BOOST_REQUIRE(undone.size() == done.size());
  std::string left;
  for (std::size_t i = 0; i < done.size(); ++i) {
    BOOST_TEST(undone[i].pnr == done[i].pnr);
    BOOST_TEST(undone[i].aflmrk == done[i].aflmrk);
    BOOST_TEST(record::undoable_part(undone[i].after).bytes() == record::undoable_part(done[i].before).bytes());
    BOOST_TEST(undone[i].after.all(99).size() == done[i].before.all(99).size() + 2);
    for (std::string_view const row : undone[i].after.all())
      if (row[13] == 'A' && record::record_type(row) >= 23 && record::record_type(row) <= 30)
        left += as_text(row) + "\n";
  }
  return left;
}

BOOST_AUTO_TEST_CASE(an_undone_period_is_kept_when_the_one_before_began_on_the_same_date) {
  event_scene stb("STB", {{"LANDEKOD", "5180"}});
  stb.reg.of(father).add(record_for<PERSON_010>(father)
                             .set(PERSON_010::LANDEKOD, "5120")
                             .set(PERSON_010::HAENSTART_STATSBORGERSKAB, "202603090000")
                             .bytes());
  BOOST_TEST(left_after_undo(stb) ==
             "027 ANNKOR=A LANDEKOD=5180 HAENSTART-STATSBORGERSKAB=202603090000 "
             "HAENSLUT-STATSBORGERSKAB=202603100000\n");
}

BOOST_AUTO_TEST_CASE(an_undo_brings_everything_back_and_keeps_the_period) {
  event_scene udr("UDR", {{"UDR-LANDEKOD", "5180"}, {"UDLANDADR/1", "Hauptstrasse 1"}, {"VARIGHED-MDR", "12"},
                          {"ANTAL-MEDFLYTTERE", "1"}, {"MEDFLYTTER/1", std::string(son)}});
  std::string const abroad =
      "024 ANNKOR=A UDR-LANDEKOD=5180 UDRDTO=202603090000 INDRDTO=202603100000 UDLANDADR1=Hauptstrasse 1\n";
  BOOST_TEST(left_after_undo(udr) == abroad + abroad);

  event_scene dod("DOD", {{"DOEDSTID", "1430"}});
  BOOST_TEST(left_after_undo(dod) ==
             "029 ANNKOR=A CIVST=D AEGTEPNR=" + std::string(mother) +
                 " HAENSTART-CIVILSTAND=202603091430 HAENSLUT-CIVILSTAND=202603100000\n"
                 "029 ANNKOR=A CIVST=E AEGTEPNR=" + std::string(father) +
                 " HAENSTART-CIVILSTAND=202603091430 HAENSLUT-CIVILSTAND=202603100000\n");

  event_scene ind("IND", address);
  ind.set("FRA-LANDEKOD", "5180").komkod = ind.who.mynkod = "0101";
  send_away(ind, father, "80");
  BOOST_TEST(left_after_undo(ind) ==
             "023 ANNKOR=A KOMKOD=0101 VEJKOD=1000 HUSNR=005 CONVN=c/o Berg TILFLYDTO=202603090000 "
             "FRAFLYDTO=202603100000\n");

  event_scene nab("NAB", {{"HANDLING", "S"}});
  BOOST_TEST(left_after_undo(nab) == "");
  event_scene sua("SUA", {{"SUPLADR/1", "Bagbygningen"}});
  BOOST_TEST(left_after_undo(sua) == "");
  event_scene fki("FKI", {{"FKIRK", "U"}});
  BOOST_TEST(left_after_undo(fki) == "");
  event_scene nvn("NVN", {{"FORNVN", "Anders"}, {"EFTERNVN", "Nyborg"}});
  BOOST_TEST(left_after_undo(nvn) == "026 ANNKOR=A FORNVN=Anders EFTERNVN=Nyborg NVNHAENSTART=202603090000 "
                                     "NVNHAENSLUT=202603100000\n");
}

BOOST_AUTO_TEST_CASE(what_an_undo_shows) {
  event_scene s("FTR");
  for (auto const* const time : {"202601010900", "202603010900", "202602010900"})
    s.reg.of(father).add(record_for<PERSON_099>(father)
                             .set(PERSON_099::TIMESTAMPU, time)
                             .set(PERSON_099::HAENDELSE, "FLY")
                             .set(PERSON_099::AFLEDTMRK, "MO")
                             .bytes());
  BOOST_TEST(s.aktuel().substr(0, 53) == "03202603010900FLYMO202602010900FLYMO202601010900FLYMO");
  for (int i = 0; i < 12; ++i)
    s.reg.of(father).add(record_for<PERSON_099>(father).set(PERSON_099::TIMESTAMPU, "202603020900").bytes());
  BOOST_TEST(s.aktuel().substr(0, 2) == "10");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace samspil::test
