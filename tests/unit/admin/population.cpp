// A generated population of some thousand: everything that the register keeps is in it, everybody is
// consistent, and what was follows what was before.
#include <boost/test/unit_test.hpp>

#include <functional>
#include <map>
#include <memory>

#include "admin/generate_family.hpp"
#include "base/date.hpp"
#include "generated.hpp"
#include "rec/road.hpp"
#include "record/pnr.hpp"
#include "rules/household.hpp"
#include "rules/road.hpp"

using namespace samspil;
using namespace samspil::rec;
using test::register_of;

namespace {

/// 5,000 persons, loaded once for the suite.
struct population {
  test::loading with;
  register_of all{loaded()};

 private:
  test::loading& loaded() {
    test::load_all(with, test::generated(5000, 1));
    return with;
  }
};
std::unique_ptr<population> loaded_population;
population& people() { return *loaded_population; }

struct for_the_suite {
  for_the_suite() { loaded_population = std::make_unique<population>(); }
  ~for_the_suite() { loaded_population.reset(); }
};

void each(std::function<void(record::person const&)> const& f) {
  for (auto const& [pnr, person] : people().all.persons()) BOOST_TEST_CONTEXT(pnr) { f(person.records); }
}

std::map<std::string, unsigned> counted(std::function<std::string(record::person const&)> const& what) {
  std::map<std::string, unsigned> out;
  each([&](record::person const& p) { ++out[what(p)]; });
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(population_suite, *boost::unit_test::fixture<for_the_suite>())

BOOST_AUTO_TEST_CASE(everybody_is_consistent) { test::everybody_is_consistent(people().with); }

BOOST_AUTO_TEST_CASE(every_status_and_civil_status_is_in_it) {
  auto status = counted([](auto const& p) { return std::string(p.value(PERSON_001::PERSONSTATUS)); });
  for (char const* s : {"01", "03", "05", "07", "20", "30", "50", "60", "70", "80", "90"})
    BOOST_TEST(status[s] >= 4U, s << ": " << status[s]);
  BOOST_TEST(status["01"] > 3000U);
  auto civil = counted([](auto const& p) { return std::string(p.value(PERSON_012::CIVST)); });
  for (char const* s : {"U", "G", "F", "E", "P", "O", "L", "D"}) BOOST_TEST(civil[s] >= 4U, s << ": " << civil[s]);
  auto church = counted([](auto const& p) { return std::string(p.value(PERSON_011::FKIRK)); });
  for (char const* s : {"F", "M", "S", "U", "A"}) BOOST_TEST(church[s] >= 4U, s << ": " << church[s]);
}

BOOST_AUTO_TEST_CASE(every_record_type_of_an_extract_is_in_it) {
  std::map<unsigned, unsigned> types;
  std::size_t longest = 0;
  each([&](record::person const& p) {
    longest = std::max(longest, p.bytes().size());
    for (std::string_view const record : p.all()) ++types[record::record_type(record)];
  });
  for (unsigned type = 1; type <= 30; ++type) BOOST_TEST(types[type] >= 4U, type << ": " << types[type]);
  BOOST_TEST(types[99] >= 4U);
  BOOST_TEST(longest > 2880U);  // more than an answer of CPR Direkte holds
}

BOOST_AUTO_TEST_CASE(every_protection_is_in_it_in_force_and_over) {
  std::map<std::string, unsigned> in_force, over;
  each([&](record::person const& p) {
    std::string latest;
    for (std::string_view const record : p.all(4)) {
      codec::view<PERSON_004> const v(record);
      std::string const type(v[PERSON_004::BESKYTTYPE]);
      BOOST_TEST((latest < type), "004 in order of type, one of each");
      latest = type;
      std::string_view const end = codec::trimmed(v[PERSON_004::SLET_DT_BESKYTTELSE]);
      BOOST_TEST((end.empty() || v[PERSON_004::START_DT_BESKYTTELSE] <= end));
      ++(end.empty() || "2025-01-01" < end ? in_force : over)[type];
    }
  });
  for (char const* type : {"0001", "0002", "0003", "0004", "0005"}) BOOST_TEST(in_force[type] >= 4U, type);
  for (char const* type : {"0001", "0004", "0005"}) BOOST_TEST(over[type] >= 1U, type);
}

BOOST_AUTO_TEST_CASE(personnummer_with_and_without_modulus_11) {
  unsigned with = 0;
  each([&](record::person const& p) { with += record::has_modulus_11(p.pnr()) ? 1 : 0; });
  BOOST_TEST((with > 1500U && with < 2000U), with);
}

BOOST_AUTO_TEST_CASE(what_a_status_has_beside_it) {
  each([](record::person const& p) {
    std::string_view const status = p.value(PERSON_001::PERSONSTATUS);
    BOOST_TEST(p.has(5) == (status == "80"));
    BOOST_TEST(p.has(7) == (status == "70"));
    BOOST_TEST((p.value(PERSON_012::CIVST) == "D") == (status == "90"));
    bool const has_valid = !codec::trimmed(p.value(PERSON_001::PNRGAELD)).empty();
    BOOST_TEST(has_valid == (status == "50" || status == "60"));
  });
}

BOOST_AUTO_TEST_CASE(couples_apart_and_three_generations) {
  unsigned apart = 0, grandchildren = 0, both_sexes = 0, large = 0;
  auto& all = people().all;
  each([&](record::person const& p) {
    auto const spouse = all.person(p.value(PERSON_012::AEGTEPNR));
    std::string_view const civst = p.value(PERSON_012::CIVST);
    if ((civst == "G" || civst == "P") && spouse != nullptr) {
      apart += rules::address_key(spouse->records) != rules::address_key(p) ? 1 : 0;
      both_sexes += spouse->records.value(PERSON_001::KOEN) == p.value(PERSON_001::KOEN) ? 1 : 0;
    }
    for (std::string_view const record : p.all(14))
      grandchildren += all.person(codec::view<PERSON_014>(record)[PERSON_014::PNR_BARN])->records.has(14) ? 1 : 0;
    large += rules::household(p, all, "20250101").size() > 8 ? 1 : 0;
  });
  BOOST_TEST(apart >= 10U);
  BOOST_TEST(both_sexes >= 10U);
  BOOST_TEST(grandchildren >= 20U);
  BOOST_TEST(large >= 1U);
}

BOOST_AUTO_TEST_CASE(nothing_is_later_than_the_files_and_custody_is_of_children) {
  each([](record::person const& p) {
    for (std::string_view const start :
         {p.value(PERSON_001::STATUSHAENSTART), p.value(PERSON_002::TILFLYDTO), p.value(PERSON_005::UDRDTO),
          p.value(PERSON_007::FORSVINDDTO), p.value(PERSON_008::NVNHAENSTART),
          p.value(PERSON_012::HAENSTART_CIVILSTAND)})
      BOOST_TEST(start <= "202501010000");
    std::string const of_age(date10(add_years(*record::birth_date(p.pnr()), 18)));
    if (p.has(16)) BOOST_TEST("2025-01-01" < of_age);
    if (p.has(17)) BOOST_TEST(of_age <= p.value(PERSON_017::START_DT_UMYNDIG));
    std::string latest;  // 028 has ten characters where the others have twelve digits
    for (std::string_view const record : p.all(28)) {
      codec::view<PERSON_028> const v(record);
      BOOST_TEST(latest <= v[PERSON_028::START_DT_FOLKEKIRKE]);
      latest = v[PERSON_028::SLUT_DT_FOLKEKIRKE];
    }
    BOOST_TEST(latest <= p.value(PERSON_011::START_DT_FOLKEKIRKE));
  });
}

BOOST_AUTO_TEST_CASE(roads_are_of_every_kind) {
  std::map<std::string, unsigned> types;
  unsigned closed = 0, elsewhere = 0, chains = 0;
  people().with.db().with_read([&](store::read_scope& scope) {
    scope.each_road({}, [&](std::string_view key, std::string_view records) {
      for (; records.size() >= 3; records.remove_prefix(rules::road_record_length(records.substr(0, 3))))
        ++types[std::string(records.substr(0, 3))];
      codec::view<ROAD_001> const road(rules::road(people().all.road(key.substr(0, 4), key.substr(4))).first("001"));
      if (rules::is_zero(road[ROAD_001::TILVEJKOD])) return true;
      ++closed;
      elsewhere += road[ROAD_001::TILKOMKOD] != key.substr(0, 4) ? 1 : 0;
      rules::road const next(people().all.road(road[ROAD_001::TILKOMKOD], road[ROAD_001::TILVEJKOD]));
      BOOST_TEST_REQUIRE(next.exists(), key);
      chains += next.open_on("20250101") ? 0 : 1;
      BOOST_TEST(!rules::successor_text(people().all, key.substr(0, 4), key.substr(4)).empty(), key);
      return true;
    });
    return 0;
  });
  for (char const* type : {"001", "003", "004", "005", "006", "007", "008", "009", "010", "011", "012", "013", "014"})
    BOOST_TEST(types[type] >= 1U, type);
  BOOST_TEST(closed >= 10U);
  BOOST_TEST(chains >= 1U);
  BOOST_TEST(elsewhere >= 1U);
}

BOOST_AUTO_TEST_SUITE_END()
