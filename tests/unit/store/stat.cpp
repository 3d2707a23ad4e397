// Sizes and counts.
#include "store/stat.hpp"

#include <boost/test/unit_test.hpp>

#include "unit/store/fixture.hpp"

namespace samspil::store {
namespace {

BOOST_AUTO_TEST_SUITE(statistics_of_a_home)

std::uint64_t rows_of(database_stat const& found, std::string_view table_name) {
  for (auto const& one : found.tables)
    if (one.name == table_name) return one.rows;
  throw std::out_of_range("no such table");
}

BOOST_FIXTURE_TEST_CASE(counts_and_sizes, home_fixture) {
  open();
  for (auto const pnr : {anna, bo, cille}) save(db(), pnr, std::string(pnr), records_of(pnr));
  db().write([](write_scope& scope) { scope.put_waiting(waiting_of(1, anna, 'A')); });
  auto const found = stat(db());
  BOOST_TEST(found.tables.size() == 21u);
  BOOST_TEST(found.tables.front().name == "person");
  BOOST_TEST(rows_of(found, "person") == 3u);
  BOOST_TEST(rows_of(found, "journal") == 3u);
  BOOST_TEST(rows_of(found, "waiting_state") == 1u);
  BOOST_TEST(rows_of(found, "road") == 0u);
  BOOST_TEST(found.audit_sequence == 3u);
  BOOST_TEST(found.layout_version == 2u);
  BOOST_TEST(found.log_files == 1u);
  BOOST_TEST(found.log_bytes > 3000u);
  BOOST_TEST(found.log_bytes < 1'000'000u);
  std::uint64_t bytes = 0;
  for (auto const& one : found.tables) {
    BOOST_TEST(one.bytes >= 8192u);
    bytes += one.bytes;
  }
  BOOST_TEST(found.data_bytes == bytes);
  BOOST_TEST(found.disk_free_bytes > 0u);
  BOOST_TEST(found.cache_bytes >= small_options().cache_bytes);
  BOOST_TEST(found.cache_hits > 0u);
  BOOST_TEST(found.syncs >= 4u);
  BOOST_TEST(found.transactions >= 4u);
  BOOST_TEST(found.log_bytes_per_day == 0u);  // the home is seconds old
  BOOST_TEST(!found.days_until_full.has_value());
}

BOOST_FIXTURE_TEST_CASE(a_checkpoint_has_a_time, home_fixture) {
  auto const before = system_clock().now() - std::chrono::seconds(2);
  open();
  save(db(), anna, "one", records_of(anna));
  db().checkpoint();
  auto const found = stat(db());
  BOOST_REQUIRE(found.last_checkpoint.has_value());
  BOOST_TEST((*found.last_checkpoint > before));
  BOOST_TEST((*found.last_checkpoint < system_clock().now() + std::chrono::seconds(2)));
}

BOOST_AUTO_TEST_CASE(the_forecast) {
  samspil::test::temporary_directory directory;
  database::create(directory.path());
  struct later final : clock {
    utc_micros now() const override { return system_clock().now() + std::chrono::hours(48); }
    steady_time steady() const override { return system_clock().steady(); }
    date business_date() const override { return system_clock().business_date(); }
  } const in_two_days;
  options how = home_fixture::small_options();
  how.time = &in_two_days;
  database db(directory.path(), how);
  for (unsigned i = 0; i < 20; ++i) save(db, anna, std::to_string(i), records_of(anna, i));
  auto const found = stat(db);
  BOOST_TEST(found.log_bytes_per_day > 0u);
  BOOST_TEST(found.log_bytes_per_day * 2 <= found.log_bytes + 2);
  BOOST_REQUIRE(found.days_until_full.has_value());
  BOOST_TEST(*found.days_until_full == found.disk_free_bytes / found.log_bytes_per_day);
}

BOOST_AUTO_TEST_CASE(in_memory) {
  options how = home_fixture::small_options();
  how.in_memory = true;
  database db("", how);
  save(db, anna, "one", records_of(anna));
  auto const found = stat(db);
  BOOST_TEST(rows_of(found, "person") == 1u);
  BOOST_TEST(found.data_bytes == 0u);
  BOOST_TEST(found.log_files == 0u);
}

BOOST_FIXTURE_TEST_CASE(the_quick_count_needs_no_reading, home_fixture) {
  open();
  save(db(), anna, "one", records_of(anna));
  BOOST_TEST(stat(db(), false).tables.size() == 21u);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace samspil::store
