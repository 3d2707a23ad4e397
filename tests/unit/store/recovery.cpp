// After every kind of end the database opens with what was acknowledged.
#include <signal.h>
#include <sys/resource.h>
#include <unistd.h>

#include <boost/test/unit_test.hpp>

#include <atomic>
#include <cerrno>
#include <memory>
#include <thread>

#include "store/dialogue_numbers.hpp"
#include "store/verify.hpp"
#include "support/journal.hpp"
#include "unit/store/fixture.hpp"

namespace samspil::store {
namespace {

BOOST_AUTO_TEST_SUITE(recovery)

/// The database of `home` in this process, never closed.
database& opened_for_ever(std::filesystem::path const& home) {
  return *new database(home, home_fixture::small_options());
}

BOOST_FIXTURE_TEST_CASE(saves_survive_an_exit_without_closing, home_fixture) {
  BOOST_TEST(in_child([&] {
    database& db = opened_for_ever(home());
    for (unsigned i = 0; i < 50; ++i) save(db, anna, "r" + std::to_string(i), records_of(anna, i));
  }) == 0);
  open();
  BOOST_TEST(db().read().person(anna).value().records == records_of(anna, 49));
  BOOST_TEST(test::journal_of(db().read(), anna).size() == 50u);
  for (unsigned i = 0; i < 50; ++i) BOOST_TEST(db().read().receipt("1234", "r" + std::to_string(i)).has_value());
  BOOST_TEST(verify(db()).empty());
}

/// Whether the disk of a child is full.
std::atomic<bool> disk_is_full{false};

ssize_t write_while_there_is_room(int descriptor, void const* bytes, std::size_t count, off_t at) {
  constexpr std::size_t page = 4096;  // of a table, which has its place on the disk
  if (!disk_is_full || count <= page) return ::pwrite(descriptor, bytes, count, at);
  if (count > 1'000'000) return ::pwrite(descriptor, bytes, count / 2, at);  // the last of the disk
  errno = ENOSPC;
  return -1;
}

/// Gives the database more than a log file, of which the first parts are written long before a sync, and closes it.
void load_and_close(std::unique_ptr<database> db) {
  try {
    person_load load = db->begin_persons();
    for (unsigned i = 0; i < 60'000; ++i) {
      std::string const pnr = std::to_string(3'000'000'000 + i);
      load.add(pnr, records_of(pnr, i));
    }
  } catch (error const&) {
  }
}

// Not an error of the one piece of work: what goes on behind a hole in the log makes a home that never opens again.
BOOST_FIXTURE_TEST_CASE(a_full_disk_stops_the_process_and_the_home_opens_when_there_is_room, home_fixture) {
  int const status = in_child([&] {
    options how = small_options();
    how.testing.write = write_while_there_is_room;
    auto db = std::make_unique<database>(home(), how);
    save(*db, anna, "kept", records_of(anna));
    disk_is_full = true;
    load_and_close(std::move(db));
  });
  BOOST_TEST(status == database::fail_stop_status);
  open();
  BOOST_TEST(db().read().receipt("1234", "kept").has_value());
  BOOST_TEST(!db().read().has_person("3000000000"));
  BOOST_TEST(verify(db()).empty());
  save(db(), anna, "after", records_of(anna, 1));
}

BOOST_FIXTURE_TEST_CASE(a_log_file_that_cannot_be_opened_leaves_a_home_that_can, home_fixture) {
  int const status = in_child([&] {
    auto db = std::make_unique<database>(home(), small_options());
    save(*db, anna, "kept", records_of(anna));
    rlimit const none{0, 0};  // no descriptor for the next file
    if (::setrlimit(RLIMIT_NOFILE, &none) != 0) throw error("no limit");
    load_and_close(std::move(db));
  });
  BOOST_TEST(status == database::fail_stop_status);  // the library's own panic
  open();
  BOOST_TEST(db().read().receipt("1234", "kept").has_value());
  BOOST_TEST(verify(db()).empty());
}

BOOST_FIXTURE_TEST_CASE(saves_survive_a_kill_during_more_of_them, home_fixture) {
  int told[2];
  BOOST_REQUIRE(::pipe(told) == 0);
  int const status = in_child([&] {
    database& db = opened_for_ever(home());
    for (unsigned i = 0;; ++i) {
      std::string const reference = "r" + std::to_string(i);
      db.submit([reference, i](write_scope& scope) { save(scope, bo, reference, records_of(bo, i)); },
                [&, i](std::exception_ptr what) {
                  if (what || ::write(told[1], &i, sizeof i) != sizeof i) ::_exit(98);
                  if (i == 200) ::raise(SIGKILL);
                });
      while (db.queued() > 32) std::this_thread::yield();
    }
  });
  BOOST_TEST(status == 128 + SIGKILL);
  ::close(told[1]);
  open();
  unsigned count = 0;
  for (unsigned i = 0; ::read(told[0], &i, sizeof i) == sizeof i; ++count)
    BOOST_TEST(db().read().receipt("1234", "r" + std::to_string(i)).has_value());
  ::close(told[0]);
  BOOST_TEST(count == 201u);
  BOOST_TEST(verify(db()).empty());
  save(db(), bo, "after", records_of(bo));
}

BOOST_FIXTURE_TEST_CASE(unacknowledged_work_is_whole_or_not_there, home_fixture) {
  BOOST_TEST(in_child([&] {
    database& db = opened_for_ever(home());
    save(db, anna, "told", records_of(anna));
    db.submit([](write_scope& scope) {
      save(scope, anna, "untold", records_of(anna, 7));
      ::_exit(0);  // before its commit
    }, [](std::exception_ptr) {});
    for (;;) std::this_thread::yield();
  }) == 0);
  open();
  BOOST_TEST(!db().read().receipt("1234", "untold").has_value());
  BOOST_TEST(db().read().person(anna).value().records == records_of(anna));
  BOOST_TEST(db().committed_sequence() == 1u);
  BOOST_TEST(verify(db()).empty());
}

BOOST_FIXTURE_TEST_CASE(a_kill_during_recovery_is_only_another_end, home_fixture) {
  BOOST_TEST(in_child([&] {
    database& db = opened_for_ever(home());
    for (unsigned i = 0; i < 20; ++i) save(db, anna, "r" + std::to_string(i), records_of(anna, i));
  }) == 0);
  for (int i = 0; i < 3; ++i) BOOST_TEST(in_child([&] { opened_for_ever(home()); }) == 0);
  open();
  BOOST_TEST(test::journal_of(db().read(), anna).size() == 20u);
  BOOST_TEST(verify(db()).empty());
}

BOOST_FIXTURE_TEST_CASE(dialogue_numbers_are_never_used_again, home_fixture) {
  std::uint64_t last = 0;
  for (int round = 0; round < 3; ++round) {
    int numbers[2];
    BOOST_REQUIRE(::pipe(numbers) == 0);
    BOOST_TEST(in_child([&] {
      dialogue_numbers given(opened_for_ever(home()), 10);
      for (int i = 0; i < 25; ++i) {
        std::uint64_t const number = given.next();
        if (::write(numbers[1], &number, sizeof number) != sizeof number) ::_exit(98);
      }
    }) == 0);
    ::close(numbers[1]);
    unsigned count = 0;
    for (std::uint64_t number = 0; ::read(numbers[0], &number, sizeof number) == sizeof number; ++count) {
      BOOST_TEST(number > last);
      last = number;
    }
    ::close(numbers[0]);
    BOOST_TEST(count == 25u);
  }
  open();
  dialogue_numbers given(db(), 10);
  BOOST_TEST(given.next() > last);
}

BOOST_FIXTURE_TEST_CASE(the_first_dialogue_number_is_one, home_fixture) {
  open();
  dialogue_numbers given(db());
  BOOST_TEST(given.next() == 1u);
  BOOST_TEST(given.next() == 2u);
  BOOST_TEST(db().reserve_dialogue_numbers(5) == 100'001u);
  BOOST_TEST(db().reserve_dialogue_numbers(1) == 100'006u);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace samspil::store
