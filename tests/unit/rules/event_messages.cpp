// Every message of the events besides FLY and the protections, with a neighbour
// that does not fire (domain.md, "Messages of the data").
#include <boost/test/unit_test.hpp>
#include <functional>

#include "event_scene.hpp"

namespace samspil::test {
namespace {

using namespace samspil::rec;
using setup = std::function<void(event_scene&)>;

struct message_case {
  std::string event;
  std::map<std::string, std::string> data;
  std::string expected;
  setup arrange = [](event_scene&) {};
};

std::string const pnr_of_mother{mother}, pnr_of_grown{grown}, pnr_of_lodger{lodger}, pnr_of_son{son};

void with_status(event_scene& s, std::string_view status) {
  change(s.reg.of(s.pnr), PERSON_001::PERSONSTATUS, status);
}
void abroad(event_scene& s) {
  with_status(s, "80");
  s.reg.of(s.pnr).remove(2);
  s.reg.of(s.pnr).add(record_for<PERSON_005>(s.pnr)
                          .set(PERSON_005::UDR_LANDEKOD, "5180")
                          .set(PERSON_005::UDLANDADR1, "Hauptstrasse 1")
                          .bytes());
}
void alone(event_scene& s) { s.pnr = lodger; }
void may_undo(event_scene& s) {
  s.reg.latest[s.pnr] = {1, "FLY", "202603010900", "20260301", {}, true};
}

std::vector<message_case> const message_cases = {
    // UDR
    {"UDR", {{"UDR-LANDEKOD", "5180"}, {"UDLANDADR/1", "x"}, {"VARIGHED-MDR", "7"}}, ""},
    {"UDR", {{"UDLANDADR/1", "x"}, {"VARIGHED-MDR", "7"}}, "7002F UDR-LANDEKOD"},
    {"UDR", {{"UDR-LANDEKOD", "7000"}, {"UDLANDADR/1", "x"}, {"VARIGHED-MDR", "7"}}, "7201F UDR-LANDEKOD"},
    {"UDR", {{"UDR-LANDEKOD", "5100"}, {"UDLANDADR/1", "x"}, {"VARIGHED-MDR", "7"}}, "7202F UDR-LANDEKOD"},
    {"UDR", {{"UDR-LANDEKOD", "5180"}, {"UDLANDADR/1", "x"}, {"VARIGHED-MDR", "6"}}, "7203F VARIGHED-MDR"},
    {"UDR", {{"UDR-LANDEKOD", "5180"}, {"UDLANDADR/1", "x"}}, "7002F VARIGHED-MDR"},
    {"UDR", {{"UDR-LANDEKOD", "5180"}, {"VARIGHED-MDR", "7"}}, "7401F UDLANDADR/1"},
    {"UDR", {{"UDR-LANDEKOD", "5180"}, {"UDLANDADR/1", "x"}, {"VARIGHED-MDR", "7"}}, "7204A HDTO",
     [](event_scene& s) { s.hdto = "20260308"; }},
    {"UDR", {{"UDR-LANDEKOD", "5180"}, {"UDLANDADR/1", "x"}, {"VARIGHED-MDR", "7"}}, "7109F HDTO",
     [](event_scene& s) { s.hdto = "20200114"; }},
    {"UDR",
     {{"UDR-LANDEKOD", "5180"}, {"UDLANDADR/1", "x"}, {"VARIGHED-MDR", "7"}, {"MEDFLYTTER/1", pnr_of_lodger}},
     "7110F MEDFLYTTER/1, 7112F ANTAL-MEDFLYTTERE"},
    // UAD, IND
    {"UAD", {{"UDR-LANDEKOD", "5180"}, {"UDLANDADR/1", "y"}}, "", abroad},
    {"UAD", {{"UDR-LANDEKOD", "5180"}, {"UDLANDADR/1", "Hauptstrasse 1"}}, "7903F", abroad},
    {"UAD", {{"UDR-LANDEKOD", "5100"}, {"UDLANDADR/1", "y"}}, "7202F UDR-LANDEKOD", abroad},
    {"UAD", {{"UDR-LANDEKOD", "5180"}}, "7401F UDLANDADR/1", abroad},
    {"IND", {{"FRA-LANDEKOD", "5180"}, {"VEJKOD", "1188"}, {"HUSNR", "001"}}, "", abroad},
    {"IND", {{"VEJKOD", "1188"}, {"HUSNR", "001"}}, "7002F FRA-LANDEKOD", abroad},
    {"IND", {{"FRA-LANDEKOD", "5100"}, {"VEJKOD", "1188"}, {"HUSNR", "001"}}, "7202F FRA-LANDEKOD", abroad},
    {"IND", {{"FRA-LANDEKOD", "5180"}, {"VEJKOD", "7777"}, {"HUSNR", "001"}}, "7101F VEJKOD", abroad},
    {"IND", {{"FRA-LANDEKOD", "5180"}, {"VEJKOD", "1188"}, {"HUSNR", "001"}, {"ETAGE", "xx"}, {"BNR", "B-1"}},
     "7104F ETAGE, 7113F BNR", abroad},
    {"GEN", {{"VEJKOD", "1188"}, {"HUSNR", "001"}}, "", [](event_scene& s) { with_status(s, "70"); }},
    {"GEN", {{"HUSNR", "001"}}, "7002F VEJKOD", [](event_scene& s) { with_status(s, "70"); }},
    // lines
    {"KAD", {{"KONTAKTADR/1", "a"}, {"KONTAKTADR/2", "b"}}, ""},
    {"KAD", {{"KONTAKTADR/2", "b"}}, "7401F KONTAKTADR/1"},
    {"KAD", {{"KONTAKTADR/4", "b"}}, "7401F KONTAKTADR/1, 7401F KONTAKTADR/2, 7401F KONTAKTADR/3"},
    {"KAD", {{"KONTAKTADR/1", "a"}, {"KONTAKTADR/3", "b"}}, "7401F KONTAKTADR/2"},
    {"KAD", {{"KONTAKTADR/1", "\x01"}, {"KONTAKTADR/2", "b"}}, "60F KONTAKTADR/1"},
    {"KAD", {{"KONTAKTADR/1", "a"}, {"SLUTDTO", "20260308"}}, "7305F SLUTDTO"},
    {"KAD", {{"KONTAKTADR/1", "a"}, {"SLUTDTO", "20260309"}}, ""},
    {"KAD", {{"KONTAKTADR/1", "a"}, {"SLUTDTO", "20261301"}}, "7305F SLUTDTO"},
    {"SUA", {{"SUPLADR/1", "Kaldenavn Solgaarden"}, {"SLUTDTO", "20300115"}}, "7903F"},
    {"SUA", {{"SUPLADR/1", "Kaldenavn Solgaarden"}, {"SLUTDTO", "20300116"}}, ""},
    {"SUA", {{"SUPLADR/1", "Kaldenavn Solgaarden"}}, ""},
    {"SUA", {}, "7401F SUPLADR/1"},
    // NVN
    {"NVN", {{"FORNVN", "Anders"}, {"EFTERNVN", "Nyborg"}}, ""},
    {"NVN", {{"EFTERNVN", "Nyborg"}}, "7501F FORNVN"},
    {"NVN", {{"FORNVN", "Anders"}}, "7501F EFTERNVN"},
    {"NVN", {{"FORNVN", "Anders"}, {"EFTERNVN", "Testsen"}}, "7903F"},
    {"NVN", {{"FORNVN", "Anders"}, {"EFTERNVN", "Testsen"}, {"ADRNVN", "Testsen, Anders"}}, ""},
    {"NVN", {{"FORNVN", "And3rs"}, {"EFTERNVN", "Nyborg"}}, "60F FORNVN"},
    {"NVN", {{"FORNVN", "D'Arcy-\xC6" "ble"}, {"EFTERNVN", "Nyborg"}}, ""},
    {"NVN", {{"FORNVN", "Anders"}, {"EFTERNVN", "Nyborg, A"}}, "60F EFTERNVN"},
    {"NVN", {{"FORNVN", "Anders"}, {"EFTERNVN", "Nyborg"}, {"ADRNVN", "Nyborg;A"}}, "60F ADRNVN"},
    {"NVN", {{"FORNVN", "Anders"}, {"EFTERNVN", "Ny\xD7" "borg"}}, "60F EFTERNVN"},
    {"NVN", {{"FORNVN", "Anders Christian Valdemar"}, {"EFTERNVN", "Nyborg"}}, ""},
    {"NVN", {{"FORNVN", "Anders Christian Valdemar"}, {"EFTERNVN", "Nyborghus"}}, "7502A ADRNVN"},
    {"NVN", {{"FORNVN", "Anders Christian Valdemar"}, {"EFTERNVN", "Nyborghus"}, {"ADRNVN", "Anders"}}, ""},
    // CIV
    {"CIV", {{"CIVST", "F"}}, ""},
    {"CIV", {}, "7002F CIVST"},
    {"CIV", {{"CIVST", "U"}}, "7601F CIVST"},
    {"CIV", {{"CIVST", "G"}, {"AEGTEPNR", pnr_of_grown}}, "7601F CIVST"},
    {"CIV", {{"CIVST", "X"}}, "7601F CIVST", alone},
    {"CIV", {{"CIVST", "F"}, {"AEGTEPNR", pnr_of_mother}}, "7602F AEGTEPNR"},
    {"CIV", {{"CIVST", "G"}}, "7602F AEGTEPNR", alone},
    {"CIV", {{"CIVST", "G"}, {"AEGTEPNR", pnr_of_grown}}, "", alone},
    {"CIV", {{"CIVST", "G"}, {"AEGTEPNR", pnr_of_lodger}}, "7603F AEGTEPNR", alone},
    {"CIV", {{"CIVST", "G"}, {"AEGTEPNR", "0101701111"}}, "7603F AEGTEPNR", alone},
    {"CIV", {{"CIVST", "G"}, {"AEGTEPNR", pnr_of_mother}}, "7603F AEGTEPNR", alone},
    {"CIV", {{"CIVST", "G"}, {"AEGTEPNR", pnr_of_son}}, "7603F AEGTEPNR", alone},
    {"CIV", {{"CIVST", "G"}, {"AEGTEPNR", pnr_of_grown}}, "7603F AEGTEPNR",
     [](event_scene& s) { alone(s), change(s.reg.of(grown), PERSON_001::PERSONSTATUS, "90"); }},
    {"CIV", {{"CIVST", "G"}, {"AEGTEPNR", pnr_of_grown}}, "7603F AEGTEPNR",
     [](event_scene& s) { alone(s), change(s.reg.of(grown), PERSON_001::PERSONSTATUS, "60"); }},
    {"CIV", {{"CIVST", "G"}, {"AEGTEPNR", pnr_of_grown}}, "7604F CIVST", [](event_scene& s) { s.pnr = son; }},
    {"CIV", {{"CIVST", "E"}}, "", [](event_scene& s) { change(s.reg.of(father), PERSON_012::CIVST, "G"); }},
    {"CIV", {{"CIVST", "O"}}, "7601F CIVST"},
    {"CIV", {{"CIVST", "O"}}, "", [](event_scene& s) { change(s.reg.of(father), PERSON_012::CIVST, "P"); }},
    {"CIV", {{"CIVST", "F"}}, "7601F CIVST", [](event_scene& s) { change(s.reg.of(father), PERSON_012::CIVST, "D"); }},
    // DOD
    {"DOD", {}, ""},
    {"DOD", {{"DOEDSTID", "2359"}, {"USIKKER-MRK", "*"}}, ""},
    {"DOD", {{"DOEDSTID", "2400"}}, "37F DOEDSTID"},
    {"DOD", {{"DOEDSTID", "1260"}}, "37F DOEDSTID"},
    {"DOD", {{"DOEDSTID", "12x0"}}, "37F DOEDSTID"},
    {"DOD", {{"USIKKER-MRK", "?"}}, "60F USIKKER-MRK"},
    {"DOD", {}, "7701F HDTO", [](event_scene& s) { s.hdto = "20200114"; }},
    {"DOD", {}, "", [](event_scene& s) { s.hdto = "20200115"; }},
    {"DOD", {}, "7701F HDTO",
     [](event_scene& s) { change(s.reg.of(father), PERSON_012::HAENSTART_CIVILSTAND, "202603100000"); }},
    // STB, FKI
    {"STB", {{"LANDEKOD", "5180"}}, ""},
    {"STB", {{"LANDEKOD", "0101"}}, "7201F LANDEKOD"},
    {"STB", {{"LANDEKOD", "5100"}}, ""},
    {"STB", {{"LANDEKOD", "5180"}}, "7902F LANDEKOD",
     [](event_scene& s) {
       s.reg.of(father).add(record_for<PERSON_010>(father).set(PERSON_010::LANDEKOD, "5180").bytes());
     }},
    {"FKI", {{"FKIRK", "F"}}, ""},
    {"FKI", {{"FKIRK", "X"}}, "7901F FKIRK"},
    {"FKI", {}, "7002F FKIRK"},
    {"FKI", {{"FKIRK", "F"}}, "7901F FKIRK",
     [](event_scene& s) { s.reg.of(father).add(record_for<PERSON_011>(father).set(PERSON_011::FKIRK, "F").bytes()); }},
    // FTR
    {"FTR", {}, "7002F FTR-HAENDELSE, 7002F FTR-TIDSPUNKT"},
    {"FTR", {{"FTR-HAENDELSE", "FLY"}, {"FTR-TIDSPUNKT", "202603010900"}}, "7801F FTR-TIDSPUNKT"},
    {"FTR", {{"FTR-HAENDELSE", "FLY"}, {"FTR-TIDSPUNKT", "202603010900"}}, "", may_undo},
    {"FTR", {{"FTR-HAENDELSE", "UDR"}, {"FTR-TIDSPUNKT", "202603010900"}}, "7801F FTR-TIDSPUNKT", may_undo},
    {"FTR", {{"FTR-HAENDELSE", "FLY"}, {"FTR-TIDSPUNKT", "202603010901"}}, "7801F FTR-TIDSPUNKT", may_undo},
    {"FTR", {{"FTR-HAENDELSE", "FLY"}, {"FTR-TIDSPUNKT", "202603010900"}}, "7801F FTR-TIDSPUNKT",
     [](event_scene& s) { may_undo(s), s.reg.latest[s.pnr].may_be_undone = false; }},
};

BOOST_AUTO_TEST_SUITE(event_messages)

BOOST_AUTO_TEST_CASE(each_with_its_neighbours) {
  for (message_case const& c : message_cases) {
    event_scene s(c.event, c.data);
    c.arrange(s);
    std::string shown;
    for (auto const& [name, value] : c.data) shown += name + "=" + value + " ";
    BOOST_TEST_CONTEXT(c.event << ": " << shown) { BOOST_TEST(s.messages() == c.expected); }
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace samspil::test
