// Loads of roads and authorities.
#include <boost/test/unit_test.hpp>

#include <algorithm>

#include "load_fixture.hpp"
#include "support/padded.hpp"

using namespace samspil;
using test::loading;
using test::padded;

namespace {

std::string begin_of(std::string const& proddto = "20250102") { return "000370715" + proddto + "\n"; }
std::string end_of(unsigned n) { return "999" + std::to_string(100'000'000 + n).substr(1) + "\n"; }
std::string reference_file(std::string const& lines, std::string const& begin = begin_of()) {
  return begin + lines + end_of(static_cast<unsigned>(std::count(lines.begin(), lines.end(), '\n')));
}

std::string const road_a = "00101010020\n", road_b = "00101010040\n";
std::string const interval = "00401010020    998 L2025010100002300\n";
std::string const town = "00301010020    998 L202501010000Byen\n";
std::string const dwelling = "00201010020012 st  tv202501010000 202501010000000000000000Kollegiet\n";

}  // namespace

BOOST_AUTO_TEST_SUITE(load_reference_suite)

BOOST_AUTO_TEST_CASE(a_road_keeps_its_records_in_file_order_and_its_dwellings_apart) {
  loading with;
  auto const loaded = with.roads(reference_file(road_a + interval + dwelling + road_b + town + "005010100400Note\n"));
  BOOST_REQUIRE_MESSAGE(loaded, loaded.error().text);
  BOOST_TEST(loaded->loaded == 2U);
  BOOST_TEST(loaded->dwellings == 1U);
  BOOST_TEST(loaded->exit_status() == 0);
  auto line = [](std::string const& text, std::size_t length) {
    return padded(text.substr(0, text.size() - 1), length);
  };
  BOOST_TEST(with.road("01010020") == line(road_a, 111) + line(interval, 56) + line(town, 66));
  BOOST_TEST(with.road("01010040") == line(road_b, 111) + padded("005010100400Note", 77));
  auto const found = with.db().with_read(
      [&](store::read_scope& scope) { return scope.dwelling("0101", "0020", "012 ", "st", "  tv").value_or(""); });
  BOOST_TEST(found == line(dwelling, 92));
  BOOST_TEST(with.last_audit() == "A tester load roads O 370715 20250102, 2 of 6 records");
  BOOST_TEST(with.findings() == "");
}

BOOST_AUTO_TEST_CASE(record_015_is_kept_behind_the_others) {
  loading with;
  BOOST_REQUIRE(with.roads(
      reference_file("01501010020unread\n" + road_a + "01501010020here\n" + interval + road_b + "015????????there\n")));
  BOOST_TEST(with.road("01010020") == padded("00101010020", 111) + padded(interval.substr(0, interval.size() - 1), 56) +
                                          padded("01501010020here", 66));
  BOOST_TEST(with.road("01010040") == padded("00101010040", 111) + padded("015????????there", 66));
}

BOOST_AUTO_TEST_CASE(a_reload_replaces_all_roads) {
  loading with;
  BOOST_REQUIRE(with.roads(reference_file(road_a + road_b)));
  BOOST_REQUIRE(with.roads(reference_file(road_a)));  // the same PRODDTO again reloads
  BOOST_TEST(with.road("01010020") != "");
  BOOST_TEST(with.road("01010040") == "");
}

BOOST_AUTO_TEST_CASE(sequence) {
  loading with;
  auto load = [&](std::string const& proddto, bool force = false) {
    auto const loaded = with.roads(reference_file(road_a, begin_of(proddto)), {.force_sequence = force});
    return loaded ? 0 : loaded.error().exit_status;
  };
  BOOST_TEST(load("20250110") == 0);
  BOOST_TEST(load("20250110") == 0);
  BOOST_TEST(load("20250109") == 8);
  BOOST_TEST(with.last_audit() == "A tester load roads F 370715 20250109, out of sequence");
  BOOST_TEST(load("20250109", true) == 0);
  BOOST_TEST(with.last_audit() == "A tester load roads O 370715 20250109, 1 of 1 records, --force-sequence");
  BOOST_TEST(load("20250108") == 8);
  // Authorities have a sequence of their own.
  BOOST_TEST(with.authorities(reference_file("001010105\n", begin_of("20200101"))).has_value());
  auto const refused = with.authorities(reference_file("001010105\n", begin_of("20191231")));
  BOOST_REQUIRE(!refused);
  BOOST_TEST(
      refused.error().text ==
      "f: out of sequence: PRODDTO 20191231, but the file loaded last is of 20200101 (--force-sequence takes it)");
}

