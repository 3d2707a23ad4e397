// The connection and the whole command over real TLS on the loopback.
#include <boost/test/unit_test.hpp>
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/certificate.hpp"
#include "client/connection.hpp"
#include "client/dialogue_client.hpp"
#include "client/replay_command.hpp"
#include "fake_server.hpp"
#include "support/content_of.hpp"
#include "support/temporary.hpp"
#include "tls_server.hpp"

namespace {

using namespace samspil;
using namespace samspil::client;
using client::test::fake_server;
using client::test::line_of;
using client::test::reaction;
using client::test::tls_server;
using namespace std::chrono_literals;
using then = reaction::then;
using samspil::test::content_of;

struct site {
  samspil::test::temporary_directory home;
  fake_server answers;
  tls_server server;

  explicit site(std::function<reaction(std::string_view)> react = {})
      : server(
            home.path(), react ? react : [this](std::string_view message) {
              if (!message.starts_with("SAMS"))
                return reaction{"0001" + std::string(20, '0') + "0032PRIV", then::close};
              return reaction{answers(message), then::go_on};
            }) {}

  endpoint at(std::string host = "127.0.0.1") const {
    endpoint to;
    to.host = std::move(host);
    to.port = server.port();
    to.ca_file = server.certificate();
    to.timeout = 10s;
    return to;
  }
  std::string file(std::string const& name, std::string_view content) const {
    auto const path = home.path() / name;
    std::ofstream(path, std::ios::binary) << content;
    return path.string();
  }
};

std::string problem_of(std::function<void()> const& what) {
  try {
    what();
  } catch (connection_error const& error) {
    return error.what();
  }
  return "no error";
}

bool ends_with_problem(std::string const& text, std::string_view what) { return text.find(what) != std::string::npos; }

BOOST_AUTO_TEST_SUITE(tls)

BOOST_AUTO_TEST_CASE(messages_go_to_and_fro) {
  site s;
  for (std::string version : {"1.2", "1.3", ""}) {
    endpoint to = s.at();
    to.tls_max = version;
    connection over(to);
    dialogue_client client([&](std::string_view m) { return over.exchange(m); }, "42", "KUN00001");
    BOOST_TEST(client.logon(fake_server::password).accepted());
    BOOST_TEST(client.init("FLY", "0101800002", "20260105", "0101").accepted());
    over.send(client.prepare("EKKO").bytes());
    BOOST_TEST(over.receive(5) == "SAMS,");
    BOOST_TEST(over.receive(95).size() == 95u);
    BOOST_TEST(!over.closed_within(0ms));
  }
}

BOOST_AUTO_TEST_CASE(the_certificate_must_be_known_and_name_the_host) {
  site s;
  BOOST_TEST(problem_of([&] { connection over(s.at("localhost")); }) == "no error");
  BOOST_TEST(ends_with_problem(problem_of([&] { connection over(s.at("127.0.0.2")); }), "certificate is refused"));
  samspil::test::temporary_directory other;
  crypto::write_self_signed(other.path() / "other.crt", other.path() / "other.key");
  endpoint to = s.at();
  to.ca_file = (other.path() / "other.crt").string();
  BOOST_TEST(ends_with_problem(problem_of([&] { connection over(to); }), "certificate is refused"));
  to.ca_file = "/nonexistent.pem";
  BOOST_TEST(ends_with_problem(problem_of([&] { connection over(to); }), "cannot read CA file"));
  to.ca_file.clear();
  BOOST_TEST(problem_of([&] { connection over(to); }) == "no error");
}

BOOST_AUTO_TEST_CASE(nobody_listens) {
  endpoint to;
  to.port = "1";
  BOOST_TEST(problem_of([&] { connection over(to); }) == "127.0.0.1:1: cannot connect: Connection refused");
  to.tls_max = "1.1";
  BOOST_TEST(problem_of([&] { connection over(to); }) == "127.0.0.1:1: TLS version 1.1: expected 1.2 or 1.3");
}

BOOST_AUTO_TEST_CASE(a_close_is_told_from_a_cut) {
  for (then next : {then::close, then::cut}) {
    site s([next](std::string_view) { return reaction{"SAMS", next}; });
    connection over(s.at());
    over.send("PRIV");
    bool clean = next == then::cut;
    BOOST_TEST(over.receive_to_end(&clean) == "SAMS");
    BOOST_TEST(clean == (next == then::close));
    BOOST_TEST(over.closed_within(0ms));
    connection again(s.at());
    again.send("PRIV");
    BOOST_TEST(ends_with_problem(
        problem_of([&] { again.receive(5); }),
        next == then::cut ? "cut off by the server after 4 of 5 bytes" : "closed by the server after 4 of 5 bytes"));
  }
}

BOOST_AUTO_TEST_CASE(an_answer_comes_behind_the_clients_own_goodbye) {
  site s([](std::string_view) { return reaction{"SAMS"}; });
  connection over(s.at());
  over.send("PRIV");
  over.end_sending();
  bool clean = false;
  BOOST_TEST(over.receive_to_end(&clean) == "SAMS");
  BOOST_TEST(clean);
  over.abandon();
  BOOST_TEST(ends_with_problem(problem_of([&] { over.end_sending(); }), "abandoned"));
}

BOOST_AUTO_TEST_CASE(silence_is_a_time_out) {
  site s([](std::string_view) { return reaction{}; });
  endpoint to = s.at();
  connection patient(to);
  to.timeout = 300ms;
  connection over(to);
  over.send(request("EKKO").bytes());
  BOOST_TEST(ends_with_problem(problem_of([&] { over.receive_message(); }), "time-out while waiting for an answer"));
  BOOST_TEST(!over.closed_within(0ms));
  over.abandon();
  BOOST_TEST(ends_with_problem(problem_of([&] { over.receive(1); }), "abandoned"));
}

BOOST_AUTO_TEST_CASE(an_answer_without_sense_is_refused) {
  std::string bytes;
  site s([&](std::string_view) { return reaction{bytes, then::close}; });
  auto const problem = [&](std::string answer) {
    bytes = std::move(answer);
    connection over(s.at());
    return problem_of([&] { over.exchange(request("EKKO").bytes()); });
  };
  BOOST_TEST(ends_with_problem(problem(std::string(100, 'x')), "CPRTRANS, byte 1: expected SAMS"));
  BOOST_TEST(ends_with_problem(problem("SAMS,EKKO00009x" + std::string(85, ' ')), "LAENGDE, byte 10"));
  BOOST_TEST(ends_with_problem(problem("SAMS,EKKO000099" + std::string(85, ' ')), "LAENGDE, byte 10"));
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(replay_command)

struct ran {
  int status;
  std::string out;
  std::string problems;
};

ran play(std::vector<std::string> const& arguments, std::string const& input = {}) {
  std::istringstream in(input);
  std::ostringstream out;
  std::ostringstream problems;
  int const status = replay::command(arguments, in, out, problems, [] { return false; });
  return {status, out.str(), problems.str()};
}

std::vector<std::string> with(site const& s, std::vector<std::string> more) {
  more.insert(more.begin(), {"--connect", "127.0.0.1:" + s.server.port(), "--ca", s.server.certificate()});
  return more;
}

std::string const logon = "> " + line_of("LOGN", "", "", "", "{KENDEORD}") + "\n";
std::string const init = "> " + line_of("INIT", "{TOKEN}", "", "", "FLY0101800002202601050101") + "\n";

BOOST_AUTO_TEST_CASE(a_file_is_played) {
  site s;
  std::string const file =
      s.file("a.rpl", logon + init + "> PRIV,000106TOKENTOKUSER\n< 0001" + std::string(20, '0') + "0032PRIV\n" + "> " +
                          line_of("GEMH", "{TOKEN}", "R", "{DIALOGNR}", "") + "\n");
  ran const got = play(with(s, {"--password-stdin", file}), std::string(fake_server::password) + "\n");
  BOOST_TEST(got.problems == "");
  BOOST_TEST(got.status == 0);
  BOOST_TEST(got.out.starts_with("messages 4, answers 4, differences 0, refused 0, latency p50 "));
  BOOST_TEST(s.answers.saves() == 1u);
  BOOST_TEST(s.server.accepted() == 2u);  // CPR Direkte closes
}

BOOST_AUTO_TEST_CASE(own_logon_with_raw_and_checkpoint) {
  site s;
  std::string solid;
  for (std::string reference : {"A", "B"}) {
    solid += request("INIT").bytes().replace(17, 12, "0042KUN00001").replace(100, 25, "FLY0101800002202601050101");
    solid += request("GEMH").bytes().replace(17, 12, "0042KUN00001").replace(53, 1, reference);
  }
  std::string const file = s.file("a.raw", solid);
  std::string const out = (s.home.path() / "out").string();
  std::vector<std::string> const common{"--kundenr", "42", "--user", "KUN00001", "--password-stdin", "--raw"};
  auto arguments = common;
  arguments.insert(arguments.end(), {"--out", out, "--checkpoint", (s.home.path() / "ck").string(), file});
  ran const got = play(with(s, arguments), std::string(fake_server::password) + "\n");
  BOOST_TEST(got.problems == "");
  BOOST_TEST(got.status == 0);
  BOOST_TEST(got.out.starts_with("messages 4, answers 4, "));
  std::string const written = content_of(out);
  BOOST_TEST(written.size() == 2 * (1300u + 260));
  BOOST_TEST(s.answers.saves() == 2u);

  arguments = common;
  arguments.push_back(file);
  ran const again = play(with(s, arguments), std::string(fake_server::password) + "\n");
  BOOST_TEST(again.status == 0);
  BOOST_TEST(again.out.size() == written.size());
  BOOST_TEST(again.problems.starts_with("messages 4, answers 4, "));
}

BOOST_AUTO_TEST_CASE(a_record_goes_on_where_its_checkpoint_says) {
  fake_server answers;
  unsigned left = 2;  // LOGN and one dialogue's INIT
  bool broken = true;
  site s([&](std::string_view message) {
    if (broken && left-- == 0) return reaction{"", then::cut};
    return reaction{answers(message), then::go_on};
  });
  std::string const script = s.file("a.rpl", logon + init + init);
  auto const at = [&](char const* name) { return (s.home.path() / name).string(); };
  auto const run = [&] {
    return play(with(s, {"--password-stdin", "--checkpoint", at("ck"), "--record", at("rec"), script}),
                std::string(fake_server::password) + "\n");
  };
  auto const requests = [&] {
    std::string const text = content_of(at("rec"));
    return std::count(text.begin(), text.end(), '>');
  };
  BOOST_TEST(run().status == 16);
  std::ofstream(at("rec"), std::ios::app) << "> written behind the check";  // point, and the machine stopped
  BOOST_TEST(requests() == 3);
  broken = false;
  ran const got = run();
  BOOST_TEST(got.status == 0, got.problems);
  BOOST_TEST(content_of(at("rec")).find("check") == std::string::npos);
  BOOST_TEST(requests() >= 3);
}

BOOST_AUTO_TEST_CASE(requests_are_not_written_over) {
  site s;
  std::string const file = s.file("a.rpl", "> SAMS,EKKO\n");
  for (char const* const option : {"--record", "--checkpoint"}) {
    ran const got = play(with(s, {option, file, file}));
    BOOST_TEST(got.status == 12);
    BOOST_TEST(got.problems == file + ": is read and written\n");
  }
  BOOST_TEST(play(with(s, {"--raw", "--out", file, file})).status == 12);
  BOOST_TEST(content_of(file) == "> SAMS,EKKO\n");
  BOOST_TEST(s.server.accepted() == 0u);
}

BOOST_AUTO_TEST_CASE(a_close_without_answer_can_be_expected) {
  site s([](std::string_view) { return reaction{"", then::close}; });
  std::string const file = s.file("a.rpl", "> SAMS,EKKO\n<\n> SAMS,EKKO\n<\n");
  ran const got = play(with(s, {file}));
  BOOST_TEST(got.problems == "");
  BOOST_TEST(got.status == 0);
  BOOST_TEST(got.out.starts_with("messages 2, answers 0, differences 0"));
}

BOOST_AUTO_TEST_CASE(a_cut_is_a_fault) {
  site s([](std::string_view) { return reaction{"SAMS", then::cut}; });
  ran const got = play(with(s, {s.file("a.rpl", "> SAMS,EKKO\n")}));
  BOOST_TEST(got.status == 16);
  BOOST_TEST(got.problems.find("cut off by the server after 4 of 100 bytes") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(bad_input_sends_nothing) {
  site s;
  std::string const good = s.file("good.rpl", "> SAMS,EKKO\n");
  std::string const bad = s.file("bad.rpl", "> SAMS,EKKO\nx\n");
  BOOST_TEST(play(with(s, {good, bad})).status == 12);
  BOOST_TEST(play(with(s, {good, bad})).problems.find("bad.rpl:2:1: expected a mark") != std::string::npos);
  BOOST_TEST(play(with(s, {"/nonexistent.rpl"})).status == 12);
  BOOST_TEST(play(with(s, {s.home.path().string()})).status == 12);
  BOOST_TEST(play(with(s, {"--raw", good})).problems.find("record 1: HOVED: byte ") != std::string::npos);
  BOOST_TEST(play(with(s, {s.file("user.rpl", "= user 1 A\n> SAMS,EKKO\n")})).problems ==
             "samspil-replay: a user is to log on: --password-stdin is missing\n");
  BOOST_TEST(s.answers.received().empty());
}

BOOST_AUTO_TEST_CASE(usage_is_12) {
  auto const problem = [](std::vector<std::string> const& arguments) {
    ran const got = play(arguments);
    BOOST_TEST(got.status == 12);
    return got.problems;
  };
  std::vector<std::string> const start{"--ca", "x", "--connect", "h:1"};
  auto const after = [&](std::vector<std::string> more) {
    more.insert(more.begin(), start.begin(), start.end());
    more.push_back("f.rpl");
    return problem(more);
  };
  BOOST_TEST(problem({}) != "");
  BOOST_TEST(problem({"--connect", "h:1", "f.rpl"}).find("--ca") != std::string::npos);
  BOOST_TEST(problem({"--ca", "x", "--connect", "h", "f.rpl"}) == "samspil-replay: --connect: expected HOST:PORT\n");
  BOOST_TEST(after({"--code-page", "IBM037"}) ==
             "samspil-replay: --code-page: expected ISO-8859-1, IBM277 or IBM1142\n");
  BOOST_TEST(after({"--framing", "len3"}) ==
             "samspil-replay: --framing: expected one of header, len2, len4, ascii4, llzz, rdw; all but header also "
             "with +self\n");
  BOOST_TEST(after({"--kundenr", "1"}) == "samspil-replay: --kundenr and --user go together\n");
  BOOST_TEST(after({"--kundenr", "1", "--user", "A"}) == "samspil-replay: --user needs --password-stdin\n");
  BOOST_TEST(after({"--lrecl", "100"}) == "samspil-replay: --lrecl and --out go with --raw\n");
  BOOST_TEST(after({"--raw", "--checkpoint", "c"}) == "samspil-replay: --checkpoint with --raw needs --out\n");
  BOOST_TEST(after({"--parallel", "0"}).find("--parallel") != std::string::npos);
  BOOST_TEST(after({"--no-such"}).find("--no-such") != std::string::npos);
  BOOST_TEST(play({"--help"}).status == 0);
  BOOST_TEST(play({"--version"}).out == "samspil-replay " SAMSPIL_VERSION "\n");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
