#include "fake_register.hpp"

namespace samspil::test {
namespace {

using namespace samspil::rec;

void add_authority(fake_register& reg, std::string_view code, std::string_view type, std::string_view name,
                   std::string_view end = "") {
  codec::buffer<AUTHORITY_001> out;
  out.set(AUTHORITY_001::RECORDTYPE, 1)
      .set(AUTHORITY_001::MYNKOD, code)
      .set(AUTHORITY_001::MYNTYP, type)
      .set(AUTHORITY_001::HAENSTART, "199105281200")
      .set(AUTHORITY_001::HAENSLUT, end)
      .set(AUTHORITY_001::MYNNVN, name);
  reg.authority[std::string(code)].emplace_back(out.bytes());
}

std::string& add_road(fake_register& reg, std::string_view komkod, std::string_view vejkod, std::string_view name,
                      std::string_view start = "190001011200", std::string_view gone_to = "") {
  codec::buffer<ROAD_001> out;
  out.set(ROAD_001::RECORDTYPE, 1)
      .set(ROAD_001::KOMKOD, komkod)
      .set(ROAD_001::VEJKOD, vejkod)
      .set(ROAD_001::TILVEJKOD, gone_to)
      .set(ROAD_001::HAENSTART, start)
      .set(ROAD_001::VEJADRNVN, name)
      .set(ROAD_001::VEJNVN, std::string(name) + " i fuld l\xE6ngde");
  std::string& road = reg.roads[std::string(komkod) + std::string(vejkod)];
  road.assign(out.bytes());
  return road;
}

template <class Record>
void add_interval(std::string& road, std::string_view from, std::string_view to, std::string_view parity,
                  std::string_view name, std::string_view postnr = "") {
  codec::buffer<Record> out;
  out.set(Record::RECORDTYPE, codec::number(Record::name.substr(5)))
      .set(Record::KOMKOD, std::string_view(road).substr(3, 4))
      .set(Record::VEJKOD, std::string_view(road).substr(7, 4))
      .set(Record::HUSNRFRA, from)
      .set(Record::HUSNRTIL, to)
      .set(Record::LIGEULIGE, parity);
  if constexpr (std::is_same_v<Record, ROAD_004>)
    out.set(Record::POSTNR, postnr).set(Record::POSTDISTTXT, name);
  else
    out.set(Record::BYNVN, name);
  road.append(out.bytes());
}

void add_dwelling(fake_register& reg, std::string_view husnr, std::string_view etage, std::string_view sidedoer,
                  std::string_view name, std::string_view end = "") {
  codec::buffer<ROAD_002> out;
  out.set(ROAD_002::RECORDTYPE, 2)
      .set(ROAD_002::KOMKOD, "0101")
      .set(ROAD_002::VEJKOD, "1000")
      .set(ROAD_002::HUSNR, husnr)
      .set(ROAD_002::ETAGE, etage)
      .set(ROAD_002::SIDEDOER, sidedoer)
      .set(ROAD_002::HAENSLUT, end)
      .set(ROAD_002::LOKALITET, name);
  std::string key("01011000");
  for (std::string_view const part : {husnr, etage, sidedoer}) key += part;
  reg.dwellings[key].append(out.bytes());
}

record::person& add_person(fake_register& reg, std::string_view pnr, std::string_view name, std::string_view born,
                           char sex) {
  record::person out;
  out.add(record_for<PERSON_001>(pnr)
              .set(PERSON_001::PERSONSTATUS, "01")
              .set(PERSON_001::STATUSHAENSTART, "199001010000")
              .set(PERSON_001::STATUSDTO_UMRK, "*")
              .set(PERSON_001::KOEN, std::string(1, sex))
              .set(PERSON_001::FOED_DT, born)
              .set(PERSON_001::START_DT_PERSON, born)
              .bytes());
  out.add(record_for<PERSON_002>(pnr)
              .set(PERSON_002::KOMKOD, "0851")
              .set(PERSON_002::VEJKOD, "1188")
              .set(PERSON_002::HUSNR, "009 ")
              .set(PERSON_002::ETAGE, "05")
              .set(PERSON_002::SIDEDOER, "  tv")
              .set(PERSON_002::CONVN, "v/ Olsen")
              .set(PERSON_002::TILFLYDTO, "202001151030")
              .set(PERSON_002::TILFLYDT_UMRK, "*")
              .set(PERSON_002::TILFLYKOMDTO, "201501151030")
              .set(PERSON_002::TILFLYKOMDT_UMRK, "*")
              .set(PERSON_002::FRAFLYKOMKOD, "0101")
              .set(PERSON_002::FRAFLYKOMDTO, "201501151030")
              .set(PERSON_002::FRAFLYKOMDT_UMRK, "*")
              .set(PERSON_002::START_MYNKOD_ADRTXT, "0851")
              .set(PERSON_002::ADR1_SUPLADR, "Kaldenavn Solgaarden")
              .set(PERSON_002::START_DT_ADRTXT, "2020-01-15")
              .set(PERSON_002::SLET_DT_ADRTXT, "2030-01-15")
              .bytes());
  out.add(record_for<PERSON_003>(pnr)
              .set(PERSON_003::ADRNVN, name)
              .set(PERSON_003::CONVN, "v/ Olsen")
              .set(PERSON_003::LOKALITET, "Gaarden")
              .set(PERSON_003::STANDARDADR, "Toreg\xE5rdsvej 9,5 tv")
              .set(PERSON_003::BYNVN, "Hasseris")
              .set(PERSON_003::POSTNR, "9000")
              .set(PERSON_003::POSTDISTTXT, "Aalborg")
              .set(PERSON_003::KOMKOD, "0851")
              .set(PERSON_003::VEJKOD, "1188")
              .set(PERSON_003::HUSNR, "009 ")
              .set(PERSON_003::ETAGE, "05")
              .set(PERSON_003::SIDEDOER, "  tv")
              .set(PERSON_003::VEJADRNVN, "Toreg\xE5rdsvej")
              .bytes());
  out.add(record_for<PERSON_008>(pnr)
              .set(PERSON_008::FORNVN, name.substr(0, name.find(' ')))
              .set(PERSON_008::EFTERNVN, "Testsen")
              .set(PERSON_008::ADRNVN, name)
              .bytes());
  out.add(record_for<PERSON_012>(pnr).set(PERSON_012::CIVST, "U").set(PERSON_012::AEGTEPNR, "0000000000").bytes());
  rules::stored_person& stored = reg.persons[std::string(pnr)];
  stored.records = out;
  return stored.records;
}

void marry(record::person& one, std::string_view other) {
  change(one, PERSON_012::CIVST, "G");
  change(one, PERSON_012::AEGTEPNR, other);
}

void fill_roads(fake_register& reg) {
  std::string& test_road = add_road(reg, "0101", "1000", "Testvej");
  add_interval<ROAD_003>(test_road, "001 ", "009 ", "U", "Ulige By");
  add_interval<ROAD_004>(test_road, "001 ", "019 ", "U", "K\xF8" "benhavn K", "1050");
  add_interval<ROAD_004>(test_road, "002 ", "020B", "L", "K\xF8" "benhavn V", "1550");
  add_interval<ROAD_004>(test_road, "021 ", "199 ", "U", "K\xF8" "benhavn S", "2300");
  add_dwelling(reg, "005 ", "  ", "    ", "Nedlagt", "200001010000");
  add_dwelling(reg, "005 ", "  ", "    ", "Solhuset");
  add_road(reg, "0101", "2000", "Den meget lange vej");
  add_road(reg, "0101", "3000", "Nedlagt vej", "190001011200", "1000");
  add_road(reg, "0101", "3500", "Ny vej", "202604011200");
  add_interval<ROAD_004>(add_road(reg, "0101", "9901", "Uden bolig"), "    ", "002 ", "L", "Ukendt", "9999");
  add_interval<ROAD_004>(add_road(reg, "0101", "9902", "Intet tal"), "001 ", "003 ", "U", "Ukendt", "9999");
  add_road(reg, "0851", "1188", "Toreg\xE5rdsvej");
  add_road(reg, "0955", "0500", "Aqqusinersuaq");
  add_road(reg, "0955", "9950", "Uden bolig");
}

}  // namespace

void fill(fake_register& reg) {
  add_authority(reg, "0101", "05", "K\xF8" "benhavn");
  add_authority(reg, "0851", "05", "Aalborg");
  add_authority(reg, "0955", "05", "Kujalleq");
  add_authority(reg, "0400", "05", "Gammel kommune", "202603091200");
  add_authority(reg, "0401", "05", "Lukkes siden", "202603101200");
  add_authority(reg, "7000", "25", "Et sogn");
  add_authority(reg, "5100", "30", "Danmark");
  add_authority(reg, "5180", "30", "Tyskland");
  fill_roads(reg);

  marry(add_person(reg, father, "Anders Testsen", "1980-01-01", 'M'), mother);
  marry(add_person(reg, mother, "Birthe Testsen", "1981-02-02", 'K'), father);
  add_person(reg, son, "Carl Testsen", "2010-03-03", 'M');
  add_person(reg, daughter, "Dorthe Testsen", "2012-02-29", 'K');
  add_person(reg, grown, "Erik Testsen", "2000-05-05", 'K');
  add_person(reg, lodger, "Frede Olsen", "1990-06-06", 'M');
  for (std::string_view const child : {daughter, grown, son})
    for (std::string_view const parent : {father, mother})
      reg.of(parent).add(record_for<PERSON_014>(parent).set(PERSON_014::PNR_BARN, child).bytes());
}

}  // namespace samspil::test
