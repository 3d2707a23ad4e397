// Whole scripts played against a server in the process, with fixed times.
#include <boost/test/unit_test.hpp>

#include "client/connection.hpp"
#include "client/replay_player.hpp"
#include "client/replay_run.hpp"
#include "stage.hpp"

namespace {

using namespace samspil;
using namespace samspil::client;
using namespace samspil::client::replay;
using namespace samspil::client::test;
using namespace std::chrono_literals;

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
                    "{KVITTERINGSNR}????????????????????R000000000000 FLY010180000220260105"
                    "0000????????????????????00000000"
                    "????????????????????????????????") +
        gemh_line("REF-1") +
        answer_line("GEMH", "REF-1", "{DIALOGNR}",
                    "{KVITTERINGSNR}{TIDSPUNKT}R000000000000 FLY010180000220260105"
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

BOOST_AUTO_TEST_CASE(direkte_has_a_token_and_widths_of_its_own) {
  stage s;
  std::vector<std::string> sent;
  s.through = [&](std::string_view message) {
    sent.emplace_back(message);
    if (message[9] == '9') return std::string("123490abcdEFG7LOOK01  000028");
    return "123406" + std::string(message.substr(11, 8)) + "LOOK01  050042ukendt person!";
  };
  s.want_record = true;
  s.add("> OFF4,123490LOOK01  {KENDEORD}\n< 123490{TOKEN}LOOK01  000028\n"
        "> OFF4,123406{TOKEN}LOOK01  000101800002\n< 123406{TOKEN}LOOK01  050042ukendt person!\n");
  outcome const got = s.play("Kort-1aa");
  BOOST_TEST(s.report.str() == "");
  BOOST_TEST(got.status == 0);
  BOOST_REQUIRE(sent.size() == 2u);
  BOOST_TEST(sent[0] == "OFF4,123490LOOK01  Kort-1aa        ");
  BOOST_TEST(sent[1] == "OFF4,123406abcdEFG7LOOK01  000101800002");
  BOOST_TEST(s.record.str().find("abcdEFG7") == std::string::npos);  // nor a password
  BOOST_TEST(s.record.str().find("Kort") == std::string::npos);
  BOOST_TEST(s.record.str().find("> OFF4,123490LOOK01  {KENDEORD}") != std::string::npos);
  BOOST_TEST(s.record.str().find("0101800002") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(look_ups_get_the_token_of_the_tools_own_logon) {
  std::vector<std::string> sent;
  auto const server = [&](std::string_view message) {
    sent.emplace_back(message);
    if (message[9] == '9') return std::string("004290abcdEFG7KUN00001000028");
    return "004206" + std::string(message.substr(11, 8)) + "KUN00001000028";
  };
  std::string const blank = "PRIV,004206        KUN00001000101800002";
  std::string const filled = "PRIV,004206abcdEFG7KUN00001000101800002";
  stage solid;
  solid.through = server;
  solid.add_solid(blank + blank, true);
  BOOST_TEST(solid.play("Kort-1aa").status == 0);
  BOOST_TEST((sent == std::vector<std::string>{"PRIV,004290KUN00001Kort-1aa        ", filled, filled}));

  sent.clear();
  stage text;
  text.through = server;
  text.add("> " + blank + "\n> OFF4,004206{TOKEN}KUN00001000101800002\n", true);
  BOOST_TEST(text.play("Kort-1aa").status == 0);
  BOOST_TEST((sent == std::vector<std::string>{"PRIV,004290KUN00001Kort-1aa        ", filled,
                                               "OFF4" + filled.substr(4)}));

  sent.clear();
  stage own;  // the file's logon, without one of the tool's
  own.through = server;
  own.add_solid("PRIV,004290KUN00001Kort-1aa        " + blank);
  BOOST_TEST(own.play().status == 0);
  BOOST_TEST(sent.back() == filled);

  stage long_password;
  long_password.through = server;
  long_password.add_solid(blank, true);
  BOOST_TEST(long_password.play("Langere-1aa").status == 8);
  BOOST_TEST(long_password.problems.str() == "PRIV logon as 0042 KUN00001: password too long\n");
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

BOOST_AUTO_TEST_CASE(turns_that_were_missed_are_not_made_up_for) {
  steady_time const start{};
  pace four(4, start);
  BOOST_TEST((four.turn(start) == start));
  BOOST_TEST((four.turn(start) == start + 250ms));
  BOOST_TEST((four.turn(start + 10s) == start + 10s - 10ms));  // but for what a sleep may be late
  BOOST_TEST((four.turn(start + 10s) == start + 10s + 240ms));
  BOOST_TEST((four.turn(start + 10s) == start + 10s + 490ms));
  pace never(1e-300, start);
  never.turn(start);
  BOOST_TEST((never.turn(start) > start + 24h));
}

BOOST_AUTO_TEST_CASE(a_signal_in_a_pause_sends_nothing_more) {
  stage s;
  s.options.rate = 4;
  s.interrupt_in_pause = 2;
  s.add(logon_line() + "> " + line_of("EKKO", "{TOKEN}", "", "", "") + "\n");
  outcome const got = s.play();
  BOOST_TEST(got.status == 4);
  BOOST_TEST(s.server.received().size() == 1u);
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

// Else the data of the second person would be validated, and saved, in the first one's dialogue.
BOOST_AUTO_TEST_CASE(behind_a_refused_init_nothing_goes_to_the_dialogue_before_it) {
  for (bool const solid : {true, false}) {
    stage s;
    s.want_answers = solid;
    std::string text;
    for (std::string const event : {"FLY", "XXX"})
      for (std::string const& message : {line_of("INIT", "", "", "", event + "0101800002202601050101"),
                                         line_of("VALI", "", "", "", "0101"),
                                         line_of("GEMH", "", "R-" + event, "", "")})
        text += solid ? complete_request(message) : "> " + message + "\n";
    solid ? s.add_solid(text, true) : s.add(text, true);
    BOOST_TEST(s.play().status == 4);
    BOOST_TEST(s.server.saves() == 1u);
    std::string dialogues;
    for (std::string const& message : s.server.received())
      if (message.substr(5, 4) == "VALI") dialogues += message.substr(73, 12) + " ";
    BOOST_TEST(dialogues == "000000000001 000000000000 ");
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
