// The synthetic population and the shipped register: both load, both are
// consistent, and the same seed gives the same bytes.
#include "admin/generate.hpp"

#include <boost/test/unit_test.hpp>

#include <cstdlib>
#include <map>
#include <set>

#include "admin/generate_demo.hpp"
#include "admin/generate_pnr.hpp"
#include "admin/generate_random.hpp"
#include "base/crypto.hpp"
#include "base/date.hpp"
#include "load_fixture.hpp"
#include "rec/authority.hpp"
#include "record/address.hpp"
#include "record/person.hpp"
#include "record/pnr.hpp"
#include "rules/household.hpp"
#include "rules/road.hpp"

using namespace samspil;
using namespace samspil::rec;
using test::loading;

namespace {

struct three_files {
  std::string persons, authorities, roads;
};

three_files generated(std::uint64_t persons, std::uint64_t seed) {
  test::temporary_directory dir;
  auto const made = admin::generate(persons, seed, dir.path() / "out");
  BOOST_REQUIRE_MESSAGE(made, made.error().text);
  auto read = [&](char const* name) { return test::bytes_of(dir.path() / "out" / name).value_or(""); };
  three_files out{read("persons.txt"), read("authorities.txt"), read("roads.txt")};
  BOOST_TEST(made->persons == persons);
  BOOST_TEST(made->bytes == out.persons.size() + out.authorities.size() + out.roads.size());
  return out;
}

/// The loaded register as the rules read it.
class register_of final : public rules::register_source {
 public:
  explicit register_of(loading& with) {
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
  std::map<std::string, rules::stored_person, std::less<>> const& persons() const { return persons_; }

  rules::stored_person const* person(std::string_view pnr) override {
    auto const found = persons_.find(pnr);
    return found == persons_.end() ? nullptr : &found->second;
  }
  std::string const& road(std::string_view komkod, std::string_view vejkod) override {
    return roads_[std::string(komkod) + std::string(vejkod)];
  }
  std::string dwelling(std::string_view komkod, std::string_view vejkod, std::string_view husnr, std::string_view etage,
                       std::string_view sidedoer) override {
    auto const found = dwellings_.find(std::string(komkod) + std::string(vejkod) + std::string(husnr) +
                                       std::string(etage) + std::string(sidedoer));
    return found == dwellings_.end() ? std::string() : found->second;
  }
  std::vector<std::string> const& authorities(std::string_view mynkod) override {
    return authorities_[std::string(mynkod)];
  }
  bool awaits_approval(std::string_view, std::string_view) override { return false; }
  std::optional<rules::registered_event> latest_event(std::string_view) override { return std::nullopt; }

 private:
  std::map<std::string, rules::stored_person, std::less<>> persons_;
  std::map<std::string, std::string> roads_, dwellings_;
  std::map<std::string, std::vector<std::string>> authorities_;
};

void load_all(loading& with, three_files const& files) {
  for (auto const& loaded :
       {with.authorities(files.authorities), with.roads(files.roads), with.persons(files.persons)}) {
    BOOST_REQUIRE_MESSAGE(loaded, loaded.error().text);
    BOOST_TEST(loaded->exit_status() == 0);
  }
}

/// What is not as it should be about one person; empty when all is.
std::string wrong_about(record::person const& p, register_of& all) {
  std::string const pnr(p.pnr());
  auto const born = record::birth_date(pnr);
  if (!born) return "no date in the personnummer";
  if (record::has_modulus_11(pnr)) return "somebody may have this personnummer";
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
  }

