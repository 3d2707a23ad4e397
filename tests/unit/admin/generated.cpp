#include "generated.hpp"

#include <boost/test/unit_test.hpp>

#include "admin/generate.hpp"
#include "base/date.hpp"
#include "rec/authority.hpp"
#include "record/address.hpp"
#include "record/pnr.hpp"
#include "rules/road.hpp"
#include "support/judge.hpp"

namespace samspil::test {

using namespace samspil::rec;

three_files generated(std::uint64_t persons, std::uint64_t seed) {
  temporary_directory dir;
  auto const made = admin::generate(persons, seed, dir.path() / "out");
  BOOST_REQUIRE_MESSAGE(made, made.error().text);
  auto read = [&](char const* name) { return bytes_of(dir.path() / "out" / name).value_or(""); };
  three_files out{read("persons.txt"), read("authorities.txt"), read("roads.txt")};
  BOOST_TEST(made->persons == persons);
  BOOST_TEST(made->bytes == out.persons.size() + out.authorities.size() + out.roads.size());
  return out;
}

three_files shipped_files() {
  return {shipped("persons.txt"), shipped("authorities.txt"), shipped("roads.txt")};
}

register_of::register_of(loading& with) {
  with.db().with_read([&](store::read_scope& scope) {
    scope.each_person([&](std::string_view pnr, auto const&, std::string_view records) {
      auto const parsed = record::person::parse(records);
      BOOST_REQUIRE_MESSAGE(parsed, parsed.error().text());
      persons_[std::string(pnr)].records = *parsed;
      return true;
    });
    scope.each_road({}, [&](std::string_view key, std::string_view records) {
      roads_[std::string(key)] = records;
      return true;
    });
    scope.each_dwelling({}, [&](std::string_view key, std::string_view records) {
      dwellings_[std::string(key)] = records;
      return true;
    });
    scope.each_authority({}, [&](std::string_view key, std::string_view records) {
      authorities_[std::string(key.substr(0, 4))].emplace_back(records);
      return true;
    });
    return 0;
  });
}

void load_all(loading& with, three_files const& files) {
  for (auto const& loaded :
       {with.authorities(files.authorities), with.roads(files.roads), with.persons(files.persons)}) {
    BOOST_REQUIRE_MESSAGE(loaded, loaded.error().text);
    BOOST_TEST(loaded->exit_status() == 0);
  }
}

/// What is not as it should be about one person; empty when all is.
std::string wrong_about(record::person const& p, register_of& all, bool of_demo) {
  std::string const pnr(p.pnr());
  auto const born = record::birth_date(pnr);
  if (!born) return "no date in the personnummer";
  char const series = static_cast<int>(born->year()) < 1937 ? '3' : '9';
  if (record::has_modulus_11(pnr) && (of_demo || pnr[6] != series)) return "somebody may have this personnummer";
  if (p.value(PERSON_001::FOED_DT) != date10(*born)) return "FOED-DT";
  if (p.value(PERSON_001::KOEN)[0] != record::sex(pnr)) return "KOEN";
  for (unsigned const type : {1U, 3U, 8U, 9U, 10U, 11U, 12U, 15U})
    if (p.all(type).size() != 1) return "not one record " + std::to_string(type);
  if (p.value(PERSON_003::ADRNVN) != p.value(PERSON_008::ADRNVN)) return "ADRNVN";

  std::string_view const status = p.value(PERSON_001::PERSONSTATUS);
  auto const lives = p.get<PERSON_002>();
  bool const has_address = status == "01" || status == "03" || status == "05" || status == "07";
  if (lives.has_value() != has_address) return "record 002 and STATUS " + std::string(status);
  if (lives) {
    auto const& at = *lives;
    using row = PERSON_002;
    rules::road const road(all.road(at[row::KOMKOD], at[row::VEJKOD]));
    if (!road.open_on("20250601")) return "no open road";
    bool const administrative = record::is_administrative_road(at[row::VEJKOD]);
    if (administrative != (status == "03" || status == "07")) return "STATUS on an administrative road";
    if ((at[row::KOMKOD] >= "0900") != (status == "05" || status == "07")) return "STATUS in Greenland";
    if (!administrative && !record::is_house_number(at[row::HUSNR])) return "HUSNR";
    if (!administrative && road.interval_holding("004", at[row::HUSNR]).empty()) return "HUSNR in no postal district";
    if (at[row::ETAGE] != "  " && !record::is_floor(at[row::ETAGE])) return "ETAGE";
    if (at[row::SIDEDOER] != "    " && !record::is_door(at[row::SIDEDOER])) return "SIDEDOER";
    if (at[row::TILFLYDTO].substr(0, 8) < date8(*born)) return "TILFLYDTO before birth";
    auto const text = rules::translate_address(all, at[row::KOMKOD], at[row::VEJKOD], at[row::HUSNR], at[row::ETAGE],
                                               at[row::SIDEDOER]);
    auto same = [](std::string_view field, std::string_view wanted) { return codec::trimmed(field) == wanted; };
    if (text.komnvn.empty()) return "no municipality";
    if (!same(p.value(PERSON_003::STANDARDADR), text.standardadr)) return "STANDARDADR";
    if (!same(p.value(PERSON_003::POSTNR), text.postnr)) return "POSTNR";
    if (!same(p.value(PERSON_003::POSTDISTTXT), text.postdisttxt)) return "POSTDISTTXT";
    if (!same(p.value(PERSON_003::BYNVN), text.bynvn)) return "BYNVN";
    if (!same(p.value(PERSON_003::LOKALITET), text.lokalitet)) return "LOKALITET";
    if (!same(p.value(PERSON_003::VEJADRNVN), text.vejadrnvn)) return "VEJADRNVN";
    if (p.value(PERSON_003::CONVN) != at[row::CONVN]) return "CONVN";
  }
  for (auto const country : {p.value(PERSON_010::LANDEKOD), p.value(PERSON_005::UDR_LANDEKOD)}) {
    if (country.empty()) continue;
    bool known = false;
    for (auto const& bytes : all.authorities(country))
      known = known || codec::view<AUTHORITY_001>(bytes)[AUTHORITY_001::MYNTYP] == "30";
    if (!known) return "no such country";
  }
  if (std::string_view const valid = p.value(PERSON_001::PNRGAELD); status == "50" || status == "60") {
    auto const other = all.person(valid);
    if (other == nullptr) return "PNRGAELD";
    if (other->records.value(PERSON_022::PNR) != pnr) return "022 of the valid number";
    if (other->records.value(PERSON_001::PERSONSTATUS) >= "30") return "PNRGAELD is not valid itself";
  }

  std::string_view const spouse = p.value(PERSON_012::AEGTEPNR);
  if (codec::is_digits(spouse) && spouse != "0000000000") {
    auto const other = all.person(spouse);
    if (other == nullptr) return "AEGTEPNR";
    std::string_view const civst = p.value(PERSON_012::CIVST);
    if ((civst == "G" || civst == "P") && other->records.value(PERSON_012::AEGTEPNR) != pnr)
      return "the spouse names another";
  }
  for (std::string_view const record : p.all(14)) {
    auto const child = all.person(codec::view<PERSON_014>(record)[PERSON_014::PNR_BARN]);
    if (child == nullptr) return "PNR-BARN";
    if (child->records.value(PERSON_015::PNRMOR) != pnr && child->records.value(PERSON_015::PNRFAR) != pnr)
      return "a child that names other parents";
  }
  for (auto const parent : {p.value(PERSON_015::PNRMOR), p.value(PERSON_015::PNRFAR)}) {
    if (parent == "0000000000") continue;
    auto const other = all.person(parent);
    if (other == nullptr) return "PNRMOR or PNRFAR";
    bool named = false;
    for (std::string_view const record : other->records.all(14))
      named = named || codec::view<PERSON_014>(record)[PERSON_014::PNR_BARN] == pnr;
    if (!named) return "a parent who does not name the child";
  }
  return {};
}

void everybody_is_consistent(loading& with, bool of_demo) {
  register_of all(with);
  for (auto const& [pnr, person] : all.persons())
    BOOST_TEST_CONTEXT(pnr) { BOOST_TEST(wrong_about(person.records, all, of_demo) == ""); }
  with.db().with_read([&](store::read_scope const& scope) {
    for (auto const& [pnr, person] : all.persons())
      BOOST_TEST_CONTEXT(pnr) { BOOST_TEST(wrong_with(scope, pnr) == ""); }
    return 0;
  });
}

}  // namespace samspil::test
