// The daily run: what it does, in which order, and that it can be stopped and repeated.
#include <boost/test/unit_test.hpp>

#include <future>

#include "rec/person.hpp"
#include "record/person.hpp"
#include "support/event_home.hpp"
#include "transaction/effectuate.hpp"

using namespace samspil;
using namespace samspil::test;
using transaction::effectuate;
using transaction::effectuated;

namespace {

/// The small register with approved events that wait for their date.
struct waiting_home : event_home {
  effectuated run(std::string_view day, std::function<bool(std::uint64_t, std::uint64_t)> const& progress = {}) {
    return effectuate(reg.db(), worlds, reg.clock, *parse_date8(day), progress);
  }
  std::string state(std::uint64_t ventenr) {
    return std::string(reg.db().read().waiting(ventenr).value()[rec::WAITING_ROW::TILSTAND]);
  }
  record::person person(std::string_view pnr) {
    return record::person::trusted(reg.db().read().person(pnr).value().records);
  }
  /// The journal's VENTENRs of what the runs registered, in their order.
  std::string effectuated_in_order() {
    std::string out;
    reg.db().read().each_journal(1, [&](store::journal_row const& row) {
      if (row.head[rec::JOURNAL_ROW::FUNKTION] == "EFFE")
        out += std::to_string(codec::number(row.head[rec::JOURNAL_ROW::VENTENR])) + " ";
      return true;
    });
    return out;
  }
};

std::string counts(effectuated const& e) {
  return std::to_string(e.done) + " " + std::to_string(e.failed) + " " + std::to_string(e.broken) +
         (e.cancelled ? " cancelled" : "");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(effectuation)

BOOST_AUTO_TEST_CASE(by_date_then_number) {
  waiting_home h;
  h.report(emil, "20260320", move_to("009"));
  h.report(emil, "20260312", move_to("005"));
  h.report(emil, "20260312", protection_set(), "MFB");
  h.report(emil, "20260316", move_to("007"));
  h.report(emil, "20260321", move_to("011"));
  BOOST_TEST(counts(h.run("20260311")) == "0 0 0");
  BOOST_TEST(counts(h.run("20260320")) == "4 0 0");
  BOOST_TEST(h.effectuated_in_order() == "2 3 4 1 ");
  BOOST_TEST(h.person(emil).value(rec::PERSON_002::HUSNR) == "009 ");
  BOOST_TEST(h.person(emil).all(23).size() == 3u);
  BOOST_TEST(h.person(emil).all(99).size() == 4u);
  BOOST_TEST(counts(h.run("20260320")) == "0 0 0");
  BOOST_TEST(h.state(5) == "G");
}

BOOST_AUTO_TEST_CASE(what_no_longer_holds_fails_and_stops_nothing) {
  waiting_home h;
  h.report(emil, "20260311", move_to("005"));
  h.report(emil, "20260312", move_to("005"));  // is there already then
  h.report(emil, "20260313", move_to("007"));
  auto const changed = [&] { return h.reg.db().read().person_head(emil).value(); };
  auto const before = changed();
  BOOST_TEST(counts(h.run("20260310")) == "0 0 0");
  BOOST_TEST(counts(h.run("20260313")) == "2 1 0");
  BOOST_TEST(h.state(1) + h.state(2) + h.state(3) == "EFE");
  auto const failed = h.reg.db().read().waiting(2).value();
  BOOST_TEST(!codec::trimmed(failed[rec::WAITING_ROW::BEGRUNDELSE]).empty());
  BOOST_TEST(codec::number(failed[rec::WAITING_ROW::REGISTERED_NUMBER]) == 0u);
  BOOST_TEST(changed()[rec::PERSON_ROW::WAITING_OPEN] == "0000");
  BOOST_TEST(before[rec::PERSON_ROW::WAITING_OPEN] == "0003");
}

BOOST_AUTO_TEST_CASE(a_failure_alone_is_no_7022_for_a_dialogue) {
  waiting_home h;
  h.report(emil, "20260311", move_to("003"));  // where he lives
  auto const before = h.reg.db().read().person_head(emil).value();
  BOOST_TEST(counts(h.run("20260311")) == "0 1 0");
  auto const after = h.reg.db().read().person_head(emil).value();
  BOOST_TEST(after[rec::PERSON_ROW::WAITING_CHANGED] == before[rec::PERSON_ROW::WAITING_CHANGED]);
  BOOST_TEST(after[rec::PERSON_ROW::CHANGED] == before[rec::PERSON_ROW::CHANGED]);
}

BOOST_AUTO_TEST_CASE(a_person_that_is_gone_fails_it) {
  waiting_home h;
  h.report(emil, "20260311", move_to("005"));
  h.reg.db().write([](store::write_scope& scope) { scope.erase_person(emil); });
  BOOST_TEST(counts(h.run("20260311")) == "0 1 0");
  BOOST_TEST(h.state(1) == "F");
}

BOOST_AUTO_TEST_CASE(every_event_has_its_row_under_the_name_of_who_ran_it) {
  waiting_home h;
  h.report(emil, "20260311", move_to("005"));
  h.report(anna, "20260312", move_to("007"));
  h.run("20260311");
  store::audit_entry by;
  by.row.set(rec::AUDIT_ROW::ACTOR_KIND, "A")
      .set(rec::AUDIT_ROW::ACTOR, "karin")
      .set(rec::AUDIT_ROW::FUNCTION_NAME, "effectuate");
  effectuate(h.reg.db(), h.worlds, h.reg.clock, *parse_date8("20260312"), {}, by);
  std::string seen;
  h.reg.db().read().each_audit(1, 999'999, [&](store::audit_row const& row) {
    using a = rec::AUDIT_ROW;
    if (row.head[a::FUNCTION_NAME].starts_with("effectuate"))
      seen += std::string(row.head[a::ACTOR_KIND]) + std::string(codec::trimmed(row.head[a::ACTOR])) + " " +
              std::string(row.head[a::PNR]) + " " + std::string(codec::trimmed(row.head[a::NOTE])) + "\n";
    return true;
  });
  BOOST_TEST(seen == "S " + std::string(emil) + " VENTENR 1\nAkarin " + std::string(anna) + " VENTENR 2\n");
}

BOOST_AUTO_TEST_CASE(stopped_between_two_events_it_goes_on_later) {
  waiting_home h;
  for (int i = 0; i < 100; ++i) h.report(emil, "20260311", move_to(i % 2 == 0 ? "005" : "007"));
  std::uint64_t asked = 0;
  auto const first = h.run("20260311", [&](std::uint64_t done, std::uint64_t total) {
    BOOST_TEST(total == 100u);
    BOOST_TEST(done <= asked);
    return ++asked <= 30;
  });
  BOOST_TEST(counts(first) == "30 0 0 cancelled");
  BOOST_TEST(counts(h.run("20260311")) == "70 0 0");
  BOOST_TEST(h.person(emil).all(99).size() == 100u);
}

BOOST_AUTO_TEST_CASE(two_runs_at_a_time_share_the_work) {
  waiting_home h;
  for (int i = 0; i < 200; ++i) h.report(emil, "20260311", move_to(i % 2 == 0 ? "005" : "007"));
  auto other = std::async(std::launch::async, [&] { return h.run("20260311"); });
  auto const mine = h.run("20260311");
  auto const its = other.get();
  BOOST_TEST(mine.done + its.done == 200u);
  BOOST_TEST(mine.failed + its.failed == 0u);
  BOOST_TEST(h.person(emil).all(99).size() == 200u);
}

BOOST_AUTO_TEST_CASE(an_event_that_cannot_be_read_stops_no_other) {
  waiting_home h;
  h.report(emil, "20260311", move_to("005"));
  h.report(anna, "20260311", move_to("007"));
  h.reg.db().write([](store::write_scope& scope) {  // records cut in the middle
    auto row = *scope.person(emil);
    row.records.resize(40);
    scope.put_person(emil, row);
  });
  auto const seen = h.run("20260311");
  BOOST_TEST(seen.done == 1u);
  BOOST_TEST(seen.failed + seen.broken == 1u);
  BOOST_TEST(h.state(2) == "E");
}

BOOST_AUTO_TEST_CASE(a_full_queue_of_the_writer_is_waited_for) {
  waiting_home h;
  store::options how;
  how.in_memory = true;
  how.cache_bytes = std::uint64_t{8} << 20;
  how.queue_max = 4;
  temporary_directory directory;
  store::database db(directory.path(), how);
  fill_reference(db);
  fill_persons(db);
  fill_users(db, h.reg.clock.business_date());
  for (int i = 0; i < 50; ++i)
    save_event(db, h.reg.clock, h.reg.clock.business_date(),
               {.pnr = emil,
                .hdto = "20260311",
                .data = move_to(i % 2 == 0 ? "005" : "007"),
                .reference = "R" + std::to_string(i)});
  transaction::world_cache worlds;
  auto const seen = effectuate(db, worlds, h.reg.clock, *parse_date8("20260311"));
  BOOST_TEST(counts(seen) == "50 0 0");  // out of their order some would have failed
}

BOOST_AUTO_TEST_SUITE_END()
