// Persons kept in memory: that they are found, that memory is bounded, and that
// nobody is ever shown a person that the register does not have any more.
#include "store/person_cache.hpp"

#include <atomic>
#include <boost/test/unit_test.hpp>
#include <map>
#include <random>
#include <thread>

#include "store/keys.hpp"
#include "store/stat.hpp"
#include "unit/store/fixture.hpp"

namespace samspil::store {
namespace {

using shared = std::shared_ptr<record::stored_person const>;

std::string pnr_of(unsigned i) { return std::string(key().digits(1'001'000'000 + i, 10).text()); }

kept_person_ptr made(std::string_view pnr, std::uint64_t changed = 1) {
  auto out = std::make_shared<kept_person>();
  out->person.records = record::person::trusted(records_of(pnr));
  out->person.changed = changed;
  return out;
}

shared shared_now(database const& db, std::string_view pnr) { return now(db, &read_scope::shared_person, pnr); }

BOOST_AUTO_TEST_SUITE(persons_in_memory)

BOOST_AUTO_TEST_CASE(a_person_is_found_until_superseded) {
  person_cache cache(1 << 20);
  auto const before = cache.find(anna);
  BOOST_TEST(!before.person);
  auto const one = made(anna);
  cache.keep(anna, one, before.version);
  BOOST_TEST((cache.find(anna).person == one));
  BOOST_TEST(!cache.find(bo).person);
  BOOST_TEST(cache.count().persons == 1U);
  cache.supersede(anna);
  BOOST_TEST(!cache.find(anna).person);
  BOOST_TEST(one->superseded.load());
  BOOST_TEST(cache.count().persons == 0U);
}

BOOST_AUTO_TEST_CASE(what_was_read_before_a_change_is_not_kept_after_it) {
  person_cache cache(1 << 20);
  auto const before = cache.find(anna);
  cache.supersede(anna);
  cache.keep(anna, made(anna), before.version);
  BOOST_TEST(!cache.find(anna).person);
  auto const again = cache.find(anna);
  cache.clear();
  cache.keep(anna, made(anna), again.version);
  BOOST_TEST(!cache.find(anna).person);
}

BOOST_AUTO_TEST_CASE(all_are_superseded_by_a_clear) {
  person_cache cache(1 << 20);
  std::vector<kept_person_ptr> all;
  for (unsigned i = 0; i < 300; ++i) {
    all.push_back(made(pnr_of(i)));
    cache.keep(pnr_of(i), all.back(), cache.find(pnr_of(i)).version);
  }
  BOOST_TEST(cache.count().persons == 300U);
  cache.clear();
  BOOST_TEST(cache.count().persons == 0U);
  for (auto const& one : all) BOOST_TEST(one->superseded.load());
}

BOOST_AUTO_TEST_CASE(a_cache_of_no_bytes_keeps_nobody) {
  person_cache cache(0);
  cache.keep(anna, made(anna), cache.find(anna).version);
  BOOST_TEST(!cache.find(anna).person);
  BOOST_TEST(cache.count().persons == 0U);
}

BOOST_AUTO_TEST_CASE(memory_is_bounded_and_the_asked_for_stay) {
  std::size_t const each = records_of(anna).size() + 320;
  person_cache cache(64 * 10 * each);  // about ten persons in each of the 64 parts
  for (unsigned i = 0; i < 20'000; ++i) {
    cache.keep(pnr_of(i), made(pnr_of(i)), cache.find(pnr_of(i)).version);
    static_cast<void>(cache.find(pnr_of(0)));  // the one that everybody asks for
  }
  BOOST_TEST(cache.count().persons <= 640U);
  BOOST_TEST(cache.count().persons > 400U);
  BOOST_TEST(cache.find(pnr_of(0)).person);
  BOOST_TEST(cache.find(pnr_of(19'999)).person);
  BOOST_TEST(!cache.find(pnr_of(1)).person);
}

BOOST_AUTO_TEST_CASE(who_makes_room_cannot_be_marked_later_and_so_is_marked_then) {
  std::size_t const each = records_of(anna).size() + 320;
  person_cache cache(64 * 2 * each);
  auto const one = made(anna);
  cache.keep(anna, one, cache.find(anna).version);
  for (unsigned i = 0; i < 2000; ++i) cache.keep(pnr_of(i), made(pnr_of(i)), cache.find(pnr_of(i)).version);
  BOOST_TEST(!cache.find(anna).person);
  BOOST_TEST(one->superseded.load());
}

BOOST_AUTO_TEST_CASE(in_little_room_nobody_gets_what_is_superseded) {
  std::size_t const each = records_of(anna).size() + 320;
  person_cache cache(64 * 3 * each);
  std::map<std::string, kept_person_ptr> latest;
  std::minstd_rand random(11);
  auto const any = [&] { return pnr_of(static_cast<unsigned>(random() % 700)); };
  unsigned met = 0;
  for (unsigned i = 0; i < 30'000; ++i) {
    std::string const pnr = any();
    if (random() % 4 == 0) {
      cache.supersede(pnr);
      latest.erase(pnr);
    } else if (auto const there = cache.find(pnr); !there.person) {
      latest[pnr] = made(pnr, i);
      cache.keep(pnr, latest[pnr], there.version);
    }
    std::string const other = any();
    if (auto const found = cache.find(other).person) {
      ++met;
      BOOST_REQUIRE((latest.at(other) == found));
      BOOST_REQUIRE(!found->superseded.load());
    }
    BOOST_REQUIRE(cache.count().persons <= 64U * 3);
  }
  BOOST_TEST(met > 1000U);
}

BOOST_AUTO_TEST_CASE(any_order_of_keeping_and_superseding_gives_what_a_map_gives) {
  person_cache cache(64 << 20);  // nobody has to make room
  std::map<std::string, kept_person_ptr> model;
  std::minstd_rand random(7);
  auto const any = [&] { return pnr_of(static_cast<unsigned>(random() % 700)); };
  for (unsigned i = 0; i < 30'000; ++i) {
    std::string const pnr = any();
    if (random() % 3 != 0) {
      auto const one = made(pnr, i);
      cache.keep(pnr, one, cache.find(pnr).version);
      model.emplace(pnr, one);  // who is there stays
    } else {
      cache.supersede(pnr);
      model.erase(pnr);
    }
    std::string const other = any();
    auto const wanted = model.find(other);
    BOOST_REQUIRE((cache.find(other).person == (wanted == model.end() ? nullptr : wanted->second)));
    BOOST_REQUIRE(cache.count().persons == model.size());
  }
}

BOOST_FIXTURE_TEST_CASE(look_ups_share_a_person_until_it_changes, home_fixture) {
  open();
  save(db(), anna, "R1", records_of(anna, 1));
  shared const first = shared_now(db(), anna);
  BOOST_REQUIRE(first);
  BOOST_TEST(stat(db()).persons_kept == 1U);
  BOOST_TEST(stat(db()).persons_bytes > records_of(anna).size());
  BOOST_TEST(stat(db()).persons_hits == 0U);
  BOOST_TEST(stat(db()).persons_misses == 1U);
  BOOST_TEST(first->records.bytes() == records_of(anna, 1));
  BOOST_TEST((shared_now(db(), anna) == first));
  BOOST_TEST((db().read().shared_person(anna) != first));  // confirms nothing, so it is given nothing
  auto const mark = save(db(), anna, "R2", records_of(anna, 2));
  shared const second = shared_now(db(), anna);
  BOOST_TEST(second->records.bytes() == records_of(anna, 2));
  BOOST_TEST(second->changed == mark.sequence);
  BOOST_TEST(first->records.bytes() == records_of(anna, 1));  // whoever holds it may go on looking
  db().write([](write_scope& scope) { scope.erase_person(anna); });
  BOOST_TEST(!shared_now(db(), anna));
  BOOST_TEST(!shared_now(db(), "no number!"));
}

BOOST_FIXTURE_TEST_CASE(a_person_whose_waiting_events_change_is_another, home_fixture) {
  open();
  save(db(), anna, "R1", records_of(anna));
  BOOST_TEST(shared_now(db(), anna)->waiting_open == 0U);
  db().write([](write_scope& scope) {
    auto row = *scope.person(anna);
    row.head.set(rec::PERSON_ROW::WAITING_OPEN, 3).set(rec::PERSON_ROW::WAITING_CHANGED, 99);
    scope.put_person(anna, row);
  });
  BOOST_TEST(shared_now(db(), anna)->waiting_open == 3U);
  BOOST_TEST(shared_now(db(), anna)->waiting_changed == 99U);
}

BOOST_FIXTURE_TEST_CASE(a_change_that_is_undone_changes_nothing, home_fixture) {
  open();
  save(db(), anna, "R1", records_of(anna, 1));
  shared const first = shared_now(db(), anna);
  BOOST_CHECK_THROW(db().write([](write_scope& scope) {
    save(scope, anna, "R2", records_of(anna, 2));
    throw std::runtime_error("no");
  }),
                    std::runtime_error);
  BOOST_TEST((shared_now(db(), anna) == first));
  BOOST_TEST(first->records.bytes() == records_of(anna, 1));
}

BOOST_FIXTURE_TEST_CASE(a_look_up_that_fails_on_a_superseded_person_runs_again, home_fixture) {
  open();
  save(db(), anna, "R1", records_of(anna, 1));
  static_cast<void>(shared_now(db(), anna));
  unsigned runs = 0;
  auto const seen = db().with_read([&](read_scope& scope) {
    auto const one = scope.shared_person(anna);
    if (++runs == 1) {
      save(db(), anna, "R2", records_of(anna, 2));
      throw std::logic_error("a journal that does not fit the person");
    }
    return one->records.bytes();
  });
  BOOST_TEST(runs == 2U);
  BOOST_TEST(seen == records_of(anna, 2));
  auto const fails = [&](read_scope& scope) -> int {
    static_cast<void>(scope.shared_person(anna));
    throw std::logic_error("and this one would fail again");
  };
  BOOST_CHECK_THROW(db().with_read(fails), std::logic_error);
}

BOOST_FIXTURE_TEST_CASE(a_look_up_with_a_load_of_persons_in_it_runs_again, home_fixture) {
  open();
  save(db(), anna, "R1", records_of(anna, 1));
  unsigned runs = 0;
  std::uint64_t loaded = 0;
  auto const seen = db().with_read([&](read_scope& scope) {
    if (++runs == 1) {
      auto persons = db().begin_persons();
      persons.add(std::string(anna), records_of(anna, 2));
      loaded = persons.activate(entry_for("", "persons")).sequence;
    }
    return scope.shared_person(anna)->changed;
  });
  BOOST_TEST(runs >= 2U);
  BOOST_TEST(seen == loaded);
}

BOOST_FIXTURE_TEST_CASE(without_memory_for_persons_all_comes_from_the_library, home_fixture) {
  options how = small_options();
  how.persons_bytes = 0;
  open(how);
  save(db(), anna, "R1", records_of(anna, 1));
  shared const first = shared_now(db(), anna);
  BOOST_TEST((shared_now(db(), anna) != first));
  BOOST_TEST(first->records.bytes() == records_of(anna, 1));
}

BOOST_FIXTURE_TEST_CASE(a_look_up_that_was_given_a_superseded_person_runs_again, home_fixture) {
  open();
  save(db(), anna, "R1", records_of(anna, 1));
  save(db(), bo, "R2", records_of(bo, 1));
  static_cast<void>(shared_now(db(), anna));  // Anna is kept, Bo is not
  unsigned runs = 0;
  auto const seen = db().with_read([&](read_scope& scope) {
    std::string const a = scope.shared_person(anna)->records.bytes();
    if (++runs == 1) {
      db().write([](write_scope& both) {
        save(both, anna, "R3", records_of(anna, 2));
        save(both, bo, "R4", records_of(bo, 2));
      });
    }
    return std::pair(a, scope.shared_person(bo)->records.bytes());
  });
  BOOST_TEST(runs == 2U);
  BOOST_TEST(seen.first == records_of(anna, 2));
  BOOST_TEST(seen.second == records_of(bo, 2));
}

BOOST_FIXTURE_TEST_CASE(two_persons_of_one_save_are_never_seen_apart, home_fixture) {
  open();
  save(db(), anna, "A", records_of(anna, 0));
  save(db(), bo, "B", records_of(bo, 0));
  auto const both = [&](unsigned i) {
    db().write([&](write_scope& scope) {
      auto const sequence = scope.append_audit(entry_for(anna)).sequence;
      for (std::string_view const pnr : {anna, bo}) {
        codec::buffer<rec::PERSON_ROW> head;
        head.set(rec::PERSON_ROW::CHANGED, sequence);
        scope.put_person(pnr, head, records_of(pnr, i % 90));
      }
    });
  };
  both(0);
  std::atomic<bool> over{false};
  std::atomic<std::uint64_t> looks{0}, apart{0};
  std::vector<std::thread> readers;
  for (unsigned t = 0; t < 3; ++t)
    readers.emplace_back([&, t] {
      while (!over) {
        auto const [one, other] = db().with_read([&](read_scope& scope) {
          std::string_view const first = t % 2 == 0 ? anna : bo;
          auto const a = scope.shared_person(first);
          auto const b = scope.shared_person(first == anna ? bo : anna);
          return std::pair(a->changed, b->changed);
        });
        ++looks;
        if (one != other) ++apart;
      }
    });
  unsigned i = 1;
  for (; i < 400 || (looks < 1000 && i < 100'000); ++i) both(i);
  over = true;
  for (std::thread& one : readers) one.join();
  BOOST_TEST(looks >= 1000U);
  BOOST_TEST(apart == 0U);
}

BOOST_FIXTURE_TEST_CASE(a_load_supersedes_who_was_kept, home_fixture) {
  open();
  auto const load = [&](unsigned seed) {
    auto persons = db().begin_persons();
    for (unsigned i = 0; i < 200; ++i) persons.add(pnr_of(i), records_of(pnr_of(i), seed));
    persons.activate(entry_for("", "persons"));
  };
  auto const all_are = [&](unsigned seed) {
    for (unsigned i = 0; i < 200; ++i)
      BOOST_TEST(shared_now(db(), pnr_of(i))->records.bytes() == records_of(pnr_of(i), seed));
  };
  load(1);
  db().wait_for_persons();
  all_are(1);
  load(2);
  all_are(2);  // some of them still on their way into the register
  db().wait_for_persons();
  all_are(2);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace samspil::store
