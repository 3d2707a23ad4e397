// Whole scripts played against a server in the process, with fixed times.
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "client/connection.hpp"
#include "client/replay_compare.hpp"
#include "client/replay_run.hpp"
#include "fake_server.hpp"
#include "support/temporary.hpp"

namespace {

using namespace samspil;
using namespace samspil::client;
using namespace samspil::client::replay;
using client::test::answer_head;
using client::test::fake_server;
using client::test::line_of;
using namespace std::chrono_literals;

constexpr std::string_view pnr = "0101800002";

/// One run: options, a clock that moves a step at each look, and what came out.
struct stage {
  fake_server server;
  run_options options;
  std::vector<script> scripts;
  std::ostringstream report;
  std::ostringstream problems;
  std::ostringstream answers;
  std::ostringstream record;
  bool want_answers = false;
  bool want_record = false;
  std::vector<steady_time> pauses;
  std::atomic<std::int64_t> clock{0};
  std::atomic<unsigned> connections{0};
  unsigned interrupt_after = 1'000'000;
  exchange through = [this](std::string_view message) { return server(message); };
  checkpoint start;

  target at(bool own_logon = false) const {
    target out;
    out.host = "127.0.0.1";
    out.port = "5000";
    if (own_logon) BOOST_REQUIRE(set_user(out, "42", "KUN00001"));
    return out;
  }
  void add(std::string_view text, bool own_logon = false) {
    auto read = parse_script(text, "s" + std::to_string(scripts.size() + 1) + ".rpl", at(own_logon));
    BOOST_REQUIRE_MESSAGE(read.has_value(), (read ? std::string() : read.error().text()));
    scripts.push_back(std::move(*read));
  }
  void add_solid(std::string_view bytes, bool own_logon = false) {
    auto read = parse_solid(bytes, "s.raw", at(own_logon), 0);
    BOOST_REQUIRE_MESSAGE(read.has_value(), (read ? std::string() : read.error().text()));
    scripts.push_back(std::move(*read));
  }
  outcome play(std::string const& password = std::string(fake_server::password)) {
    environment world;
    world.connect = [this](target const&) {
      ++connections;
      return through;
    };
    world.now = [this] { return steady_time(std::chrono::microseconds(clock += 412)); };
    world.sleep_until = [this](steady_time t) { pauses.push_back(t); };
    world.interrupted = [this] { return server.received().size() >= interrupt_after; };
    world.report = &report;
    world.problems = &problems;
    if (want_answers) world.answers = &answers;
    if (want_record) world.record = &record;
    return run(scripts, {{password, ""}}, options, world, start);
  }
};

std::string logon_line(std::string_view password = "{KENDEORD}") {
  return "> " + line_of("LOGN", "", "", "", password) + "\n";
}
std::string init_line(std::string_view token = "{TOKEN}") {
  return "> " + line_of("INIT", token, "", "", "FLY" + std::string(pnr) + "202601050101") + "\n";
}
std::string vali_line(std::string_view road = "0101", std::string_view token = "{TOKEN}") {
  return "> " + line_of("VALI", token, "", "{DIALOGNR}", road) + "\n";
}
std::string gemh_line(std::string_view reference, std::string_view token = "{TOKEN}") {
  return "> " + line_of("GEMH", token, reference, "{DIALOGNR}", "") + "\n";
}
std::string answer_line(std::string_view function, std::string_view reference, std::string_view dialogue,
                        std::string_view body = "") {
  return "< " + answer_head(function, "{TOKEN}", reference, dialogue, "00", 'O', 0) + std::string(body) + "\n";
}

BOOST_AUTO_TEST_SUITE(replay_run)

BOOST_AUTO_TEST_CASE(a_dialogue_from_logon_to_receipt) {
  stage s;
  s.add(logon_line() + answer_line("LOGN", "", "", "KOMMUNE 0101" + std::string(50, '0')) + init_line() + vali_line() +
        answer_line("VALI", "", "{DIALOGNR}",
                    "0101" + std::string(396, ' ') +
                        "K\xf8"
                        "benhavn") +
        gemh_line("REF-1") +
        answer_line("GEMH", "REF-1", "{DIALOGNR}",
                    "{KVITTERINGSNR}????????????????????R000000000000 ???000000000000000000"
                    "0000????????????????????00000000"
                    "????????????????????????????????") +
        gemh_line("REF-1") +
        answer_line("GEMH", "REF-1", "{DIALOGNR}",
                    "{KVITTERINGSNR}{TIDSPUNKT}R000000000000 ???000000000000000000"
                    "0000????????????????????00000000{LOGHOVED}"));
  outcome const got = s.play();
  BOOST_TEST(s.report.str() == "");
  BOOST_TEST(s.problems.str() == "");
  BOOST_TEST(got.status == 0);
  BOOST_TEST(s.server.saves() == 1u);
  BOOST_TEST(
      summary_line(got.counted) ==
      "messages 5, answers 5, differences 0, refused 0, latency p50 0.412 ms, p90 0.412 ms, p99 0.412 ms, "
      "max 0.412 ms");
}

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

BOOST_AUTO_TEST_CASE(continue_goes_on) {
  stage s;
  s.options.keep_going = true;
  s.add(logon_line() + init_line() + vali_line("0000") + answer_line("VALI", "", "{DIALOGNR}", "0101") + vali_line() +
        gemh_line("REF-1"));
  outcome const got = s.play();
  BOOST_TEST(got.status == 8);
  BOOST_TEST(got.counted.messages == 5u);
  BOOST_TEST(s.server.saves() == 1u);
}

BOOST_AUTO_TEST_CASE(refused_without_expectation_is_a_warning) {
  stage s;
  s.add(logon_line() + init_line() + vali_line("0000"));
  outcome const got = s.play();
  BOOST_TEST(got.status == 4);
  BOOST_TEST(got.counted.refused == 1u);
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

BOOST_AUTO_TEST_CASE(own_logon_fills_tokens_and_logs_off) {
  stage s;
  s.options.repeat = 2;
  s.add(init_line("") + vali_line("0101", "") + "> " + line_of("GEMH", "", "REF", "", "") + "\n> " +
            line_of("EKKO", "{TOKEN}", "", "", "") + "\n",
        true);
  outcome const got = s.play();
  BOOST_TEST(got.status == 0);
  BOOST_TEST(got.counted.messages == 8u);
  auto const sent = s.server.received();
  BOOST_REQUIRE_EQUAL(sent.size(), 10u);
  BOOST_TEST(sent.front().substr(5, 4) == "LOGN");
  BOOST_TEST(sent.back().substr(5, 4) == "LOGF");
  BOOST_TEST(sent.back().substr(29, 24) == "tokentokentokentoken-100");
  BOOST_TEST(s.server.saves() == 1u);
}

BOOST_AUTO_TEST_CASE(refused_own_logon_ends_the_run) {
  stage s;
  s.add(init_line(""), true);
  outcome const got = s.play("wrong");
  BOOST_TEST(got.status == 8);
  BOOST_TEST(s.problems.str() == "logon as 0042 KUN00001: refused with FEJLNR 01\n");
  BOOST_TEST(s.server.received().size() == 1u);
}

BOOST_AUTO_TEST_CASE(blank_token_stays_blank_without_an_own_logon) {
  stage s;
  s.add(logon_line() + init_line("") + "< " + answer_head("INIT", "", "", "", "68", 'F', 1) +
        "0068F                    00" + std::string(8, ' ') + "afvist\n");
  BOOST_TEST(s.play().status == 0);
  BOOST_TEST(s.report.str() == "");
}

BOOST_AUTO_TEST_CASE(faults_of_the_machine_end_with_16) {
  stage s;
  unsigned left = 3;
  s.through = [&](std::string_view message) {
    if (left-- == 0) throw connection_error("127.0.0.1:5000: cut off by the server");
    return s.server(message);
  };
  s.want_record = true;
  s.options.keep_going = true;
  s.add(logon_line() + init_line() + vali_line() + gemh_line("REF"));
  outcome const got = s.play();
  BOOST_TEST(got.status == 16);
  BOOST_TEST(got.counted.messages == 4u);
  BOOST_TEST(got.counted.answers == 3u);
  BOOST_TEST(s.problems.str() == "127.0.0.1:5000: cut off by the server\n");
  BOOST_TEST(s.record.str().find("VALI") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_signal_ends_between_messages) {
  stage s;
  s.interrupt_after = 2;
  s.add(logon_line() + init_line() + vali_line());
  outcome const got = s.play();
  BOOST_TEST(got.status == 4);
  BOOST_TEST(got.counted.messages == 2u);
  BOOST_TEST(s.problems.str() == "samspil-replay: stopped by a signal\n");
}

BOOST_AUTO_TEST_CASE(rate_spaces_messages) {
  stage s;
  s.options.rate = 4;
  s.add(logon_line() + "> " + line_of("EKKO", "{TOKEN}", "", "", "") + "\n> " + line_of("EKKO", "{TOKEN}", "", "", "") +
        "\n");
  s.play();
  BOOST_REQUIRE_EQUAL(s.pauses.size(), 3u);
  BOOST_TEST((s.pauses[1] - s.pauses[0] == 250ms));
  BOOST_TEST((s.pauses[2] - s.pauses[0] == 500ms));
}

BOOST_AUTO_TEST_CASE(parallel_connections_share_the_dialogues) {
  stage s;
  s.options.parallel = 4;
  std::string text = logon_line();
  for (int i = 0; i < 50; ++i) text += init_line() + vali_line() + gemh_line("REF-" + std::to_string(i));
  s.add(text + "> " + line_of("LOGF", "{TOKEN}", "", "", "") + "\n");
  outcome const got = s.play();
  BOOST_TEST(got.status == 0);
  BOOST_TEST(s.report.str() == "");
  BOOST_TEST(got.counted.messages == 152u);
  BOOST_TEST(s.server.saves() == 50u);
  auto const sent = s.server.received();
  BOOST_TEST(sent.front().substr(5, 4) == "LOGN");
  BOOST_TEST(sent.back().substr(5, 4) == "LOGF");
}

BOOST_AUTO_TEST_CASE(raw_answers_come_in_the_order_of_their_requests) {
  stage s;
  s.options.parallel = 3;
  s.want_answers = true;
  std::string solid = complete_request(line_of("LOGN", "", "", "", fake_server::password));
  for (int i = 0; i < 20; ++i) {
    solid += complete_request(line_of("INIT", "", "R" + std::to_string(i), "", "FLY0101800002202601050101"));
    solid += complete_request(line_of("GEMH", "", "R" + std::to_string(i), "", ""));
  }
  s.add_solid(solid);
  outcome const got = s.play();
  BOOST_TEST(got.status == 0);
  std::string const all = s.answers.str();
  std::string_view rest(all);
  std::string order;
  while (!rest.empty()) {
    order += std::string(rest.substr(5, 4)) + std::string(codec::trimmed(rest.substr(53, 20))) + " ";
    rest.remove_prefix(codec::number(rest.substr(9, 6)));
  }
  std::string expected = "LOGN ";
  for (int i = 0; i < 20; ++i) expected += "INITR" + std::to_string(i) + " GEMHR" + std::to_string(i) + " ";
  BOOST_TEST(order == expected);
  BOOST_TEST(s.server.saves() == 20u);
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

BOOST_AUTO_TEST_CASE(a_checkpoint_takes_the_run_up_where_it_stopped) {
  samspil::test::temporary_directory const home;
  auto const file = home.path() / "checkpoint";
  std::string text = logon_line();
  for (int i = 0; i < 5; ++i) text += init_line() + vali_line() + gemh_line("REF-" + std::to_string(i));
  stage s;
  s.options.checkpoint = file.string();
  unsigned left = 8;  // LOGN, two dialogues, INIT
  bool broken = true;
  s.through = [&](std::string_view message) {
    if (broken && left-- == 0) throw connection_error("gone");
    return s.server(message);
  };
  s.add(text);
  BOOST_TEST(s.play().status == 16);
  BOOST_TEST(s.server.saves() == 2u);
  auto const read = read_checkpoint(file.string(), s.scripts);
  BOOST_REQUIRE(read.has_value());
  BOOST_TEST(read->done == 3u);
  BOOST_TEST(!read->known.value("TOKEN").has_value());

  broken = false;
  s.start = *read;
  outcome const got = s.play();
  BOOST_TEST(got.status == 0);
  BOOST_TEST(got.counted.messages == 1u + 3 * 3);
  BOOST_TEST(s.server.saves() == 5u);
  BOOST_TEST(!std::filesystem::exists(file));

  std::ofstream(file) << "samspil-replay checkpoint 1\nfile 0000\ndone 1\nout 0\n";
  BOOST_TEST(read_checkpoint(file.string(), s.scripts).error().text() ==
             file.string() + ": record 2: expected the files of this run, as they were");
  std::ofstream(file) << "something\n";
  BOOST_TEST(read_checkpoint(file.string(), s.scripts).error().text() ==
             file.string() + ": record 1: expected samspil-replay checkpoint 1");
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
