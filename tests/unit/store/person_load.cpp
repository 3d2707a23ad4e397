// Loads of persons: staged, activated in one step, taken in beside other work.
#include <boost/test/unit_test.hpp>
#include <thread>

#include "store/keys.hpp"
#include "store/verify.hpp"
#include "unit/store/fixture.hpp"

namespace samspil::store {
namespace {

BOOST_AUTO_TEST_SUITE(person_loads)

constexpr unsigned many = 1500;

std::string pnr_of(unsigned i) { return std::string(key().digits(1'001'000'000 + i, 10).text()); }

void stage(person_load& load, unsigned seed) {
  for (unsigned i = 0; i < many; ++i) load.add(pnr_of(i), records_of(pnr_of(i), seed));
}

audit_mark load_all(database& db, unsigned seed) {
  auto load = db.begin_persons();
  stage(load, seed);
  BOOST_TEST(load.count() == many);
  return load.activate(entry_for("", "persons"));
}

void check_all(database& db, unsigned seed, std::uint64_t changed) {
  unsigned met = 0;
  db.glance().each_person([&](std::string_view pnr, codec::view<rec::PERSON_ROW> head, std::string_view records) {
    if (pnr != pnr_of(met)) return false;
    BOOST_TEST(codec::number(head[rec::PERSON_ROW::CHANGED]) == changed);
    BOOST_TEST(records == records_of(pnr, seed));
    ++met;
    return true;
  });
  BOOST_TEST(met == many);
  auto const one = now(db, &read_scope::person, pnr_of(many - 1));
  BOOST_REQUIRE(one.has_value());
  BOOST_TEST(one->records == records_of(pnr_of(many - 1), seed));
  BOOST_TEST(one->changed() == changed);
}

BOOST_FIXTURE_TEST_CASE(nobody_sees_staged_persons, home_fixture) {
  open();
  auto load = db().begin_persons();
  stage(load, 1);
  BOOST_TEST(!now(db(), &read_scope::has_person, pnr_of(0)));
  BOOST_TEST(!now(db(), &read_scope::person_head, pnr_of(0)).has_value());
}

BOOST_FIXTURE_TEST_CASE(activation_is_one_step_for_reader_and_walk, home_fixture) {
  open();
  auto const first = load_all(db(), 1);
  check_all(db(), 1, first.sequence);  // while it is being taken in
  db().wait_for_persons();
  check_all(db(), 1, first.sequence);
  auto const second = load_all(db(), 2);
  check_all(db(), 2, second.sequence);
  db().wait_for_persons();
  check_all(db(), 2, second.sequence);
  reopen();
  check_all(db(), 2, second.sequence);
  BOOST_TEST(verify(db()).empty());
}

BOOST_FIXTURE_TEST_CASE(an_older_scope_sees_the_register_as_it_was, home_fixture) {
  open();
  auto const first = load_all(db(), 1);
  db().wait_for_persons();
  audit_mark second;
  {
    auto const before = db().read();
    auto roads = db().begin_reference(reference::roads);
    roads.activate({});  // another state between the two
    second = load_all(db(), 2);
    BOOST_TEST(before.person(pnr_of(5))->records == records_of(pnr_of(5), 1));
    BOOST_TEST(before.person(pnr_of(5))->changed() == first.sequence);
    BOOST_TEST(now(db(), &read_scope::person, pnr_of(5))->records == records_of(pnr_of(5), 2));
    for (unsigned i = 0; i < many; i += 100) BOOST_TEST(before.person(pnr_of(i))->changed() == first.sequence);
    BOOST_CHECK_THROW(db().begin_persons(), error);  // taking in waits for this scope
  }
  db().wait_for_persons();
  check_all(db(), 2, second.sequence);
}

BOOST_FIXTURE_TEST_CASE(changes_while_it_is_taken_in_are_kept, home_fixture) {
  open();
  std::string const last = pnr_of(many - 1);
  std::string const erased = pnr_of(many - 2);
  audit_mark mark;
  {
    auto const holds_it_off = db().read();
    mark = load_all(db(), 1);
    db().write([&](write_scope& scope) {
      auto person = scope.person(last).value();
      BOOST_TEST(person.changed() == mark.sequence);
      person.records = records_of(last, 7);
      scope.put_person(last, person);
      BOOST_TEST(scope.person(last)->records == records_of(last, 7));
      BOOST_TEST(scope.erase_person(erased));
      BOOST_TEST(!scope.erase_person(erased));
    });
    BOOST_TEST(now(db(), &read_scope::person, last)->records == records_of(last, 7));
    BOOST_TEST(!now(db(), &read_scope::has_person, erased));
  }
  db().wait_for_persons();
  BOOST_TEST(now(db(), &read_scope::person, last)->records == records_of(last, 7));
  BOOST_TEST(!now(db(), &read_scope::has_person, erased));
  BOOST_TEST(now(db(), &read_scope::person, pnr_of(0))->records == records_of(pnr_of(0), 1));
}

BOOST_FIXTURE_TEST_CASE(persons_of_the_register_keep_their_waiting_events, home_fixture) {
  open();
  db().write([&](write_scope& scope) {
    person_row row;
    row.records = records_of(pnr_of(3), 1);
    row.head.set(rec::PERSON_ROW::WAITING_OPEN, 2)
        .set(rec::PERSON_ROW::WAITING_CHANGED, 1)
        .set(rec::PERSON_ROW::CHANGED, 1);
    scope.put_person(pnr_of(3), row);
    save(scope, anna, "stays", records_of(anna));
  });
  auto const mark = load_all(db(), 2);
  auto const check = [&] {
    auto const person = now(db(), &read_scope::person, pnr_of(3)).value();
    BOOST_TEST(person.records == records_of(pnr_of(3), 2));
    BOOST_TEST(person.waiting_open() == 2u);
    BOOST_TEST(person.waiting_changed() == 1u);
    BOOST_TEST(person.changed() == mark.sequence);
    BOOST_TEST(now(db(), &read_scope::person, anna)->records == records_of(anna));  // not in the load
  };
  check();
  db().wait_for_persons();
  check();
}

BOOST_FIXTURE_TEST_CASE(an_abandoned_load_leaves_nothing, home_fixture) {
  open();
  {
    auto load = db().begin_persons();
    stage(load, 1);
  }
  BOOST_TEST(!now(db(), &read_scope::has_person, pnr_of(0)));
  load_all(db(), 2);  // the same persons are no doubles
  db().wait_for_persons();
  BOOST_TEST(now(db(), &read_scope::person, pnr_of(0))->records == records_of(pnr_of(0), 2));
}

BOOST_FIXTURE_TEST_CASE(one_at_a_time, home_fixture) {
  open();
  auto first = db().begin_persons();
  BOOST_CHECK_THROW(db().begin_persons(), error);
  auto moved = std::move(first);
  moved.add(anna, records_of(anna));
  moved.activate({});
  BOOST_CHECK_THROW(moved.activate({}), error);
  { auto gone = std::move(moved); }
  db().wait_for_persons();
  auto second = db().begin_persons();
  BOOST_TEST(now(db(), &read_scope::has_person, anna));
}

BOOST_FIXTURE_TEST_CASE(what_add_refuses, home_fixture) {
  open();
  auto load = db().begin_persons();
  BOOST_CHECK_THROW(load.add("123", "r"), error);
  BOOST_CHECK_THROW(load.add("01018O1111", "r"), error);
  load.add(anna, records_of(anna));
  load.add(bo, records_of(bo));
  load.add(anna, records_of(anna, 2));
  BOOST_CHECK_EXCEPTION(load.activate({}), error, [](error const& e) {
    std::string const text = e.what();
    return text.find("person 3 ") != std::string::npos &&
           text.find(anna) == std::string::npos;  // no personnummer in a text
  });
  BOOST_TEST(db().committed_sequence() == 0u);
  BOOST_TEST(!now(db(), &read_scope::has_person, bo));
}

BOOST_FIXTURE_TEST_CASE(killed_before_activation_nothing_is_left, home_fixture) {
  BOOST_TEST(in_child([&] {
    auto& db = *new database(home(), small_options());
    auto& load = *new person_load(db.begin_persons());
    stage(load, 1);
    save(db, anna, "makes it durable", records_of(anna));
  }) == 0);
  open();
  BOOST_TEST(!now(db(), &read_scope::has_person, pnr_of(0)));
  BOOST_TEST(now(db(), &read_scope::has_person, anna));
  auto const mark = load_all(db(), 2);
  BOOST_TEST(now(db(), &read_scope::person, pnr_of(0))->changed() == mark.sequence);
  db().wait_for_persons();
  BOOST_TEST(verify(db()).empty());
}

BOOST_FIXTURE_TEST_CASE(killed_after_activation_it_is_completed_by_the_next_open, home_fixture) {
  BOOST_TEST(in_child([&] {
    auto& db = *new database(home(), small_options());
    auto& holds_it_off = *new read_scope(db.read());
    load_all(db, 1);
    BOOST_TEST(holds_it_off.generation(reference::roads) == 0u);
  }) == 0);
  open();
  check_all(db(), 1, 1);
  db().wait_for_persons();
  check_all(db(), 1, 1);
  BOOST_TEST(verify(db()).empty());
}

BOOST_FIXTURE_TEST_CASE(killed_in_the_middle_of_taking_in_it_goes_on, home_fixture) {
  BOOST_TEST(in_child([&] {
    auto& db = *new database(home(), small_options());
    load_all(db, 1);
    save(db, anna, "with some of them", records_of(anna));  // its sync makes the first pieces durable
  }) == 0);
  BOOST_TEST(in_child([&] { new database(home(), small_options()); }) == 0);
  open();
  db().wait_for_persons();
  BOOST_TEST(now(db(), &read_scope::person, pnr_of(many - 1))->changed() == 1u);
  BOOST_TEST(now(db(), &read_scope::has_person, anna));
  BOOST_TEST(verify(db()).empty());
}

BOOST_FIXTURE_TEST_CASE(closing_does_not_wait_for_it, home_fixture) {
  open();
  load_all(db(), 1);
  reopen();
  check_all(db(), 1, 1);
  db().wait_for_persons();
  check_all(db(), 1, 1);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace samspil::store
