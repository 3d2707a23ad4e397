// What a scope gives: rows by key, walks, and one state until it ends.
#include <boost/test/unit_test.hpp>
#include <latch>
#include <thread>

#include "support/journal.hpp"
#include "unit/store/fixture.hpp"

namespace samspil::store {
namespace {

BOOST_AUTO_TEST_SUITE(reading)

struct memory_fixture {
  memory_fixture() : db("", how()) {}
  static options how() {
    options o = home_fixture::small_options();
    o.in_memory = true;
    return o;
  }
  database db;
};

template <class Rows>
std::string letters(Rows const& rows) {
  std::string out;
  for (auto const& one : rows) out += one;
  return out;
}

BOOST_FIXTURE_TEST_CASE(persons, memory_fixture) {
  BOOST_TEST(!db.read().person(anna).has_value());
  BOOST_TEST(!db.read().has_person(anna));
  save(db, bo, "b", records_of(bo));
  save(db, anna, "a", records_of(anna));
  save(db, cille, "c", records_of(cille));
  auto const scope = db.read();
  BOOST_TEST(scope.has_person(anna));
  BOOST_TEST(!scope.has_person("0101801112"));
  BOOST_TEST(!scope.has_person(""));
  auto const head = scope.person_head(bo).value();
  BOOST_TEST(head[rec::PERSON_ROW::LAYOUT_VERSION] == "02");
  BOOST_TEST(codec::number(head[rec::PERSON_ROW::CHANGED]) == 1u);
  std::vector<std::string> met;
  auto const meet = [&](std::string_view pnr, codec::view<rec::PERSON_ROW>, std::string_view records) {
    BOOST_TEST(records == records_of(pnr));
    met.emplace_back(pnr);
    return met.size() < 2;
  };
  scope.each_person(meet);
  BOOST_TEST(met == (std::vector<std::string>{std::string(anna), std::string(bo)}), boost::test_tools::per_element());
  met.clear();
  scope.each_person(meet, "0101801112");
  BOOST_TEST(met == (std::vector<std::string>{std::string(bo), std::string(cille)}), boost::test_tools::per_element());
}

BOOST_FIXTURE_TEST_CASE(a_person_is_erased, memory_fixture) {
  save(db, anna, "a", records_of(anna));
  db.write([](write_scope& scope) {
    BOOST_TEST(scope.erase_person(anna));
    BOOST_TEST(!scope.erase_person(anna));
    BOOST_TEST(!scope.has_person(anna));
  });
  BOOST_TEST(!db.read().has_person(anna));
}

BOOST_FIXTURE_TEST_CASE(keys_of_persons_are_ten_digits, memory_fixture) {
  for (std::string_view const wrong : {"", "123", "01018011111", "01018O1111"})
    BOOST_CHECK_THROW(db.write([&](write_scope& scope) { scope.put_person(wrong, person_row{}); }), error);
}

BOOST_FIXTURE_TEST_CASE(long_rows_come_back_whole, memory_fixture) {
  for (std::size_t const size : {std::size_t{0}, std::size_t{1}, std::size_t{971}, std::size_t{3000},
                                 std::size_t{20'000}, std::size_t{300'000}}) {
    std::string const records(size, 'r');
    db.write([&](write_scope& scope) { scope.put_person(anna, {}, records); });
    BOOST_TEST(db.read().person(anna)->records == records);
    std::size_t walked = 0;
    db.read().each_person([&](std::string_view, codec::view<rec::PERSON_ROW>, std::string_view found) {
      walked = found.size();
      return found == records;
    });
    BOOST_TEST(walked == size);
  }
}

BOOST_FIXTURE_TEST_CASE(customers_users_and_sessions, memory_fixture) {
  db.write([](write_scope& scope) {
    scope.put_customer(customer_of("1234"));
    scope.put_customer(customer_of("0007"));
    scope.put_user(user_of("1234", "KOMM01"));
    scope.put_user(user_of("1234", "A"));
    scope.put_user(user_of("0007", "KOMM01"));
    scope.put_session(session_of('a'));
    scope.put_session(session_of('b'));
  });
  auto const scope = db.read();
  BOOST_TEST(scope.customer("1234").has_value());
  BOOST_TEST(!scope.customer("1235").has_value());
  BOOST_TEST(scope.customers().size() == 2u);
  BOOST_TEST(scope.customers()[0][rec::CUSTOMER_ROW::KUNDENR] == "0007");
  BOOST_TEST(scope.user("1234", "KOMM01").has_value());
  BOOST_TEST(scope.user("1234", "KOMM01  ").has_value());
  BOOST_TEST(scope.user("1234", "A").has_value());
  BOOST_TEST(!scope.user("1234", "komm01").has_value());
  BOOST_TEST(!scope.user("1234", "KOMM01XXX").has_value());
  BOOST_TEST(scope.users("1234").size() == 2u);
  BOOST_TEST(scope.users("0007").size() == 1u);
  BOOST_TEST(scope.users("9999").empty());
  BOOST_TEST(scope.session(std::string(64, 'a')).has_value());
  BOOST_TEST(!scope.session(std::string(64, 'c')).has_value());
  std::vector<std::string> met;
  scope.each_session([&](codec::view<rec::SESSION_ROW> row) {
    met.emplace_back(row[rec::SESSION_ROW::TOKEN_HASH].substr(0, 1));
    return true;
  });
  BOOST_TEST(letters(met) == "ab");
}

BOOST_FIXTURE_TEST_CASE(the_start_of_a_user, memory_fixture) {
  db.write([](write_scope& scope) { scope.put_user(user_of("1234", "KOMM01")); });
  auto const scope = db.read();
  auto const head = scope.user_head_of("1234", "KOMM01").value();
  BOOST_TEST(head[rec::USER_ROW::SECURITY_GROUP] == "KOMMUNE ");
  BOOST_TEST(head[rec::USER_ROW::KUNDENR] == "1234");
  BOOST_TEST(head.password_hash().size() == 128u);
  BOOST_TEST(codec::trimmed(head.password_hash()) == "$current$");
  BOOST_TEST(!scope.user_head_of("1234", "OTHER").has_value());
}

BOOST_FIXTURE_TEST_CASE(receipts_in_order, memory_fixture) {
  save(db, anna, "b", records_of(anna));
  save(db, anna, "a", records_of(anna));
  std::vector<std::string> met;
  db.read().each_receipt([&](codec::view<rec::RECEIPT_ROW> row) {
    met.emplace_back(codec::trimmed(row[rec::RECEIPT_ROW::KUNDEREFERENCE]));
    return true;
  });
  BOOST_TEST(letters(met) == "ab");
}

BOOST_FIXTURE_TEST_CASE(the_waiting_register, memory_fixture) {
  db.write([](write_scope& scope) {
    scope.put_waiting(waiting_of(1, anna, 'A', "20260501"));
    scope.put_waiting(waiting_of(2, bo, 'A', "20260401"));
    scope.put_waiting(waiting_of(3, anna, 'G', "20260301"));
    scope.put_waiting(waiting_of(4, anna, 'A', "20260401"));
  });
  auto const numbers_in = [&](char state, std::string_view until) {
    std::vector<std::uint64_t> numbers;
    db.read().each_waiting_in(state, until, [&](codec::view<rec::WAITING_ROW> row) {
      numbers.push_back(codec::number(row[rec::WAITING_ROW::VENTENR]));
      return true;
    });
    return numbers;
  };
  using list = std::vector<std::uint64_t>;
  BOOST_TEST(numbers_in('A', "") == (list{2, 4, 1}), boost::test_tools::per_element());
  BOOST_TEST(numbers_in('A', "20260401") == (list{2, 4}), boost::test_tools::per_element());
  BOOST_TEST(numbers_in('A', "20260331") == list{}, boost::test_tools::per_element());
  BOOST_TEST(numbers_in('G', "") == list{3}, boost::test_tools::per_element());
  BOOST_TEST(numbers_in('E', "") == list{}, boost::test_tools::per_element());
  BOOST_TEST(db.read().waiting_of(anna).size() == 3u);
  BOOST_TEST(db.read().waiting_of(cille).empty());
  BOOST_TEST(db.read().waiting(2).has_value());
  BOOST_TEST(!db.read().waiting(5).has_value());

  db.write([](write_scope& scope) { scope.put_waiting(waiting_of(2, bo, 'E', "20260401")); });
  BOOST_TEST(numbers_in('A', "") == (list{4, 1}), boost::test_tools::per_element());
  BOOST_TEST(numbers_in('E', "") == list{2}, boost::test_tools::per_element());
  BOOST_TEST(db.read().waiting_of(bo).size() == 1u);
  db.write(
      [](write_scope& scope) { scope.put_waiting(waiting_of(2, cille, 'E', "20260401")); });  // another main person
  BOOST_TEST(db.read().waiting_of(bo).empty());
  BOOST_TEST(db.read().waiting_of(cille).size() == 1u);

  list walked;
  db.read().each_waiting(2, [&](codec::view<rec::WAITING_ROW> row) {
    walked.push_back(codec::number(row[rec::WAITING_ROW::VENTENR]));
    return walked.size() < 2;
  });
  BOOST_TEST(walked == (list{2, 3}), boost::test_tools::per_element());
}

BOOST_FIXTURE_TEST_CASE(a_reader_that_holds_a_row_walks_past_a_waiting_writer, home_fixture) {
  // The reader's own lock keeps the writer waiting. Its walk may meet a page that
  // the writer has changed already, which is a conflict; but it must never queue
  // up behind a writer that waits for it where the detector cannot see that.
  open();
  db().write([](write_scope& scope) { scope.put_waiting(waiting_of(1, anna, 'A')); });
  auto const start = std::chrono::steady_clock::now();
  for (int i = 0; i < 200; ++i) {
    outcome written;
    char const state = i % 2 == 0 ? 'G' : 'A';
    db().with_read([&](read_scope& scope) {
      if (!scope.waiting(1)) throw std::logic_error("the row is there");
      db().submit([state](write_scope& s) { s.put_waiting(waiting_of(1, anna, state)); }, [](std::exception_ptr) {});
      unsigned met = 0;
      for (char const in : {'A', 'G'})
        scope.each_waiting_in(in, "", [&](codec::view<rec::WAITING_ROW>) {
          ++met;
          return true;
        });
      return met;
    });
    db().submit([](write_scope&) {}, written.done());
    written.wait();
  }
  BOOST_TEST((std::chrono::steady_clock::now() - start < std::chrono::seconds(9)));  // a lock times out after ten
}

BOOST_FIXTURE_TEST_CASE(the_journal, memory_fixture) {
  save(db, anna, "one", records_of(anna, 1));
  save(db, bo, "two", records_of(bo, 1));
  db.write([](write_scope& scope) {
    journal_row row;
    row.head.set(rec::JOURNAL_ROW::NUMBER_GIVEN, scope.next_journal_number());
    row.head.set(rec::JOURNAL_ROW::EVENT_KEYS, "FLY" + std::string(anna) + "202604010101");
    row.head.set(rec::JOURNAL_ROW::PREVIOUS_NUMBER, 1);
    row.touched.push_back({std::string(anna), "F", "gone", {}, {}, 1});
    row.touched.push_back({std::string(cille), "", ""});
    for (std::string_view const pnr : {anna, cille}) {
      auto person = scope.person(pnr).value_or(person_row{{}, records_of(pnr, 1)});
      person.head.set(rec::PERSON_ROW::LAST_EVENT, 3);
      scope.put_person(pnr, person);
    }
    scope.add_journal(row);
  });
  auto const scope = db.read();
  using list = std::vector<std::uint64_t>;
  BOOST_TEST(test::journal_of(scope, anna) == (list{1, 3}), boost::test_tools::per_element());
  BOOST_TEST(test::journal_of(scope, bo) == list{2}, boost::test_tools::per_element());
  BOOST_TEST(test::journal_of(scope, cille) == list{3}, boost::test_tools::per_element());
  BOOST_TEST(test::journal_of(scope, "0404000000") == list{}, boost::test_tools::per_element());
  auto const row = scope.journal(3).value();
  BOOST_TEST(row.touched.size() == 2u);
  BOOST_TEST(row.touched[0].removed == "gone");
  BOOST_TEST(row.touched[0].aflmrk == "F ");
  BOOST_TEST(row.touched[1].pnr == cille);
  BOOST_TEST(!scope.journal(4).has_value());
}

BOOST_FIXTURE_TEST_CASE(the_last_event_comes_first_and_none_when_it_is_enough, memory_fixture) {
  for (std::string const reference : {"one", "two", "three"}) save(db, anna, reference, records_of(anna, 1));
  std::vector<std::uint64_t> met;
  db.read().each_journal_of(anna, [&](journal_row const& row) {
    met.push_back(row.number());
    return met.size() < 2;
  });
  BOOST_TEST(met == (std::vector<std::uint64_t>{3, 2}), boost::test_tools::per_element());
}

BOOST_FIXTURE_TEST_CASE(an_event_that_is_not_the_persons_or_not_there_is_an_error, memory_fixture) {
  save(db, anna, "one", records_of(anna, 1));
  save(db, bo, "two", records_of(bo, 1));
  auto const walk_after = [&](unsigned last) {
    db.write([&](write_scope& scope) {
      auto person = scope.person(anna).value();
      person.head.set(rec::PERSON_ROW::LAST_EVENT, last);
      scope.put_person(anna, person);
    });
    test::journal_of(db.read(), anna);
  };
  BOOST_CHECK_THROW(walk_after(2), error);
  BOOST_CHECK_THROW(walk_after(3), error);
  walk_after(1);
}

BOOST_FIXTURE_TEST_CASE(a_journal_row_is_marked_undone, memory_fixture) {
  save(db, anna, "one", records_of(anna, 1));
  save(db, anna, "two", records_of(anna, 2));
  db.write([](write_scope& scope) { scope.set_undone(1, 2); });
  BOOST_TEST(codec::number(db.read().journal(1).value().head[rec::JOURNAL_ROW::UNDONE_BY]) == 2u);
  BOOST_TEST(test::journal_of(db.read(), anna).size() == 2u);
  BOOST_CHECK_THROW(db.write([](write_scope& scope) { scope.set_undone(9, 2); }), error);
}

BOOST_FIXTURE_TEST_CASE(values_under_names, memory_fixture) {
  db.write([](write_scope& scope) {
    scope.put_meta("mine", "value");
    BOOST_TEST(scope.meta("mine").value() == "value");
    BOOST_TEST(!scope.erase_meta("other"));
  });
  BOOST_TEST(db.read().meta("mine").value() == "value");
  BOOST_TEST(!db.read().meta("other").has_value());
  db.write([](write_scope& scope) { BOOST_TEST(scope.erase_meta("mine")); });
  BOOST_TEST(!db.read().meta("mine").has_value());
}

BOOST_FIXTURE_TEST_CASE(what_a_scope_has_read_stays_until_it_ends, home_fixture) {
  open();
  save(db(), anna, "one", records_of(anna, 1));
  outcome written;
  {
    auto scope = db().read();
    auto const moved = std::move(scope);
    BOOST_TEST(moved.person(anna)->records == records_of(anna, 1));
    db().submit([](write_scope& s) { save(s, anna, "two", records_of(anna, 2)); }, written.done());
    for (int i = 0; i < 1000; ++i) BOOST_REQUIRE(moved.person(anna)->records == records_of(anna, 1));
    BOOST_TEST(!written.is_there());
  }
  written.wait();
  BOOST_TEST(db().read().person(anna)->records == records_of(anna, 2));
}

BOOST_FIXTURE_TEST_CASE(walks_hold_no_locks, home_fixture) {
  open();
  for (auto const pnr : {anna, bo, cille}) save(db(), pnr, std::string(pnr), records_of(pnr, 1));
  unsigned met = 0;
  db().read().each_person([&](std::string_view, codec::view<rec::PERSON_ROW>, std::string_view) {
    if (met++ == 0) save(db(), cille, "during the walk", records_of(cille, 2));  // waits for the disk
    return true;
  });
  BOOST_TEST(met == 3u);
}

BOOST_FIXTURE_TEST_CASE(with_read_tries_again_after_a_conflict, memory_fixture) {
  int runs = 0;
  BOOST_TEST(db.with_read([&](read_scope&) {
    if (++runs < 3) throw conflict("as a lock would");
    return runs;
  }) == 3);
  BOOST_CHECK_THROW(db.with_read([](read_scope&) -> int { throw std::runtime_error("another"); }), std::runtime_error);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace samspil::store
