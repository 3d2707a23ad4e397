// The queue before the writer and the answers behind it: an answer means disk.
#include <array>
#include <atomic>
#include <boost/test/unit_test.hpp>
#include <functional>
#include <future>
#include <thread>

#include "store/committer.hpp"
#include "store/verify.hpp"
#include "support/journal.hpp"
#include "unit/store/fixture.hpp"
#include "unit/store/held_writer.hpp"

namespace samspil::store {
namespace {

BOOST_AUTO_TEST_SUITE(committing)

BOOST_FIXTURE_TEST_CASE(a_waiting_call_from_a_completion_is_refused, home_fixture) {
  open();
  std::promise<bool> refused;
  for (int i = 0; i < 2; ++i) {  // alone it is told by the writer, in company by the flusher
    held_writer const held(db());
    db().submit([](write_scope&) {}, [](std::exception_ptr) {});
    db().submit([](write_scope&) {}, [&, i](std::exception_ptr) {
      try {
        db().write([](write_scope&) {});
        if (i == 0) refused.set_value(false);
      } catch (std::logic_error const&) {
        if (i == 0) refused.set_value(true);
      }
    });
  }
  BOOST_TEST(refused.get_future().get());
}

BOOST_FIXTURE_TEST_CASE(durable_is_not_before_committed, home_fixture) {
  open();
  for (unsigned i = 1; i <= 20; ++i) {
    auto const mark = save(db(), anna, std::to_string(i), records_of(anna, i));
    BOOST_TEST(db().durable_sequence() >= mark.sequence);
    BOOST_TEST(db().committed_sequence() >= db().durable_sequence());
  }
}

BOOST_FIXTURE_TEST_CASE(when_durable_tells_at_once_or_after_the_sync, home_fixture) {
  open();
  auto const mark = save(db(), anna, "one", records_of(anna));
  outcome there;
  db().when_durable(mark.sequence, there.done());
  BOOST_TEST(there.is_there());
  there.wait();

  outcome later;
  outcome far;
  {
    held_writer const held(db());
    db().when_durable(mark.sequence + 1, later.done());
    db().when_durable(mark.sequence + 2, far.done());
    BOOST_TEST(!later.is_there());
    db().audit(entry_for(bo), [](std::exception_ptr) {});
  }
  later.wait();
  BOOST_TEST(db().durable_sequence() == mark.sequence + 1);
  BOOST_TEST(!far.is_there());
  close();
  BOOST_CHECK_THROW(far.wait(), closed);
}

BOOST_FIXTURE_TEST_CASE(a_full_queue_is_busy, home_fixture) {
  options how = small_options();
  how.queue_max = 3;
  open(how);
  outcome first;
  outcome second;
  {
    held_writer const held(db());  // one
    BOOST_TEST(db().queued() == 1u);
    db().submit([](write_scope&) {}, first.done());
    db().audit(entry_for(anna), second.done());
    BOOST_TEST(db().queued() == 3u);
    outcome refused;
    db().submit([](write_scope&) {}, refused.done());
    BOOST_TEST(refused.is_there());
    BOOST_CHECK_THROW(refused.wait(), busy);
    outcome refused_row;
    db().audit(entry_for(anna), refused_row.done());
    BOOST_CHECK_THROW(refused_row.wait(), busy);
  }
  first.wait();
  second.wait();
  outcome room_again;
  db().submit([](write_scope&) {}, room_again.done());
  room_again.wait();
}

BOOST_FIXTURE_TEST_CASE(a_row_without_an_answer_says_when_there_is_no_room, home_fixture) {
  options how = small_options();
  how.queue_max = 2;
  open(how);
  auto const before = db().audit_head().sequence;
  {
    held_writer const held(db());
    BOOST_TEST(db().note(entry_for(anna)));
    BOOST_TEST(!db().note(entry_for(anna)));
    audit_entry torn = entry_for(anna);
    torn.others = "123";
    BOOST_TEST(!db().note(torn));
  }
  db().write([](write_scope&) {});
  BOOST_TEST(db().audit_head().sequence == before + 1);
}

BOOST_FIXTURE_TEST_CASE(rows_in_any_number_are_told_once_and_on_disk, home_fixture) {
  open();
  for (bool const with_work : {false, true}) {
    for (std::size_t const count : {1U, 2U, 63U, 64U, 65U, 128U, 300U}) {
      auto const before = db().durable_sequence();
      std::vector<outcome> rows(count);
      outcome work;
      {
        held_writer const held(db());
        for (outcome& one : rows) db().audit(entry_for(bo), one.done());
        if (with_work) db().submit([](write_scope& scope) { scope.append_audit(entry_for(anna)); }, work.done());
      }
      for (outcome& one : rows) one.wait();
      if (with_work) work.wait();
      BOOST_TEST(db().durable_sequence() == before + count + (with_work ? 1 : 0));
    }
  }
  db().write([](write_scope&) {});
  while (db().queued() != 0) std::this_thread::yield();  // counted down behind the answer
}

BOOST_FIXTURE_TEST_CASE(work_in_any_number_is_told_once_and_on_disk, home_fixture) {
  open();
  std::size_t saved = 0;
  for (std::size_t const count : {1U, 2U, 15U, 16U, 17U, 32U, 50U}) {
    auto const before = db().durable_sequence();
    std::vector<outcome> all(count);
    {
      held_writer const held(db());
      for (outcome& one : all)
        db().submit([reference = std::to_string(++saved)](write_scope& scope) {
          save(scope, anna, reference, records_of(anna));
        }, one.done());
    }
    for (outcome& one : all) one.wait();
    BOOST_TEST(db().durable_sequence() == before + count);
  }
  BOOST_TEST(test::journal_of(db().read(), anna).size() == saved);
  std::vector<std::uint64_t> sequences;
  db().read().each_audit(1, saved, [&](audit_row const& row) {
    sequences.push_back(codec::number(row.head[rec::AUDIT_ROW::AUDIT_SEQUENCE]));
    return true;
  });
  BOOST_TEST(sequences.size() == saved);
  BOOST_TEST(sequences.back() == saved);
  BOOST_TEST(verify(db()).empty());
}

BOOST_FIXTURE_TEST_CASE(work_of_a_batch_shares_a_transaction, home_fixture) {
  open();
  std::vector<std::uint64_t> seen;
  std::vector<outcome> all(16);
  {
    held_writer const held(db());
    for (outcome& one : all)
      db().submit([&](write_scope& scope) {
        scope.append_audit(entry_for(anna));
        seen.push_back(db().committed_sequence());
      }, one.done());
  }
  for (outcome& one : all) one.wait();
  BOOST_TEST(seen == std::vector<std::uint64_t>(16, 0), boost::test_tools::per_element());
  BOOST_TEST(db().committed_sequence() == 16u);
}

BOOST_FIXTURE_TEST_CASE(a_piece_that_fails_takes_no_other_with_it, home_fixture) {
  open();
  std::array<outcome, 5> all;
  {
    held_writer const held(db());
    for (std::size_t i = 0; i < all.size(); ++i)
      db().submit([i](write_scope& scope) {
        save(scope, anna, std::to_string(i), records_of(anna, static_cast<unsigned>(i)));
        if (i == 3) throw std::runtime_error("the fourth");
      }, all[i].done());
  }
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (i == 3)
      BOOST_CHECK_THROW(all[i].wait(), std::runtime_error);
    else
      all[i].wait();
  }
  BOOST_TEST(test::journal_of(db().read(), anna).size() == 4u);
  BOOST_TEST(!db().read().receipt("1234", "3").has_value());
  BOOST_TEST(db().read().receipt("1234", "4").has_value());
  BOOST_TEST(db().committed_sequence() == 4u);
  BOOST_TEST(verify(db()).empty());
}

BOOST_FIXTURE_TEST_CASE(a_conflict_runs_all_of_the_transaction_again, home_fixture) {
  open();
  unsigned first_ran = 0;
  unsigned last_ran = 0;
  std::array<outcome, 2> all;
  {
    held_writer const held(db());
    db().submit([&](write_scope& scope) {
      ++first_ran;
      save(scope, anna, "first", records_of(anna));
    }, all[0].done());
    db().submit([&](write_scope& scope) {
      save(scope, anna, "last", records_of(anna));
      if (++last_ran == 1) throw conflict("as the library gives it");
    }, all[1].done());
  }
  for (auto& one : all) one.wait();
  BOOST_TEST(first_ran == 2u);
  BOOST_TEST(last_ran == 2u);
  BOOST_TEST(test::journal_of(db().read(), anna).size() == 2u);
  BOOST_TEST(verify(db()).empty());
}

BOOST_FIXTURE_TEST_CASE(a_change_of_a_user_counts_for_the_next_piece_of_the_batch, home_fixture) {
  open();
  auto const before = db().security_version();
  std::array<std::uint64_t, 3> seen{};
  std::array<std::uint64_t, 3> committed{};
  std::array<outcome, 3> all;
  {
    held_writer const held(db());
    for (std::size_t i = 0; i < all.size(); ++i)
      db().submit([&, i](write_scope& scope) {
        seen[i] = scope.security_version();
        committed[i] = db().committed_sequence();
        scope.append_audit(entry_for(anna));
        if (i == 1) scope.erase_user("1234", "NOBODY");
      }, all[i].done());
  }
  for (auto& one : all) one.wait();
  BOOST_TEST(seen[0] == before);
  BOOST_TEST(seen[1] == before);
  BOOST_TEST(seen[2] == before + 1);
  BOOST_TEST(committed[2] == 2u);
}

BOOST_FIXTURE_TEST_CASE(a_load_that_takes_effect_counts_for_the_next_piece_of_the_batch, home_fixture) {
  open();
  auto load = db().begin_reference(reference::roads);
  load.add_road("0101", "0001", "road");
  std::uint64_t generation = 0;
  outcome before, behind;
  std::thread loads;
  {
    held_writer const held(db());
    db().submit([](write_scope& scope) { scope.append_audit(entry_for(anna)); }, before.done());
    loads = std::thread([&] { load.activate(entry_for("", "roads")); });
    while (db().queued() != 3) std::this_thread::yield();
    db().submit([&](write_scope& scope) { generation = scope.generation(reference::roads); }, behind.done());
  }
  before.wait();
  behind.wait();
  loads.join();
  BOOST_TEST(generation == 1u);
}

BOOST_FIXTURE_TEST_CASE(what_counts_as_shown_is_never_behind_what_is_committed, home_fixture) {
  open();
  BOOST_TEST(db().shown_sequence() == db().committed_sequence());
  std::uint64_t inside = 0;
  db().write([&](write_scope& scope) {
    scope.append_audit(entry_for(anna));
    inside = db().shown_sequence();
  });
  BOOST_TEST(db().shown_sequence() == inside + 1);
  BOOST_TEST(db().shown_sequence() == db().committed_sequence());
}

BOOST_FIXTURE_TEST_CASE(closing_does_what_is_queued, home_fixture) {
  open();
  std::vector<outcome> outcomes(200);
  for (std::size_t i = 0; i < outcomes.size(); ++i)
    db().submit([i](write_scope& scope) { save(scope, anna, std::to_string(i), records_of(anna)); },
                outcomes[i].done());
  close();
  for (auto& one : outcomes) {
    BOOST_TEST(one.is_there());
    one.wait();
  }
  open();
  BOOST_TEST(test::journal_of(db().read(), anna).size() == 200u);
}

BOOST_AUTO_TEST_CASE(a_closed_writer_does_nothing) {
  options how = home_fixture::small_options();
  how.in_memory = true;
  environment env("", how, true);
  committer writer(env, how);
  writer.close();
  for (auto const& refused : {outcome(), outcome()}) {
    outcome one = refused;
    writer.submit([](write_scope&) { throw std::logic_error("ran"); }, one.done());
    BOOST_TEST(one.is_there());
    BOOST_CHECK_THROW(one.wait(), closed);
  }
  outcome row;
  writer.audit(entry_for(anna), row.done());
  BOOST_CHECK_THROW(row.wait(), closed);
  outcome wait;
  writer.when_durable(1, wait.done());
  BOOST_CHECK_THROW(wait.wait(), closed);
  outcome passed;
  writer.when_durable(0, passed.done());
  passed.wait();
}

BOOST_FIXTURE_TEST_CASE(a_completion_that_throws_stops_nobody, home_fixture) {
  open();
  outcome after;
  {
    held_writer const held(db());
    db().submit([](write_scope&) {}, [](std::exception_ptr) { throw std::runtime_error("in a completion"); });
    db().submit([](write_scope&) {}, after.done());
  }
  after.wait();
}

BOOST_FIXTURE_TEST_CASE(work_may_be_submitted_from_a_completion, home_fixture) {
  open();
  outcome last;
  std::function<void(int)> const next = [&](int left) {
    db().submit([](write_scope& scope) { scope.append_audit(entry_for(anna)); }, [&, left](std::exception_ptr what) {
      if (left == 0 || what)
        last.done()(what);
      else
        next(left - 1);
    });
  };
  next(100);
  last.wait();
  BOOST_TEST(db().committed_sequence() == 101u);
}

BOOST_FIXTURE_TEST_CASE(many_threads_write_and_every_answer_is_durable, home_fixture) {
  open();
  std::atomic<unsigned> early{0};
  std::vector<std::thread> threads;
  for (unsigned t = 0; t < 4; ++t)
    threads.emplace_back([&, t] {
      for (unsigned i = 0; i < 100; ++i) {
        audit_mark mark;
        outcome told;
        std::string const reference = std::to_string(t) + "-" + std::to_string(i);
        db().submit([&mark, reference, i](write_scope& s) { mark = save(s, anna, reference, records_of(anna, i)); },
                    [&, d = told.done()](std::exception_ptr what) {
                      if (db().durable_sequence() < mark.sequence) ++early;
                      d(std::move(what));
                    });
        told.wait();
        outcome row;
        db().audit(entry_for(bo), row.done());
        row.wait();
      }
    });
  for (auto& one : threads) one.join();
  BOOST_TEST(early.load() == 0u);
  BOOST_TEST(db().committed_sequence() == 800u);
  BOOST_TEST(db().queued() == 0u);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace samspil::store
