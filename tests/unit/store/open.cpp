// Making a home, opening it, and whom it refuses.
#include <fcntl.h>
#include <unistd.h>

#include <boost/test/unit_test.hpp>
#include <fstream>

#include "store/keys.hpp"
#include "store/meta_names.hpp"
#include "unit/store/fixture.hpp"

namespace samspil::store {
namespace {

BOOST_AUTO_TEST_SUITE(opening)

BOOST_AUTO_TEST_CASE(a_new_home_is_empty_and_private) {
  samspil::test::temporary_directory directory;
  auto const home = directory.path() / "a" / "b";
  BOOST_TEST(!database::exists(home));
  database::create(home);
  BOOST_TEST(database::exists(home));
  auto const mode = std::filesystem::status(home / "db").permissions();
  BOOST_TEST((mode == std::filesystem::perms::owner_all));
  database db(home, home_fixture::small_options());
  BOOST_TEST(db.committed_sequence() == 0u);
  BOOST_TEST(db.durable_sequence() == 0u);
  BOOST_TEST(db.audit_head().sequence == 0u);
  BOOST_TEST(db.queued() == 0u);
  BOOST_TEST(db.home() == home);
  BOOST_TEST(!db.read().has_person(anna));
}

BOOST_FIXTURE_TEST_CASE(create_refuses_a_home_that_has_one, home_fixture) {
  BOOST_CHECK_THROW(database::create(home()), wrong_home);
  open();
  BOOST_TEST(!db().read().has_person(anna));
}

BOOST_AUTO_TEST_CASE(a_half_made_database_is_made_again) {
  samspil::test::temporary_directory directory;
  std::filesystem::create_directories(directory.path() / "db.new");
  std::ofstream(directory.path() / "db.new" / "person.db") << "rubbish";
  BOOST_TEST(!database::exists(directory.path()));
  database::create(directory.path());
  database db(directory.path(), home_fixture::small_options());
  BOOST_TEST(!std::filesystem::exists(directory.path() / "db.new"));
}

BOOST_AUTO_TEST_CASE(no_database_is_a_wrong_home) {
  samspil::test::temporary_directory directory;
  BOOST_CHECK_THROW(database db(directory.path()), wrong_home);
  BOOST_CHECK_THROW(database db(directory.path() / "nowhere"), wrong_home);
  BOOST_TEST(std::filesystem::is_empty(directory.path()));
}

BOOST_AUTO_TEST_CASE(a_directory_without_tables_is_a_wrong_home) {
  samspil::test::temporary_directory directory;
  home_owner::prepare(directory.path() / "db");
  BOOST_CHECK_THROW(database db(directory.path()), wrong_home);
}

BOOST_FIXTURE_TEST_CASE(one_owner, home_fixture) {
  open();
  int const status = in_child([&] {
    try {
      database second(home(), small_options());
    } catch (in_use const&) {
      ::_exit(7);
    }
  });
  BOOST_TEST(status == 7);
  BOOST_CHECK_THROW(database second(home(), small_options()), in_use);  // also within one process
  BOOST_TEST(!db().read().has_person(anna));
  reopen();
}

BOOST_FIXTURE_TEST_CASE(another_layout_is_refused_with_what_to_do, home_fixture) {
  auto const stored = [&](unsigned version) {
    tamper([&](environment& env, __db_txn* txn) { env.put(table::meta, txn, meta::layout, std::to_string(version)); });
  };
  stored(layout_version + 1);
  BOOST_CHECK_EXCEPTION(open(), wrong_layout, [](wrong_layout const& e) {
    return std::string(e.what()).find("a newer one") != std::string::npos;
  });
}

BOOST_FIXTURE_TEST_CASE(an_older_layout_is_refused_with_what_to_do, home_fixture) {
  tamper([&](environment& env, __db_txn* txn) { env.put(table::meta, txn, meta::layout, "1"); });
  BOOST_CHECK_EXCEPTION(open(), wrong_layout, [](wrong_layout const& e) {
    return std::string(e.what()).find("make a new home and load it") != std::string::npos;
  });
}

BOOST_FIXTURE_TEST_CASE(what_was_written_is_there_after_reopening, home_fixture) {
  open();
  auto const mark = save(db(), anna, "first", records_of(anna));
  reopen();
  BOOST_TEST(db().audit_head().sequence == mark.sequence);
  BOOST_TEST(db().audit_head().head == mark.head);
  auto const person = db().read().person(anna);
  BOOST_REQUIRE(person.has_value());
  BOOST_TEST(person->records == records_of(anna));
  BOOST_TEST(person->changed() == mark.sequence);
  auto const second = save(db(), bo, "second", records_of(bo));
  BOOST_TEST(second.sequence == mark.sequence + 1);
}

/// Memory that this process has in use now, in MiB.
std::size_t resident() {
  std::size_t size = 0, pages = 0;
  std::ifstream("/proc/self/statm") >> size >> pages;
  return pages * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE)) >> 20;
}

// Berkeley DB would fill a table for a million locks with zeros: 66 MiB more, and half of an opening's time.
BOOST_FIXTURE_TEST_CASE(opening_takes_little_memory, home_fixture) {
  std::size_t const before = resident();
  open();
  BOOST_TEST(resident() < before + 48);
}

BOOST_AUTO_TEST_CASE(in_memory_needs_no_home) {
  options how = home_fixture::small_options();
  how.in_memory = true;
  database db("/nowhere/at/all", how);
  save(db, anna, "first", records_of(anna));
  BOOST_TEST(db.read().has_person(anna));
  BOOST_TEST(!std::filesystem::exists("/nowhere"));
}

BOOST_AUTO_TEST_CASE(two_databases_in_memory_are_two) {
  options how = home_fixture::small_options();
  how.in_memory = true;
  database one("", how);
  database two("", how);
  save(one, anna, "first", records_of(anna));
  BOOST_TEST(!two.read().has_person(anna));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace samspil::store
