// The synthetic population: the same seed gives the same bytes, files of any size
// are whole, what cannot be written is told.
#include "admin/generate.hpp"

#include <boost/test/unit_test.hpp>

#include <set>

#include "admin/generate_demo.hpp"
#include "admin/generate_pnr.hpp"
#include "admin/generate_random.hpp"
#include "base/crypto.hpp"
#include "generated.hpp"
#include "record/pnr.hpp"

using namespace samspil;
using test::everybody_is_consistent, test::generated, test::load_all, test::loading, test::register_of;

BOOST_AUTO_TEST_SUITE(generate_suite)

BOOST_AUTO_TEST_CASE(the_same_seed_gives_the_same_bytes) {
  auto const first = generated(300, 7), again = generated(300, 7), other = generated(300, 8);
  BOOST_TEST((first.persons == again.persons));
  BOOST_TEST((first.roads == again.roads));
  BOOST_TEST((first.authorities == again.authorities));
  BOOST_TEST((first.persons != other.persons));
  // On any machine: written down once, changed only when the generator is.
  BOOST_TEST(crypto::sha256_hex(first.persons) ==
             "efe40df4549bfad38c4c2c9ae4b8e24aae57d19e8eb2ee060f5a731371b8030b");
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
