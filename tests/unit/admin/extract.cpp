// Change extracts: who is in one, with which records and events, and in which sequence.
#include <boost/test/unit_test.hpp>

#include "extract_home.hpp"
#include "rec/sams_fly.hpp"

using namespace samspil;
using namespace samspil::test;

BOOST_AUTO_TEST_SUITE(change_extracts)

BOOST_AUTO_TEST_CASE(who_changed_with_records_and_events) {
  extract_home h;
  h.subscribe({frida, emil, dan});
  h.report(emil, move_to("005"));
  BOOST_TEST(h.extract("2026-03-10") == file_of(h.lines(emil) + event_line(emil, "FLY"), "20260310"));
  BOOST_TEST(h.extract("2026-03-11") == file_of("", "20260311", "20260310"));
  h.report(emil, protection_set(), "MFB");
  h.report(emil, move_to("007"));
  BOOST_TEST(h.extract("2026-03-12") ==
             file_of(h.lines(emil) + event_line(emil, "MFB") + event_line(emil, "FLY"), "20260312", "20260311"));
}

BOOST_AUTO_TEST_CASE(every_touched_person_in_the_order_of_their_numbers) {
  extract_home h;
  h.subscribe({anna, bo, cille, dan});
  std::string data = move_to("005");
  // MEDFLYTTER: the husband and one child come along.
  codec::buffer<rec::FLY_DATA> with(data);
  with.set(rec::FLY_DATA::ANTAL_MEDFLYTTERE, 2)
      .set(rec::FLY_DATA::MEDFLYTTER, 0, bo)
      .set(rec::FLY_DATA::MEDFLYTTER, 1, cille);
  h.report(anna, std::string(with.bytes()), "FLY", "20260309", "KOMM01");
  BOOST_TEST(h.extract("2026-03-10") ==
             file_of(h.lines(anna) + event_line(anna, "FLY") + h.lines(bo) + event_line(bo, "FLY", "\xC6G") +
                         h.lines(cille) + event_line(cille, "FLY", "B\xD8"),
                     "20260310"));
}

BOOST_AUTO_TEST_CASE(what_waits_is_no_change_until_it_is_in_the_register) {
  extract_home h;
  h.subscribe({emil, anna});
  auto const citizens = h.report(emil, move_to("005"), "FLY", "20260309", "BORG01");
  BOOST_TEST(citizens == 1U);
  h.report(emil, move_to("009"), "FLY", "20260312");
  BOOST_TEST(h.extract("2026-03-10") == file_of("", "20260310"));
  h.must({"waiting", "approve", std::to_string(citizens), "--date", "2026-03-10"});
  BOOST_TEST(h.extract("2026-03-11") == file_of(h.lines(emil) + event_line(emil, "FLY"), "20260311", "20260310"));
  h.must({"effectuate", "--date", "2026-03-12"});
  BOOST_TEST(h.extract("2026-03-12") == file_of(h.lines(emil) + event_line(emil, "FLY"), "20260312", "20260311"));
}

BOOST_AUTO_TEST_CASE(an_undone_event_is_news_too) {
  extract_home h;
  h.subscribe({emil});
  std::string const before = h.lines(emil);
  h.report(emil, protection_set(), "MFB");
  h.report(emil, std::string(400, ' '), "FTR", "20260309", "ADMIN1");
  BOOST_TEST(h.lines(emil) == before);
  BOOST_TEST(h.extract("2026-03-10") ==
             file_of(before + event_line(emil, "MFB") + event_line(emil, "FTR"), "20260310"));
}

BOOST_AUTO_TEST_CASE(a_subscription_counts_from_its_setting_to_its_end) {
  extract_home h;
  h.report(emil, move_to("005"));
  h.subscribe({emil, frida});
  BOOST_TEST(h.extract("2026-03-10") == file_of("", "20260310"));
  h.report(emil, move_to("007"));
  h.subscribe({emil});  // is there already
  BOOST_TEST(h.extract("2026-03-11") == file_of(h.lines(emil) + event_line(emil, "FLY"), "20260311", "20260310"));
  h.report(emil, move_to("009"));
  h.must({"customer", "unsubscribe", "--kundenr", "1234", std::string(emil)});
  BOOST_TEST(h.extract("2026-03-12") == file_of("", "20260312", "20260311"));
  h.subscribe({emil});
  BOOST_TEST(h.extract("2026-03-13") == file_of("", "20260313", "20260312"));
}

BOOST_AUTO_TEST_CASE(each_customer_has_its_own_position_task_and_types) {
  extract_home h;
  h.must({"customer", "add", "--kundenr", "7", "--name", "Bank", "--task", "777777", "--records", "008,002"});
  h.subscribe({emil}, "0007");
  h.subscribe({emil});
  h.report(emil, move_to("005"));
  h.extract("2026-03-10");
  std::string const file = h.must({"extract", "--kundenr", "7", "--date", "2026-03-11"});
  auto const person = record::person::trusted(h.records(emil));
  std::string expected = begin_line("20260311", "00000000", "777777");
  for (unsigned const type : {1U, 2U, 8U}) expected.append(person.first(type)).append("\n");
  BOOST_TEST(file == expected + event_line(emil, "FLY") + end_line(4));
}