BOOST_AUTO_TEST_CASE(a_file_without_end) {
  loading with;
  auto const refused = with.roads(begin_of() + road_a);
  BOOST_REQUIRE(!refused);
  BOOST_TEST(refused.error().exit_status == 12);
  auto const taken = with.roads(begin_of() + road_a, {.without_end = true});
  BOOST_REQUIRE(taken);
  BOOST_TEST(taken->exit_status() == 4);
  BOOST_TEST(taken->warnings.at(0) == "f: no record 999: the file may have been cut off");
  BOOST_TEST(with.roads(reference_file(road_a), {.without_end = true})->exit_status() == 0);
  BOOST_TEST(with.authorities(begin_of() + "001010105\n", {.without_end = true})->exit_status() == 4);
}

BOOST_AUTO_TEST_CASE(a_load_that_is_broken_off_leaves_nothing) {
  for (std::string_view const phase : {"checking", "loading"}) {
    loading with;
    BOOST_REQUIRE(with.roads(reference_file(road_a)));
    auto const loaded = with.roads(reference_file(road_b, begin_of("20250103")), {},
                                   [&](std::string_view now, std::uint64_t, std::uint64_t) { return now != phase; });
    BOOST_REQUIRE(!loaded);
    BOOST_TEST(loaded.error().exit_status == 8);
    BOOST_TEST(with.road("01010020") != "");
    BOOST_TEST(with.road("01010040") == "");
    // The sequence did not move, and the next load can begin.
    BOOST_TEST(with.roads(reference_file(road_b)).has_value());
  }
}

BOOST_AUTO_TEST_CASE(authorities_with_their_relations) {
  loading with;
  std::string const relation = "0020101050751202501010000\n";
  // Relations may stand anywhere behind their authority.
  BOOST_REQUIRE(with.authorities(reference_file("0010101050\n001075105\n" + relation + "001010139\n" + relation)));
  BOOST_TEST(with.authority("010105") == padded("0010101050", 420) + padded("0020101050751202501010000", 26) +
                                             padded("0020101050751202501010000", 26));
  BOOST_TEST(with.authority("010139") == padded("001010139", 420));

  auto const twice = with.authorities(reference_file("001010105\n001010105\n"));
  BOOST_TEST(twice.error().text ==
             "f: record 3: AUTHORITY-001: MYNKOD, byte 4: expected one record 001 of an authority");
  auto const nobody = with.authorities(reference_file("001010139\n" + relation));
  BOOST_TEST(nobody.error().text ==
             "f: record 3: AUTHORITY-002: MYNKOD, byte 4: expected a record 001 of this authority before it");
  BOOST_TEST(nobody.error().exit_status == 12);
}

BOOST_AUTO_TEST_CASE(the_real_registers) {
  auto const roads = test::shared_data("roads-a370715.txt");
  auto const authorities = test::shared_data("authorities-p02680.txt");
  if (!roads || !authorities) return;
  loading with;
  BOOST_TEST(!with.roads(*roads));
  auto const loaded = with.roads(*roads, {.without_end = true});
  BOOST_REQUIRE_MESSAGE(loaded, loaded.error().text);
  BOOST_TEST(loaded->exit_status() == 4);
  BOOST_TEST(loaded->loaded == 14'315U);
  BOOST_TEST(loaded->records_total == 49'999U);
  auto const known = with.authorities(*authorities);
  BOOST_REQUIRE_MESSAGE(known, known.error().text);
  BOOST_TEST(known->loaded == 3'387U);
  BOOST_TEST(with.authority("510030").substr(54, 7) == "Danmark");
}

BOOST_AUTO_TEST_CASE(files_and_what_is_none) {
  test::temporary_directory dir;
  auto const missing = admin::read_file(dir.path() / "nobody.txt");
  BOOST_REQUIRE(!missing);
  BOOST_TEST(missing.error().exit_status == 12);
  auto const folder = admin::read_file(dir.path());
  BOOST_TEST(!folder);
  std::string const big(3'000'000, 'x');
  std::ofstream(dir.path() / "big", std::ios::binary) << big;
  BOOST_TEST((admin::read_file(dir.path() / "big").value() == big));
  std::ofstream(dir.path() / "empty", std::ios::binary).flush();
  BOOST_TEST(admin::read_file(dir.path() / "empty").value() == "");
  // More than any machine has: said before a byte of memory is taken.
  std::filesystem::resize_file(dir.path() / "big", std::uintmax_t{1} << 43);
  auto const huge = admin::read_file(dir.path() / "big");
  BOOST_REQUIRE(!huge);
  BOOST_TEST(huge.error().exit_status == 12);
  BOOST_TEST(huge.error().text.find("is larger than a third of the free memory") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