  std::string_view const spouse = p.value(PERSON_012::AEGTEPNR);
  if (codec::is_digits(spouse) && spouse != "0000000000") {
    auto const other = all.person(spouse);
    if (other == nullptr) return "AEGTEPNR";
    if (other->records.value(PERSON_012::AEGTEPNR) != pnr) return "the spouse names another";
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

void everybody_is_consistent(loading& with) {
  register_of all(with);
  for (auto const& [pnr, person] : all.persons())
    BOOST_TEST_CONTEXT(pnr) { BOOST_TEST(wrong_about(person.records, all) == ""); }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(generate_suite)

BOOST_AUTO_TEST_CASE(the_same_seed_gives_the_same_bytes) {
  auto const first = generated(300, 7), again = generated(300, 7), other = generated(300, 8);
  BOOST_TEST((first.persons == again.persons));
  BOOST_TEST((first.roads == again.roads));
  BOOST_TEST((first.authorities == again.authorities));
  BOOST_TEST((first.persons != other.persons));
  // On any machine: written down once, changed only when the generator is.
  BOOST_TEST(crypto::sha256_hex(first.persons) ==
             "e204ac6a4e56bf8ab87d1de559b93801d2b9c3b80bba7430535373e3fbdaa0bd");
}

BOOST_AUTO_TEST_CASE(a_population_loads_and_is_consistent) {
  loading with;
  load_all(with, generated(1500, 42));
  everybody_is_consistent(with);
  BOOST_TEST(with.findings() == "");
}

BOOST_AUTO_TEST_CASE(a_population_of_every_small_size_is_whole) {
  for (std::uint64_t const n : {1U, 2U, 3U, 5U, 8U}) {
    loading with;
    load_all(with, generated(n, n));
    register_of all(with);
    BOOST_TEST(all.persons().size() == n);
    everybody_is_consistent(with);
  }
}

BOOST_AUTO_TEST_CASE(a_population_has_families_histories_and_protections) {
  auto const files = generated(3000, 1);
  std::map<std::string, unsigned> types;
  std::set<std::string> municipalities;
  for (std::size_t at = 0; at < files.persons.size(); at = files.persons.find('\n', at) + 1) {
    std::string const type = files.persons.substr(at, 3);
    ++types[type];
    if (type == "002") municipalities.insert(files.persons.substr(at + 13, 4));
  }
  BOOST_TEST(municipalities.size() >= 5U);
  for (char const* type : {"004", "005", "014", "023", "024", "026", "029"}) BOOST_TEST(types[type] > 10U, type);
}

BOOST_AUTO_TEST_CASE(what_cannot_be_generated) {
  test::temporary_directory dir;
  BOOST_TEST(admin::generate(0, 1, dir.path()).error().exit_status == 12);
  BOOST_TEST(admin::generate(admin::generate_persons_max + 1, 1, dir.path()).error().exit_status == 12);
  std::ofstream(dir.path() / "file") << "x";
  BOOST_TEST(admin::generate(1, 1, dir.path() / "file").error().exit_status == 16);
  auto const cancelled =
      admin::generate(5000, 1, dir.path() / "out", [](std::uint64_t, std::uint64_t) { return false; });
  BOOST_REQUIRE(!cancelled);
  BOOST_TEST(cancelled.error().exit_status == 8);
  BOOST_TEST(std::filesystem::is_empty(dir.path() / "out"));
}

BOOST_AUTO_TEST_CASE(personnummer_are_valid_and_never_given_twice) {
  admin::pnr_giver giver;
  std::set<std::string> seen;
  for (int const day : {19010101, 19361231, 19370101, 19640229, 19991231, 20000101, 20240229, 20361231})
    for (char const sex : {'M', 'K'})
      for (int i = 0; i < 500; ++i) {
        std::string const pnr = giver.next(admin::demo_day(day), sex);
        BOOST_REQUIRE(seen.insert(pnr).second);
        BOOST_REQUIRE(record::birth_date(pnr) == admin::demo_day(day));
        BOOST_REQUIRE(record::sex(pnr) == sex);
        BOOST_REQUIRE(!record::has_modulus_11(pnr));
      }
  auto until_empty = [&] {
    for (int i = 0; i < 5000; ++i) giver.next(admin::demo_day(19200101), 'M');
  };
  BOOST_CHECK_THROW(until_empty(), std::length_error);
  BOOST_CHECK_THROW(giver.next(admin::demo_day(18991231), 'M'), std::length_error);
  BOOST_CHECK_THROW(giver.next(admin::demo_day(20370101), 'M'), std::length_error);
}

BOOST_AUTO_TEST_CASE(numbers_by_chance_are_the_projects_own) {
  admin::random_source random(1);
  BOOST_TEST(random.next() == 0x910A2DEC89025CC1U);  // SplitMix64's published sequence
  for (int i = 0; i < 1000; ++i) {
    BOOST_REQUIRE(random.below(3) < 3U);
    int const n = random.between(-2, 2);
    BOOST_REQUIRE((n >= -2 && n <= 2));
  }
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(demo_register_suite)

BOOST_AUTO_TEST_CASE(the_checked_in_files_are_what_the_function_gives) {
  auto const made = admin::demo_register();
  // To write them anew after a change: SAMSPIL_WRITE_DEMO=records/demo unit_admin
  if (char const* folder = std::getenv("SAMSPIL_WRITE_DEMO")) {
    std::filesystem::create_directories(folder);
    auto write = [&](char const* name, std::string const& bytes) {
      std::ofstream(std::filesystem::path(folder) / name, std::ios::binary) << bytes;
    };
    write("persons.txt", made.persons);
    write("authorities.txt", made.authorities);
    write("roads.txt", made.roads);
  }
  BOOST_TEST((test::shipped("persons.txt") == made.persons));
  BOOST_TEST((test::shipped("authorities.txt") == made.authorities));
  BOOST_TEST((test::shipped("roads.txt") == made.roads));
}

BOOST_AUTO_TEST_CASE(it_loads_and_is_consistent) {
  loading with;
  load_all(with, {test::shipped("persons.txt"), test::shipped("authorities.txt"), test::shipped("roads.txt")});
  everybody_is_consistent(with);
  BOOST_TEST(with.findings() == "");
}

BOOST_AUTO_TEST_CASE(every_case_is_in_it) {
  loading with;
  load_all(with, {test::shipped("persons.txt"), test::shipped("authorities.txt"), test::shipped("roads.txt")});
  register_of all(with);
  BOOST_TEST(all.persons().size() >= 100U);
  std::map<std::string, unsigned> status, civst, protections, types, municipalities;
  std::size_t largest_household = 0, apart = 0, with_locality = 0, lodgers = 0;
  for (auto const& [pnr, person] : all.persons()) {
    auto const& p = person.records;
    ++status[std::string(p.value(PERSON_001::PERSONSTATUS))];
    ++civst[std::string(p.value(PERSON_012::CIVST))];
    for (std::string_view const record : p.all()) ++types[std::string(record.substr(0, 3))];
    for (std::string_view const record : p.all(4))
      ++protections[std::string(codec::view<PERSON_004>(record)[PERSON_004::BESKYTTYPE])];
    if (p.has(2)) ++municipalities[std::string(p.value(PERSON_002::KOMKOD))];
    largest_household = std::max(largest_household, rules::household(p, all, "20260101").size());
    auto const spouse = all.person(p.value(PERSON_012::AEGTEPNR));
    if (p.value(PERSON_012::CIVST) == "G" && spouse != nullptr &&
        rules::address_key(spouse->records) != rules::address_key(p))
      ++apart;
    if (!codec::trimmed(p.value(PERSON_003::LOKALITET)).empty()) ++with_locality;
    if (!codec::trimmed(p.value(PERSON_002::CONVN)).empty()) ++lodgers;
  }
  for (char const* s : {"01", "03", "05", "07", "20", "30", "50", "60", "70", "80", "90"})
    BOOST_TEST(status[s] > 0U, s);
  for (char const* s : {"U", "G", "F", "E", "P", "O", "L", "D"}) BOOST_TEST(civst[s] > 0U, s);
  for (char const* s : {"0001", "0002", "0003", "0004", "0005"}) BOOST_TEST(protections[s] > 0U, s);
  for (char const* s : {"005", "006", "007", "014", "015", "022", "023", "024", "025", "026", "027", "029", "099"})
    BOOST_TEST(types[s] > 0U, s);
  for (char const* s : {"0101", "0751", "0851", "0956"}) BOOST_TEST(municipalities[s] > 0U, s);
  BOOST_TEST(largest_household == 10U);  // spouse and nine children: more than a layout shows
  BOOST_TEST(apart >= 2U);
  BOOST_TEST(with_locality > 0U);
  BOOST_TEST(lodgers > 0U);

  BOOST_TEST(!rules::road(all.road("0101", "0520")).open_on("20250601"));  // closed, see TILVEJKOD
  auto const closed = all.authorities("0833").at(0);
  BOOST_TEST(codec::view<AUTHORITY_001>(closed)[AUTHORITY_001::HAENSLUT] == "200612221126");
  for (char const* key : {"000139", "400104", "510030", "510230", "510330", "512030"})
    BOOST_TEST(with.authority(key) != "", key);
  rules::road const ferry(all.road("0851", "1016"));
  std::set<std::string> districts;
  for (char const* husnr : {"014 ", "041 ", "064A", "075 "})
    districts.emplace(ferry.interval_holding("004", husnr).substr(32, 4));
  BOOST_TEST(districts.size() == 3U);
}

BOOST_AUTO_TEST_SUITE_END()
