// What a run leaves for the one that goes on, and what it never writes there.
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "client/connection.hpp"
#include "client/replay_run.hpp"
#include "stage.hpp"
#include "support/temporary.hpp"

namespace {

using namespace samspil;
using namespace samspil::client;
using namespace samspil::client::replay;
using namespace samspil::client::test;

BOOST_AUTO_TEST_SUITE(replay_checkpoint)

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

  std::string old = "samspil-replay checkpoint 1\nfile " + s.scripts.front().digest + "\ndone 3\nout 0\n";
  std::ofstream(file) << old + "value HOVED.TOKEN secret\nvalue MYNKOD 0101\n";  // of an earlier version
  auto const earlier = read_checkpoint(file.string(), s.scripts);
  BOOST_REQUIRE(earlier.has_value());
  BOOST_TEST(!earlier->known.value("HOVED.TOKEN").has_value());
  BOOST_TEST(earlier->known.value("MYNKOD").value_or("") == "0101");

  std::ofstream(file) << "samspil-replay checkpoint 1\nfile 0000\ndone 1\nout 0\n";
  BOOST_TEST(read_checkpoint(file.string(), s.scripts).error().text() ==
             file.string() + ": record 2: expected the files of this run, as they were");
  std::ofstream(file) << "something\n";
  BOOST_TEST(read_checkpoint(file.string(), s.scripts).error().text() ==
             file.string() + ": record 1: expected samspil-replay checkpoint 1");
}

// {HOVED.TOKEN} is {TOKEN}: used as it is, known to no file, and new in a run that goes on.
BOOST_AUTO_TEST_CASE(a_token_behind_its_records_name_reaches_no_file) {
  samspil::test::temporary_directory const home;
  auto const file = home.path() / "checkpoint";
  for (bool const own_logon : {false, true}) {
    std::string text = own_logon ? "" : logon_line();
    for (int i = 0; i < 3; ++i) text += init_line("{HOVED.TOKEN}") + vali_line("0101", "{HOVED.TOKEN}");
    stage s;
    s.options.checkpoint = file.string();
    s.want_record = true;
    bool broken = true;
    unsigned left = 4;
    s.through = [&](std::string_view message) {
      if (broken && left-- == 0) throw connection_error("gone");
      return s.server(message);
    };
    s.add(text, own_logon);
    BOOST_TEST(s.play().status == 16);
    std::ostringstream written;
    written << std::ifstream(file).rdbuf();
    BOOST_TEST(written.str().find("done ") != std::string::npos);
    BOOST_TEST(written.str().find("tokentoken") == std::string::npos);
    BOOST_TEST(s.record.str().find("tokentoken") == std::string::npos);

    broken = false;
    s.start = *read_checkpoint(file.string(), s.scripts);
    BOOST_TEST(s.play().status == 0);
    BOOST_TEST(s.problems.str() == "gone\n");
  }
}

BOOST_AUTO_TEST_CASE(a_token_of_direkte_behind_its_records_name_reaches_no_file) {
  samspil::test::temporary_directory const home;
  auto const file = home.path() / "checkpoint";
  stage s;
  s.options.checkpoint = file.string();
  std::vector<std::string> sent;
  s.through = [&](std::string_view message) {
    sent.emplace_back(message);
    if (message[9] == '9') return std::string("123490abcdEFG7LOOK01  000028");
    if (sent.size() == 3) throw connection_error("gone");
    return "123406" + std::string(message.substr(11, 8)) + "LOOK01  050042ukendt person!";
  };
  std::string const look_up =
      "> OFF4,123406{DIREKTE-SVAR.TOKEN}LOOK01  000101800002\n"
      "< 123406{DIREKTE-SVAR.TOKEN}LOOK01  050042ukendt person!\n";
  s.add("> OFF4,123490LOOK01  Kort-1aa\n< 123490{DIREKTE-SVAR.TOKEN}LOOK01  000028\n" + look_up + look_up);
  BOOST_TEST(s.play().status == 16);
  BOOST_TEST(s.report.str() == "");
  BOOST_REQUIRE(sent.size() == 3u);
  BOOST_TEST(sent[1] == "OFF4,123406abcdEFG7LOOK01  000101800002");
  std::ostringstream written;
  written << std::ifstream(file).rdbuf();
  BOOST_TEST(written.str().find("done ") != std::string::npos);
  BOOST_TEST(written.str().find("abcdEFG7") == std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
