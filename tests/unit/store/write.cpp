// The writer: one piece of work is one transaction, and its answer means disk.
#include <atomic>
#include <boost/test/unit_test.hpp>
#include <future>
#include <latch>
#include <thread>

#include "store/committer.hpp"
#include "store/keys.hpp"
#include "unit/store/fixture.hpp"

namespace samspil::store {
namespace {

BOOST_AUTO_TEST_SUITE(writing)

/// Holds the writer inside a piece of work until it is let go.
class held_writer {
 public:
  explicit held_writer(database& db) {
    db.submit([this](write_scope&) {
      entered_.count_down();
      released_.wait();
    }, outcome_.done());
    entered_.wait();
  }
  ~held_writer() { release(); }
  held_writer(held_writer const&) = delete;
  held_writer& operator=(held_writer const&) = delete;
  void release() {
    if (!std::exchange(is_released_, true)) released_.count_down();
    outcome_.wait();
  }

 private:
  std::latch entered_{1};
  std::latch released_{1};
  bool is_released_ = false;
  outcome outcome_;
};

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
  BOOST_TEST(db().read().journal_of(anna).size() == 200u);
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
