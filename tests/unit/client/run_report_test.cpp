// What a run says: differences, the record that can be played again, the summary.
#include <boost/test/unit_test.hpp>

#include "client/replay_run.hpp"
#include "stage.hpp"

namespace {

using namespace samspil;
using namespace samspil::client;
using namespace samspil::client::replay;
using namespace samspil::client::test;

BOOST_AUTO_TEST_SUITE(replay_report)

BOOST_AUTO_TEST_CASE(a_difference_stops_and_is_named) {
  stage s;
  s.add(logon_line() + init_line() + vali_line("0000") + answer_line("VALI", "", "{DIALOGNR}", "0101") +
        gemh_line("REF-1"));
  outcome const got = s.play();
  BOOST_TEST(got.status == 8);
  BOOST_TEST(got.counted.messages == 3u);
  BOOST_TEST(got.counted.differences == 1u);
  BOOST_TEST(s.server.saves() == 0u);
  BOOST_TEST(s.report.str().starts_with("s1.rpl:4: answer differs in "));
  BOOST_TEST(s.report.str().find(
                 "first HOVED LAENGDE, byte 10: expected \"001100\", came \"000220\"; came 00 F 7101 VEJKOD") !=
             std::string::npos);
}

BOOST_AUTO_TEST_CASE(explain_shows_both_sides) {
  stage s;
  s.options.explain = true;
  s.add(logon_line() + "> " + line_of("EKKO", "{TOKEN}", "mine", "", "") + "\n< " +
        answer_head("EKKO", "{TOKEN}", "yours", "", "00", 'O', 0) + "\n");
  BOOST_TEST(s.play().status == 8);
  BOOST_TEST(s.report.str() ==
             "s1.rpl:3: answer differs in 1 field: HOVED KUNDEREFERENCE, byte 54: expected \"yours\", came \"mine\"\n"
             "  HOVED\n"
             "    CPRTRANS                  1     \"SAMS\"\n"
             "    KOMMA                     5     \",\"\n"
             "    FUNKTION                  6     \"EKKO\"\n"
             "    LAENGDE                   10    \"000100\"\n"
             "    VERSION                   16    \"01\"\n"
             "    KUNDENR                   18    \"0042\"\n"
             "    BRUGER-ID                 22    \"KUN00001\"\n"
             "    TOKEN                     30    \"************************\"\n"
             "  ! KUNDEREFERENCE            54    expected \"yours\"\n"
             "                                    came     \"mine\"\n"
             "    KVIT                      88    \"O\"\n");
}

BOOST_AUTO_TEST_CASE(explain_hides_personnummer_unless_clear) {
  std::string const text = logon_line() + init_line() + answer_line("INIT", "", "{DIALOGNR}", "0101010101");
  for (bool clear : {false, true}) {
    stage s;
    s.options.explain = true;
    s.options.clear = clear;
    s.add(text);
    BOOST_TEST(s.play().status == 8);
    BOOST_TEST((s.report.str().find(pnr) != std::string::npos) == clear);
    BOOST_TEST((s.report.str().find("0101010101") != std::string::npos) == clear);
    BOOST_TEST(s.report.str().find("tokentoken") == std::string::npos);
    BOOST_TEST(s.report.str().find("ADRNVN") != std::string::npos);
    BOOST_TEST(s.report.str().find("Hansen,J\xc3\xb8rgen") != std::string::npos);
  }
}

BOOST_AUTO_TEST_CASE(json_names_each_field) {
  stage s;
  s.options.json = true;
  s.add(logon_line() + "> " + line_of("EKKO", "{TOKEN}", "mine", "", "") + "\n< " +
        answer_head("EKKO", "{TOKEN}", "yours", "", "00", 'O', 0) + "\n");
  outcome const got = s.play();
  BOOST_TEST(
      s.report.str() ==
      "{\"file\":\"s1.rpl\",\"line\":3,\"fields\":[{\"record\":\"HOVED\",\"field\":\"KUNDEREFERENCE\",\"byte\":54,"
      "\"expected\":\"yours\",\"came\":\"mine\"}]}\n");
  BOOST_TEST(summary_json(got.counted) ==
             "{\"messages\":2,\"answers\":2,\"differences\":1,\"refused\":0,"
             "\"latency_ms\":{\"p50\":0.412,\"p90\":0.412,\"p99\":0.412,\"max\":0.412}}");
}

BOOST_AUTO_TEST_CASE(a_value_that_never_came_is_a_difference) {
  stage s;
  s.add(logon_line() + "> " + line_of("VVIS", "{TOKEN}", "", "", "{VENTENR}") + "\n" + init_line());
  outcome const got = s.play();
  BOOST_TEST(got.status == 8);
  BOOST_TEST(got.counted.messages == 1u);
  BOOST_TEST(s.report.str() == "s1.rpl:2:86: no earlier answer gave VENTENR\n");
}

BOOST_AUTO_TEST_CASE(no_answer_can_be_expected) {
  stage s;
  s.add("> PRIV,000106TOKENTOKUSER\n<\n");
  outcome const got = s.play();
  BOOST_TEST(got.status == 0);
  BOOST_TEST(got.counted.messages == 1u);
  BOOST_TEST(got.counted.answers == 0u);
  stage other;
  other.add(logon_line() + "<\n");
  BOOST_TEST(other.play().status == 8);
  BOOST_TEST(other.report.str() == "s1.rpl:2: expected no answer, one came\n");
  stage third;
  third.add("> PRIV,000106TOKENTOKUSER\n< 0001\n");
  BOOST_TEST(third.play().status == 8);
  BOOST_TEST(third.report.str() == "s1.rpl:2: closed without an answer\n");
}

BOOST_AUTO_TEST_CASE(a_record_can_be_played_again) {
  stage first;
  first.want_record = true;
  first.options.clear = true;
  first.add(logon_line() + init_line() + vali_line() + gemh_line("REF-1") + gemh_line("REF-1"));
  BOOST_TEST(first.play().status == 0);
  std::string const record = first.record.str();
  BOOST_TEST(record.find(fake_server::password) == std::string::npos);
  BOOST_TEST(record.find("tokentoken") == std::string::npos);
  BOOST_TEST(record.find(pnr) != std::string::npos);
  BOOST_TEST(record.find("* s1.rpl:1, 412 microseconds\n> SAMS,LOGN000228010042KUN00001 ") == 0u);

  stage again;
  again.add(record);
  outcome const got = again.play();
  BOOST_TEST(again.report.str() == "");
  BOOST_TEST(got.status == 0);
  BOOST_TEST(got.counted.messages == 5u);
}

BOOST_AUTO_TEST_CASE(a_refusal_of_cpr_direkte_that_nobody_expects_is_one) {
  stage s;
  s.through = [](std::string_view) { return "500106TOKENTOKLOOKUP01050042ukendt person!"; };
  s.add("> PRIV,500106TOKENTOKLOOKUP01000101800002\n");
  outcome const got = s.play();
  BOOST_TEST(got.status == 4);
  BOOST_TEST(got.counted.refused == 1u);
}

BOOST_AUTO_TEST_CASE(a_logon_with_bytes_behind_it_is_recorded_without_its_password) {
  stage s;
  s.through = [](std::string_view) { return "500190abcdEFG7LOOKUP01000028"; };
  s.want_record = true;
  s.add("> PRIV,500190LOOKUP01Kort-1aaKort-2bbKort-3cc\n");
  BOOST_TEST(s.play().status == 0);
  BOOST_TEST(s.record.str().find("Kort") == std::string::npos);
  BOOST_TEST(s.record.str().find("> PRIV,500190LOOKUP01{KENDEORD}{NYT-KENDEORD}????????") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_record_hides_personnummer) {
  stage s;
  s.want_record = true;
  s.add(logon_line() + init_line() + "> " + line_of("LOGN", "", "", "", "") + "\n> SAMS,LOGN000105" +
        line_of("LOGN", "", "", "", "ghe!m").substr(15) + "\n> PRIV,000106TOKENTOKUSER\n");
  BOOST_TEST(s.play().status == 4);
  BOOST_TEST(s.record.str().find(pnr) == std::string::npos);
  BOOST_TEST(s.record.str().find("ghe!m") == std::string::npos);
  BOOST_TEST(s.record.str().find("TOKENTOK") == std::string::npos);
  BOOST_TEST(s.record.str().find("FLY??????????202601050101") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(percentiles_are_by_nearest_rank) {
  summary s;
  for (std::uint32_t i = 100; i >= 1; --i) s.microseconds.push_back(i * 1000);
  BOOST_TEST(s.percentile(50).count() == 50'000);
  BOOST_TEST(s.percentile(99).count() == 99'000);
  BOOST_TEST(s.percentile(100).count() == 100'000);
  BOOST_TEST(summary_line(s) ==
             "messages 0, answers 0, differences 0, refused 0, latency p50 50.000 ms, p90 90.000 ms, p99 99.000 ms, "
             "max 100.000 ms");
  s.messages = 500;
  BOOST_TEST(summary_line(s, std::chrono::milliseconds(2'500)).ends_with(", 200 messages/s in 2.500 s"));
  BOOST_TEST(summary_json(s, std::chrono::milliseconds(2'500)).ends_with(
      "},\"messages_per_second\":200,\"seconds\":2.500}"));
  BOOST_TEST(
      summary_line({}) ==
      "messages 0, answers 0, differences 0, refused 0, latency p50 0.000 ms, p90 0.000 ms, p99 0.000 ms, "
      "max 0.000 ms");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
