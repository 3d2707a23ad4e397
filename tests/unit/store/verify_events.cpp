// A person's events: each broken link has its finding.
#include <boost/test/unit_test.hpp>

#include "store/keys.hpp"
#include "store/row_codec.hpp"
#include "unit/store/full_home.hpp"

namespace samspil::store {
namespace {

BOOST_AUTO_TEST_SUITE(verifying_events)

/// Anna's row as it is when the register says that this was her last event.
void say_last_event(environment& env, __db_txn* txn, std::string_view pnr, std::string_view number) {
  std::string bytes = full_home::row(env, txn, table::person, pnr);
  overwrite(bytes, rec::PERSON_ROW::LAST_EVENT, number);
  env.put(table::person, txn, pnr, bytes);
}

BOOST_FIXTURE_TEST_CASE(a_last_event_that_is_not_the_last, full_home) {
  save(db(), anna, "three", records_of(anna));
  BOOST_TEST(after([](environment& env, __db_txn* txn) { say_last_event(env, txn, anna, "000000000001"); }) ==
             "person 010180xxxx: LAST-EVENT is not its last event\n");
  BOOST_TEST(after([](environment& env, __db_txn* txn) { say_last_event(env, txn, anna, "000000000000"); }) ==
             "person 010180xxxx: LAST-EVENT is not its last event\n");
}

BOOST_FIXTURE_TEST_CASE(a_last_event_of_another_person_or_none, full_home) {
  BOOST_TEST(after([](environment& env, __db_txn* txn) { say_last_event(env, txn, anna, "000000000002"); }) ==
             "person 010180xxxx: LAST-EVENT names an event that is not the person's\n");
  BOOST_TEST(after([](environment& env, __db_txn* txn) { say_last_event(env, txn, anna, "000000000003"); }) ==
             "person 010180xxxx: LAST-EVENT names an event that is not the person's\n");
}

BOOST_FIXTURE_TEST_CASE(an_event_names_another_before_it, full_home) {
  save(db(), anna, "three", records_of(anna));
  auto const said = [&](std::string_view number) {
    return after([&](environment& env, __db_txn* txn) {
      auto event = parse_journal(row(env, txn, table::journal, journal_key(3)));
      event.head.set(rec::JOURNAL_ROW::PREVIOUS_NUMBER, codec::number(number));
      env.put(table::journal, txn, journal_key(3), encode(event));
    });
  };
  std::string const finding = "journal 000000000003: the event before it of one of its persons is another\n";
  BOOST_TEST(said("000000000000") == finding);
  BOOST_TEST(said("000000000002") == finding);
  BOOST_TEST(said("000000000001") == "");
}

BOOST_FIXTURE_TEST_CASE(an_event_names_another_before_it_for_who_was_touched, full_home) {
  auto const said = [&](std::size_t place, unsigned number) {
    return after([&](environment& env, __db_txn* txn) {
      auto event = parse_journal(row(env, txn, table::journal, journal_key(2)));
      if (event.touched.size() == 1) event.touched.push_back({std::string(anna), "", "", {}, {}, 1});
      event.touched.at(place).previous = number;
      env.put(table::journal, txn, journal_key(2), encode(event));
      say_last_event(env, txn, anna, "000000000002");
    });
  };
  std::string const finding = "journal 000000000002: the event before it of one of its persons is another\n";
  BOOST_TEST(said(1, 0) == finding);
  BOOST_TEST(said(1, 1) == "");
  BOOST_TEST(said(0, 1) == finding);  // bo, who is the main person too
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace samspil::store
