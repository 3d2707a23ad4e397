// How a verify runs: it ends early, is cancelled, and stands in nobody's way.
#include <atomic>
#include <boost/test/unit_test.hpp>
#include <thread>

#include "unit/store/full_home.hpp"
#include "unit/store/held_writer.hpp"

namespace samspil::store {
namespace {

BOOST_AUTO_TEST_SUITE(running_verify)

BOOST_FIXTURE_TEST_CASE(it_ends_after_enough_findings, full_home) {
  tamper([](environment& env, __db_txn* txn) {
    for (int i = 0; i < 20; ++i) env.put(table::road, txn, "bad" + std::to_string(i), "r");
  });
  open();
  verify_options how;
  how.findings_max = 5;
  BOOST_TEST(verify(db(), how).size() == 5u);
}

BOOST_FIXTURE_TEST_CASE(it_is_cancelled_by_its_caller, home_fixture) {
  open();
  std::vector<outcome> rows(3000);
  for (auto& one : rows) db().audit(entry_for(anna), one.done());
  for (auto& one : rows) one.wait();
  verify_options how;
  unsigned calls = 0;
  std::uint64_t before = 0;
  how.progress = [&](std::string_view phase, std::uint64_t done, std::uint64_t total) {
    BOOST_TEST(phase == "audit chain");
    BOOST_TEST(done > before);
    BOOST_TEST(total >= done);
    before = done;
    return ++calls < 2;
  };
  BOOST_TEST(verify_audit(db(), how).empty());
  BOOST_TEST(calls == 2u);
}

BOOST_FIXTURE_TEST_CASE(changes_during_the_scan_are_no_findings, full_home) {
  std::atomic<bool> stop{false};
  std::thread writer([&] {
    for (unsigned i = 0; !stop; ++i) save(db(), anna, "during " + std::to_string(i), records_of(anna, i));
  });
  for (int i = 0; i < 10; ++i) BOOST_TEST(text_of(verify(db())) == "");
  stop = true;
  writer.join();
}

// It looks outside of the writer's transaction, and would wait for ever for what a save in the same one holds.
BOOST_FIXTURE_TEST_CASE(suspicions_are_looked_at_again_behind_saves_that_wait, full_home) {
  std::optional<held_writer> held;
  std::thread releasing;
  outcome saved;
  verify_options how;
  how.check_person = [&](std::string_view pnr, std::string_view) -> std::optional<std::string> {
    if (pnr == anna && !held) {
      held.emplace(db());
      db().submit([](write_scope& scope) { scope.put_person(anna, scope.person(anna).value()); }, saved.done());
      releasing = std::thread([&] {
        while (db().queued() < 3) std::this_thread::yield();  // the held piece, the save and the second look
        held->release();
      });
    }
    return "of the wrong colour";
  };
  BOOST_TEST(text_of(verify(db(), how)) ==
             "person 010180xxxx: of the wrong colour\nperson 020280xxxx: of the wrong colour\n");
  releasing.join();
  saved.wait();
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace samspil::store
