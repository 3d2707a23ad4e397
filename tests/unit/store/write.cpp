// The writer: one piece of work is one transaction, all of it or nothing.
#include <atomic>
#include <boost/test/unit_test.hpp>
#include <thread>

#include "unit/store/fixture.hpp"
#include "unit/store/held_writer.hpp"

namespace samspil::store {
namespace {

BOOST_AUTO_TEST_SUITE(writing)

BOOST_FIXTURE_TEST_CASE(an_exception_undoes_its_own_work_alone, home_fixture) {
  open();
  outcome good;
  outcome bad;
  outcome good_again;
  {
    held_writer const held(db());  // the three make one batch
    db().submit([](write_scope& scope) { save(scope, anna, "one", records_of(anna)); }, good.done());
    db().submit([](write_scope& scope) {
      save(scope, bo, "two", records_of(bo));
      throw std::runtime_error("no");
    }, bad.done());
    db().submit([](write_scope& scope) { save(scope, cille, "three", records_of(cille)); }, good_again.done());
  }
  good.wait();
  good_again.wait();
  BOOST_CHECK_EXCEPTION(bad.wait(), std::runtime_error,
                        [](std::runtime_error const& e) { return std::string(e.what()) == "no"; });
  BOOST_TEST(db().committed_sequence() == 2u);
  BOOST_TEST(!db().read().has_person(bo));
  BOOST_TEST(!db().read().receipt("1234", "two").has_value());
  BOOST_TEST(db().read().journal(2).value().touched.at(0).pnr == cille);
  BOOST_TEST(db().read().audit(2).value().head[rec::AUDIT_ROW::PNR] == cille);
}

BOOST_FIXTURE_TEST_CASE(write_rethrows_what_the_work_threw, home_fixture) {
  open();
  BOOST_CHECK_THROW(db().write([](write_scope&) { throw std::out_of_range("far"); }), std::out_of_range);
  BOOST_CHECK_THROW(db().write([&](write_scope&) { db().write([](write_scope&) {}); }), std::logic_error);
}

BOOST_FIXTURE_TEST_CASE(a_row_just_found_can_be_written_elsewhere, home_fixture) {
  std::string const row = "A   B0000000C" + std::string(40, ' ');
  tamper([&](environment& env, __db_txn* txn) {
    env.put(table::meta, txn, "one", row);
    env.put(table::meta, txn, "two", *env.get(table::meta, txn, "one"));
    BOOST_TEST((env.get(table::meta, txn, "two") == std::string_view(row)));
  });
}

BOOST_FIXTURE_TEST_CASE(receipts_are_unique, home_fixture) {
  open();
  auto const first = save(db(), anna, "once", records_of(anna, 1));
  BOOST_CHECK_THROW(save(db(), anna, "once", records_of(anna, 2)), error);
  BOOST_TEST(db().read().person(anna).value().records == records_of(anna, 1));
  BOOST_TEST(db().audit_head().sequence == first.sequence);
  BOOST_TEST(db().read().receipt("1234", "once").has_value());
  BOOST_TEST(db().read().receipt("1234", "once   ").has_value());
  BOOST_TEST(!db().read().receipt("1234", "Once").has_value());
  BOOST_TEST(!db().read().receipt("1235", "once").has_value());
  db().write([](write_scope& scope) {
    BOOST_TEST(scope.erase_receipt("1234", "once"));
    BOOST_TEST(!scope.erase_receipt("1234", "once"));
  });
  BOOST_TEST(!db().read().receipt("1234", "once").has_value());
}

BOOST_FIXTURE_TEST_CASE(journal_numbers_have_no_gap, home_fixture) {
  open();
  save(db(), anna, "one", records_of(anna));
  BOOST_CHECK_THROW(db().write([](write_scope& scope) {
    save(scope, anna, "lost", records_of(anna));
    throw std::runtime_error("undone");
  }), std::runtime_error);
  save(db(), anna, "two", records_of(anna));
  BOOST_CHECK_THROW(db().write([](write_scope& scope) {
    journal_row row;
    row.head.set(rec::JOURNAL_ROW::NUMBER_GIVEN, scope.next_journal_number() + 1);
    scope.add_journal(row);
  }), error);
  reopen();
  save(db(), anna, "three", records_of(anna));
  std::vector<std::uint64_t> numbers;
  db().read().each_journal(1, [&](journal_row const& row) {
    numbers.push_back(row.number());
    return true;
  });
  BOOST_TEST(numbers == (std::vector<std::uint64_t>{1, 2, 3}), boost::test_tools::per_element());
}

BOOST_FIXTURE_TEST_CASE(two_appends_and_numbers_within_one_work, home_fixture) {
  open();
  db().write([](write_scope& scope) {
    BOOST_TEST(scope.next_audit_sequence() == 1u);
    auto const one = scope.append_audit(entry_for(anna));
    auto const two = scope.append_audit(entry_for(bo));
    BOOST_TEST(one.sequence == 1u);
    BOOST_TEST(two.sequence == 2u);
    BOOST_TEST(scope.next_audit_sequence() == 3u);
    BOOST_TEST(scope.next_ventenr() == 1u);
    scope.put_waiting(waiting_of(1, anna, 'A'));
    BOOST_TEST(scope.next_ventenr() == 2u);
    BOOST_CHECK_THROW(scope.put_waiting(waiting_of(3, anna, 'A')), error);
    BOOST_CHECK_THROW(scope.put_waiting(waiting_of(0, anna, 'A')), error);
    scope.put_waiting(waiting_of(1, anna, 'G'));  // a change takes no number
    BOOST_TEST(scope.next_ventenr() == 2u);
  });
}

BOOST_FIXTURE_TEST_CASE(a_conflict_runs_the_work_again, home_fixture) {
  open();
  save(db(), anna, "a", records_of(anna));
  save(db(), bo, "b", records_of(bo));
  // The work throws the conflict itself: how often it ran is all that counts.
  std::atomic<int> runs{0};
  db().write([&](write_scope& scope) {
    scope.append_audit(entry_for(anna));
    if (++runs < 4) throw conflict("as a lock would");
  });
  BOOST_TEST(runs.load() == 4);
  BOOST_TEST(db().committed_sequence() == 3u);
}

BOOST_FIXTURE_TEST_CASE(conflicts_without_end_reach_the_caller, home_fixture) {
  options how = small_options();
  how.retries_max = 3;
  open(how);
  int runs = 0;
  BOOST_CHECK_THROW(db().write([&](write_scope&) {
    ++runs;
    throw conflict("for ever");
  }), conflict);
  BOOST_TEST(runs == 4);
  save(db(), anna, "after", records_of(anna));
}

BOOST_FIXTURE_TEST_CASE(a_conflict_that_the_work_hides_is_still_one, home_fixture) {
  options how = small_options();
  how.retries_max = 0;
  open(how);
  save(db(), anna, "a", records_of(anna));
  BOOST_CHECK_THROW(db().write([&](write_scope&) {
    try {
      raise(-30993 /* DB_LOCK_DEADLOCK */, "person", "reading");
    } catch (conflict const&) {
    }
  }), conflict);
}

BOOST_FIXTURE_TEST_CASE(readers_and_the_writer_in_each_others_way, home_fixture) {
  // Readers take the locks of two persons in both orders while the writer
  // changes both: real conflicts, nobody sees half of it, everybody comes through.
  open();
  auto const change_both = [&](unsigned seed) {
    db().write([&](write_scope& scope) {
      save(scope, anna, "a" + std::to_string(seed), records_of(anna, seed));
      save(scope, bo, "b" + std::to_string(seed), records_of(bo, seed));
    });
  };
  change_both(0);
  std::atomic<bool> stop{false};
  std::atomic<unsigned> torn{0};
  auto const reader = [&](std::string_view first, std::string_view second) {
    while (!stop) {
      auto const [one, other] = db().with_read([&](read_scope& scope) {
        auto const left = scope.person(first)->changed();
        auto const right = scope.person(second)->changed();
        return std::pair(left, right);
      });
      if (std::max(one, other) - std::min(one, other) != 1) ++torn;
    }
  };
  std::thread forward([&] { reader(anna, bo); });
  std::thread backward([&] { reader(bo, anna); });
  for (unsigned i = 1; i <= 150; ++i) change_both(i);
  stop = true;
  forward.join();
  backward.join();
  BOOST_TEST(torn.load() == 0u);
  BOOST_TEST(db().committed_sequence() == 302u);
}

BOOST_FIXTURE_TEST_CASE(the_security_version_grows_with_customers_users_and_sessions, home_fixture) {
  open();
  std::uint64_t before = db().security_version();
  auto const grows = [&](database::work const& w) {
    db().write(w);
    std::uint64_t const now = db().security_version();
    bool const grew = now > before;
    before = now;
    return grew;
  };
  BOOST_TEST(grows([](write_scope& s) { s.put_customer(customer_of("1234")); }));
  BOOST_TEST(grows([](write_scope& s) { s.put_user(user_of("1234", "ME")); }));
  BOOST_TEST(grows([](write_scope& s) { s.put_session(session_of('a')); }));
  BOOST_TEST(grows([](write_scope& s) { s.erase_session(std::string(64, 'a')); }));
  BOOST_TEST(grows([](write_scope& s) { s.erase_user("1234", "ME"); }));
  BOOST_TEST(grows([](write_scope& s) { s.erase_customer("1234"); }));
  BOOST_TEST(!grows([](write_scope& s) { save(s, anna, "one", records_of(anna)); }));
  BOOST_TEST(!grows([](write_scope& s) { s.append_audit(entry_for(anna)); }));
  BOOST_CHECK_THROW(db().write([](write_scope& s) {
    s.put_user(user_of("1234", "ME"));
    throw std::runtime_error("undone");
  }), std::runtime_error);
  BOOST_TEST(db().security_version() == before);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace samspil::store
