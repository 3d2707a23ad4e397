// Commands that a running server carries out: the same as without one, and what can break them off.
#include <boost/test/unit_test.hpp>

#include <unistd.h>

#include <array>
#include <functional>
#include <latch>
#include <mutex>
#include <sstream>
#include <stop_token>
#include <thread>

#include "admin/accounts.hpp"
#include "admin/frame_stream.hpp"
#include "admin/socket_client.hpp"
#include "home_fixture.hpp"
#include "rec/authority.hpp"

using namespace samspil;
using namespace samspil::admin;
using namespace samspil::test;
namespace fs = std::filesystem;

namespace {

std::string authorities_file() {
  using first = rec::AUTHORITY_000;
  using row = rec::AUTHORITY_001;
  using last = rec::AUTHORITY_999;
  codec::buffer<first> begin;
  begin.set(first::RECORDTYPE, "000").set(first::OPGAVENR, "123456").set(first::PRODDTO, "20260301");
  codec::buffer<row> one;
  one.set(row::RECORDTYPE, "001").set(row::MYNKOD, "0751").set(row::MYNTYP, "05").set(row::MYNNVN, "Aarhus");
  codec::buffer<last> end;
  end.set(last::RECORDTYPE, "999").set(last::TAELLER, 1);
  return std::string(begin.bytes()) + "\n" + std::string(one.bytes()) + "\n" + std::string(end.bytes()) + "\n";
}

/// Takes what is written and calls `f` each time: the first rows have come.
class watched final : public std::stringbuf {
 public:
  explicit watched(std::function<void()> f) : f_(std::move(f)) {}
  std::streamsize xsputn(char const* bytes, std::streamsize count) override {
    f_();
    return std::stringbuf::xsputn(bytes, count);
  }

