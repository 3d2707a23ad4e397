// The shipped register: it is what the function gives, it loads, and has every case.
#include "admin/generate_demo.hpp"

#include <boost/test/unit_test.hpp>

#include <cstdlib>
#include <set>

#include "generated.hpp"
#include "rec/authority.hpp"
#include "rules/household.hpp"
#include "rules/road.hpp"

using namespace samspil;
using namespace samspil::rec;
using test::everybody_is_consistent, test::load_all, test::loading, test::register_of;

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
  load_all(with, test::shipped_files());
  everybody_is_consistent(with, true);
  BOOST_TEST(with.findings() == "");
}

BOOST_AUTO_TEST_CASE(every_case_is_in_it) {
  loading with;
  load_all(with, test::shipped_files());
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