BOOST_AUTO_TEST_CASE(protection_hides_nothing_from_who_may_have_it) {
  extract_home h;
  h.subscribe({emil});
  h.report(emil, protection_set(), "MFB");
  std::string const file = h.extract("2026-03-10");
  BOOST_TEST(file.find("\n002" + std::string(emil) + "0101") != std::string::npos);
  BOOST_TEST(file.find("\n004" + std::string(emil) + "0003") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(one_file_of_a_date_stands_in_the_sequence) {
  extract_home h;
  h.subscribe({emil});
  h.extract("2026-03-10");
  outcome const nothing = h.run({"extract", "--kundenr", "1234", "--date", "2026-03-10"});
  BOOST_TEST(nothing.exit_status == 4);  // a file that no load takes, though nothing is in it
  BOOST_TEST(nothing.out == file_of("", "20260310", "20260310"));
  BOOST_TEST(nothing.err.find("outside the sequence") != std::string::npos, nothing.err);
  BOOST_TEST(h.run({"extract", "--kundenr", "1234", "--date", "2026-03-10", "--full"}).exit_status == 0);
  h.report(emil, move_to("005"));
  std::string const change = h.lines(emil) + event_line(emil, "FLY");
  outcome const again = h.run({"extract", "--kundenr", "1234", "--date", "2026-03-10"});
  BOOST_TEST(again.exit_status == 4);
  BOOST_TEST(again.out == file_of(change, "20260310", "20260310"));
  BOOST_TEST(again.err.find("outside the sequence") != std::string::npos, again.err);
  outcome const early = h.run({"extract", "--kundenr", "1234", "--date", "2026-03-09"});
  BOOST_TEST(early.exit_status == 8);
  BOOST_TEST(early.out == "");
  BOOST_TEST(h.extract("2026-03-11") == file_of(change, "20260311", "20260310"));
}

BOOST_AUTO_TEST_CASE(a_loaded_change_extract_goes_on_to_subscribers) {
  extract_home h;
  h.subscribe({anna, emil, frida});
  h.report(emil, move_to("005"));
  std::string const theirs = h.lines(emil);
  std::string const loaded = event_line(emil, "A05", {}, "202603090100") + event_line(emil, "A06", {}, "202603090200");
  auto const load = [&](std::string const& lines, std::string const& proddto, std::string const& before) {
    std::string bytes = file_of(lines, proddto, before);
    bytes.replace(13, 6, "990099");
    h.must({"load", "persons", h.file("changes", bytes).string()});
  };
  load(theirs + loaded, "20260309", "20260308");
  load(h.lines(anna), "20260310", "20260309");
  h.report(emil, move_to("007"));
  BOOST_TEST(h.extract("2026-03-10") ==
             file_of(h.lines(anna) + h.lines(emil) + event_line(emil, "FLY") + loaded + event_line(emil, "FLY"),
                     "20260310"));
  BOOST_TEST(h.extract("2026-03-11") == file_of("", "20260311", "20260310"));
  BOOST_TEST(h.look([](store::read_scope& scope) { return scope.fed("1234", emil).size(); }) == 0U);
  BOOST_TEST(h.run({"verify"}).exit_status == 0);
}

BOOST_AUTO_TEST_CASE(refusals_and_wrong_words) {
  extract_home h;
  BOOST_TEST(h.run({"extract", "--kundenr", "4711"}) == (outcome{8, "", "samspil: no customer 4711\n"}));
  BOOST_TEST(h.last_audit() == me() + "|extract|F|kundenr 4711\n");
  BOOST_TEST(h.run({"extract", "--kundenr", "x"}).exit_status == 12);
  BOOST_TEST(h.run({"extract"}).exit_status == 12);
  BOOST_TEST(h.run({"extract", "--kundenr", "1234", "--date", "2026-02-30"}).exit_status == 12);
  BOOST_TEST(h.run({"extract", "--kundenr", "1234", "--json"}).exit_status == 12);
}

BOOST_AUTO_TEST_CASE(the_audit_log_names_whose_records_left) {
  extract_home h;
  h.subscribe({emil, anna});
  h.report(emil, move_to("005"));
  h.report(anna, protection_set(), "MFB", "20260309", "KOMM51");
  h.extract("2026-03-10");
  // Each has one 099, that of the event.
  std::size_t const records = record::person::trusted(h.records(anna) + h.records(emil)).all().size();
  std::string const row = me() + "|extract|O|";
  BOOST_TEST(h.last_audit(3) == row + "kundenr 1234 20260310 begun\n" + row + std::string(anna) + "|kundenr 1234\n" +
                                    row + "kundenr 1234 20260310, 2 persons, " + std::to_string(records) +
                                    " records\n");
  std::string const seen = h.must({"audit", "person", std::string(emil)});
  BOOST_TEST(seen.find("extract") != std::string::npos, seen);
}

BOOST_AUTO_TEST_SUITE_END()