 private:
  std::function<void()> f_;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(remote_commands)

BOOST_AUTO_TEST_CASE(every_reading_command_says_the_same_both_ways) {
  home_fixture h;
  std::string const k = h.add_customer_and_user();
  std::string const a(anna), none(unknown_person);
  std::vector<std::vector<std::string>> commands{
      {"customer", "list"},
      {"customer", "show", "--kundenr", k},
      {"customer", "show", "--kundenr", "102"},
      {"user", "list"},
      {"user", "show", "--kundenr", k, "--user", "MEYER"},
      {"user", "show", "--kundenr", k, "--user", "NOBODY"},
      {"person", "show", a},
      {"person", "show", none},
      {"person", "show", "123"},
      {"person", "history", a},
      {"audit", "show", "--to", "5"},
      {"audit", "show", "--from", "0"},
      {"audit", "verify"},
      {"groups", "list"},
      {"texts", "list"},
      {"layout", "list"},
      {"layout", "show", "hoved"},
      {"verify"},
      {"checkpoint"},
      {"stat", "--nonsense"},
      {"--help"},
      {"audit", "head"},  // the last one: nothing is audited between
  };
  auto const run_all = [&] {
    std::vector<outcome> seen;
    for (std::vector<std::string> words : commands) {
      if (words.size() > 1) {
        words.emplace_back("--json");
        seen.push_back(h.run(words));
        words.pop_back();
      }
      seen.push_back(h.run(words));
    }
    return seen;
  };
  auto const offline = run_all();
  outcome const head = h.run({"audit", "head"});
  h.start_server();
  BOOST_TEST(h.run({"audit", "head"}) == head);
  auto online = run_all();
  // Two runs later the head is another one; all the rest stays as it was.
  BOOST_REQUIRE(online.size() == offline.size());
  for (std::size_t i = 0; i + 2 < offline.size(); ++i) BOOST_TEST(online[i] == offline[i]);
}

BOOST_AUTO_TEST_CASE(changes_work_both_ways) {
  home_fixture h;
  h.start_server();
  std::string const k = h.add_customer_and_user();
  std::string const once = h.must({"user", "reset", "--kundenr", k, "--user", "MEYER"});
  BOOST_TEST(once.size() == 9u);
  BOOST_TEST(h.run({"user", "add", "--kundenr", k, "--user", "MEYER", "--group", "KOMMUNE"}).exit_status == 8);
  BOOST_TEST(
      h.run({"user", "reset", "--kundenr", k, "--user", "MEYER", "--password-stdin"}, "kort\n").exit_status == 12);
  h.stop_server();
  BOOST_TEST(h.user(k, "MEYER")[rec::USER_ROW::ONE_TIME] == "Y");
}

BOOST_AUTO_TEST_CASE(the_kernel_names_the_actor) {
  home_fixture h;
  h.start_server();
  h.run({"customer", "add", "--kundenr", "7", "--name", "A"}, "", "somebody else");
  BOOST_TEST(h.last_audit() == account_name(::getuid()) + "|customer add|O|kundenr 0007\n");
}

BOOST_AUTO_TEST_CASE(files_go_as_descriptors) {
  home_fixture h;
  fs::path const file = h.file("authorities.txt", authorities_file());
  outcome const offline = h.run({"load", "authorities", file.string()});
  BOOST_TEST(offline.exit_status == 0);
  BOOST_TEST(h.last_audit().starts_with("tester|load authorities|O|"));
  h.start_server();
  BOOST_TEST(h.run({"load", "authorities", file.string()}) == offline);
  BOOST_TEST(h.last_audit().starts_with(account_name(::getuid()) + "|load authorities|O|"));
  outcome const missing = h.run({"load", "authorities", (h.home() / "nothing").string()});
  BOOST_TEST(missing.exit_status == 12);
  BOOST_TEST(missing.err.find("No such file") != std::string::npos, missing.err);
  outcome const bad = h.run({"load", "authorities", h.file("bad", "what is this").string()});
  BOOST_TEST(bad.exit_status == 12);
}

BOOST_AUTO_TEST_CASE(a_pipe_is_a_file_too) {
  home_fixture h;
  fs::path const file = h.file("authorities.txt", authorities_file());
  outcome const whole = h.run({"load", "authorities", file.string()});
  for (bool const online : {false, true}) {
    if (online) h.start_server();
    std::array<int, 2> ends{};
    BOOST_REQUIRE(::pipe(ends.data()) == 0);
    descriptor const reading(ends[0]);
    {
      descriptor const writing(ends[1]);
      std::string const bytes = authorities_file();
      BOOST_REQUIRE(::write(writing.get(), bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()));
    }
    outcome const seen = h.run({"load", "authorities", "/dev/fd/" + std::to_string(reading.get())});
    BOOST_TEST(seen.exit_status == whole.exit_status);
  }
}

BOOST_AUTO_TEST_CASE(a_reader_that_goes_away_ends_its_command) {
  home_fixture h;
  h.start_server();
  for (int i = 0; i < 5000; ++i) {
    store::audit_entry entry = audit_of({"writer"}, "many rows");
    entry.row.set(rec::AUDIT_ROW::NOTE, std::string(60, 'x'));
    h.server_database().audit(entry, [](std::exception_ptr) {});
  }
  {
    auto const socket = connect_to_server(h.home());
    for (auto const word : {"audit", "show", "--json"}) send_frame(socket->get(), frame_kind::argument, word);
    send_frame(socket->get(), frame_kind::go, {});
    BOOST_TEST(receive_frame(socket->get()).has_value());
  }
  // And one that only stops reading does not keep the server from ending.
  auto const socket = connect_to_server(h.home());
  for (auto const word : {"audit", "show", "--json"}) send_frame(socket->get(), frame_kind::argument, word);
  send_frame(socket->get(), frame_kind::go, {});
  BOOST_TEST(receive_frame(socket->get()).has_value());
  h.stop_server();
}

BOOST_AUTO_TEST_CASE(an_interrupted_tool_asks_the_server_to_stop_and_reads_on) {
  home_fixture h;
  h.start_server();
  for (int i = 0; i < 20000; ++i) {
    store::audit_entry entry = audit_of({"writer"}, "many rows");
    h.server_database().audit(entry, [](std::exception_ptr) {});
  }
  std::stop_source interrupt;
  watched buffer([&] { interrupt.request_stop(); });
  std::ostream out(&buffer);
  std::ostringstream err;
  auto const socket = connect_to_server(h.home());
  std::vector<std::string> const words{"audit", "show", "--json"};
  int const exit_status = run_remote(*socket, {words, "", {}, 0, nullptr, interrupt.get_token()}, out, err);
  BOOST_TEST(exit_status == 8);
  BOOST_TEST(err.str() == "samspil: cancelled\n");
  BOOST_TEST(buffer.str().ends_with("]\n"));
}

BOOST_AUTO_TEST_CASE(a_server_that_ends_lets_a_command_say_how_it_ended) {
  home_fixture h;
  h.start_server();
  for (int i = 0; i < 20000; ++i)
    h.server_database().audit(audit_of({"writer"}, "many rows"), [](std::exception_ptr) {});
  std::latch begun(1);
  std::once_flag once;
  watched buffer([&] { std::call_once(once, [&] { begun.count_down(); }); });
  std::ostream out(&buffer);
  std::ostringstream err;
  auto const socket = connect_to_server(h.home());
  int exit_status = -1;
  std::vector<std::string> const words{"audit", "show", "--json"};
  std::thread tool([&] { exit_status = run_remote(*socket, {words, "", {}, 0, nullptr, {}}, out, err); });
  begun.wait();
  h.stop_socket();
  tool.join();
  BOOST_TEST(exit_status == 8);
  BOOST_TEST(err.str() == "samspil: cancelled\n");
}

BOOST_AUTO_TEST_CASE(a_second_load_of_persons_is_refused) {
  home_fixture h;
  h.start_server();
  store::person_load const first = h.server_database().begin_persons();
  outcome const second = h.run({"load", "persons", (fs::path(SAMSPIL_SOURCE) / "records/demo/persons.txt").string()});
  BOOST_TEST(second.exit_status == 8);
  BOOST_TEST(second.err.find("another load of persons is going on") != std::string::npos, second.err);
}

BOOST_AUTO_TEST_CASE(an_interrupted_load_loads_nothing) {
  home_fixture h;
  std::stop_source interrupt;
  interrupt.request_stop();
  std::istringstream in;
  std::ostringstream out, err;
  std::vector<std::string> const words{"load", "authorities", h.file("f", authorities_file()).string()};
  int const exit_status = run_tool(words, {.home = h.home().string(), .time = h.clock, .who = {"tester"}, .in = in,
                                           .out = out, .err = err, .cancelled = interrupt.get_token()});
  BOOST_TEST(exit_status == 8);
  BOOST_TEST(err.str().find("cancelled") != std::string::npos, err.str());
  BOOST_TEST(h.look([](store::read_scope& scope) { return scope.authorities("0751").empty(); }));
}

BOOST_AUTO_TEST_SUITE_END()
