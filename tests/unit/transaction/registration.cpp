// Every person of an event finds it again, from the last one back.
#include "transaction/registration.hpp"

#include <boost/test/unit_test.hpp>

#include "rec/sams_fly.hpp"
#include "store/verify.hpp"
#include "support/event_home.hpp"
#include "support/journal.hpp"
#include "support/sams.hpp"
#include "transaction/effectuate.hpp"
#include "transaction/store_source.hpp"

using namespace samspil;
using namespace samspil::test;

namespace {

using numbers = std::vector<std::uint64_t>;

struct events_home : event_home {
  numbers of(std::string_view person) { return journal_of(reg.db().read(), person); }
  std::string findings() {
    std::string text;
    for (store::finding const& one : store::verify(reg.db())) text += one.line() + "\n";
    return text;
  }
};

std::string move_with(std::string_view husnr, std::vector<std::string_view> const& others) {
  codec::buffer<rec::FLY_DATA> data;
  data.set(rec::FLY_DATA::VEJKOD, "1000").set(rec::FLY_DATA::HUSNR, husnr);
  data.set(rec::FLY_DATA::ANTAL_MEDFLYTTERE, others.size());
  for (std::size_t i = 0; i < others.size(); ++i) data.set(rec::FLY_DATA::MEDFLYTTER, i, others[i]);
  return std::string(data.bytes());
}

}  // namespace

BOOST_AUTO_TEST_SUITE(registration)

BOOST_AUTO_TEST_CASE(events_are_found_from_each_of_their_persons) {
  events_home h;
  h.report(anna, "20260302", move_with("005", {bo, cille}));      // 1
  h.report(cille, "20260303", move_to("007"));                    // 2
  h.report(bo, "20260304", protection_set(), "MFB");              // 3
  BOOST_TEST(h.report(bo, "20260312", move_with("009", {anna})) != 0U);  // 4, into the waiting register
  BOOST_TEST(h.of(anna) == numbers{1}, boost::test_tools::per_element());
  BOOST_TEST(h.of(bo) == (numbers{1, 3, 4}), boost::test_tools::per_element());
  BOOST_TEST(h.of(cille) == (numbers{1, 2}), boost::test_tools::per_element());
  BOOST_TEST(h.of(dan).empty());
  BOOST_TEST(h.findings() == "");
  transaction::effectuate(h.reg.db(), h.worlds, h.reg.clock, *parse_date8("20260312"));  // 5
  BOOST_TEST(h.of(anna) == (numbers{1, 5}), boost::test_tools::per_element());
  BOOST_TEST(h.of(bo) == (numbers{1, 3, 4, 5}), boost::test_tools::per_element());
  BOOST_TEST(h.findings() == "");
}

BOOST_AUTO_TEST_CASE(a_load_of_persons_leaves_their_events) {
  events_home h;
  h.report(anna, "20260302", move_with("005", {bo}));
  auto load = h.reg.db().begin_persons(store::person_file::status);
  load.add(bo, h.reg.db().read().person(bo)->records);
  load.activate({});
  BOOST_TEST(h.of(bo) == numbers{1}, boost::test_tools::per_element());  // staged, or taken in already
  h.report(bo, "20260303", move_to("007"));
  h.reg.db().wait_for_persons();
  BOOST_TEST(h.of(bo) == (numbers{1, 2}), boost::test_tools::per_element());
  BOOST_TEST(h.findings() == "");
}

BOOST_AUTO_TEST_CASE(a_main_person_whose_records_stay_has_the_event_too) {
  events_home h;
  h.report(emil, "20260302", move_to("005"));
  h.reg.db().write([&](store::write_scope& scope) {
    transaction::store_source source(scope, *h.worlds.of(scope));
    store::audit_entry entry;
    entry.row.set(rec::AUDIT_ROW::NUMBER_GIVEN, scope.next_journal_number());
    auto const mark = scope.append_audit(entry);
    std::string const keys = init_body(emil, "20260309", "0101");
    transaction::journal_facts const facts{"EFFE", keys, move_to("007"), "1234", "KOMM01", 0, "", "", 1};
    transaction::register_event(scope, facts, {}, source, mark);
  });
  BOOST_TEST(h.of(emil) == (numbers{1, 2}), boost::test_tools::per_element());
  BOOST_TEST(h.findings() == "");
}

BOOST_AUTO_TEST_SUITE_END()
