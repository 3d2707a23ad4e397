#include <boost/test/unit_test.hpp>

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <thread>

#include "admin/accounts.hpp"
#include "admin/frame_stream.hpp"
#include "admin/socket_address.hpp"
#include "admin/socket_client.hpp"
#include "home_fixture.hpp"
#include "rec/authority.hpp"

using namespace samspil;
using namespace samspil::admin;
using namespace samspil::test;
namespace fs = std::filesystem;

namespace {

struct socket_pair {
  socket_pair() {
    std::array<int, 2> ends{};
    BOOST_REQUIRE(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) == 0);
    here = descriptor(ends[0]);
    there = descriptor(ends[1]);
  }
  descriptor here, there;
};

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

/// Runs `f` on a thread of its own as the account `nobody`: on Linux the system
/// calls change the calling thread alone.
template <class F>
void as_nobody(F f) {
  std::thread([&] {
    constexpr long nobody = 65534;
    BOOST_REQUIRE(::syscall(SYS_setgroups, 0, nullptr) == 0);
    BOOST_REQUIRE(::syscall(SYS_setresgid, nobody, nobody, nobody) == 0);
    BOOST_REQUIRE(::syscall(SYS_setresuid, nobody, nobody, nobody) == 0);
    f();
  }).join();
}

mode_t mode_of(fs::path const& path) {
  struct stat seen {};
  BOOST_REQUIRE(::stat(path.c_str(), &seen) == 0);
  return seen.st_mode & 07777;
}

/// Lets every account reach the home's socket, as far as directories go.
void open_directories(home_fixture const& h) {
  fs::permissions(h.home().parent_path(), fs::perms(0711));
  fs::permissions(h.home(), fs::perms(0711));
}

bool is_root() { return ::geteuid() == 0; }

}  // namespace

BOOST_AUTO_TEST_SUITE(frames)

BOOST_AUTO_TEST_CASE(there_and_back) {
  socket_pair s;
  std::string const bytes = std::string("a\0b", 3);
  BOOST_TEST(send_frame(s.here.get(), frame_kind::out, bytes));
  BOOST_TEST(send_frame(s.here.get(), frame_kind::go, {}));
  auto const first = receive_frame(s.there.get());
  BOOST_REQUIRE(first.has_value());
  BOOST_CHECK(first->kind == frame_kind::out);
  BOOST_TEST(first->payload == bytes);
  BOOST_TEST(!first->passed);
  BOOST_CHECK(receive_frame(s.there.get())->kind == frame_kind::go);
}

BOOST_AUTO_TEST_CASE(a_descriptor_goes_along) {
  socket_pair s;
  home_fixture const h(false);
  fs::path const file = h.file("f", "inside");
  {
    descriptor const opened(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
    BOOST_TEST(send_frame(s.here.get(), frame_kind::file, "name", opened.get()));
  }
  auto const got = receive_frame(s.there.get());
  BOOST_REQUIRE(got.has_value());
  BOOST_REQUIRE(static_cast<bool>(got->passed));
  std::array<char, 16> bytes{};
  BOOST_TEST(::read(got->passed.get(), bytes.data(), bytes.size()) == 6);
}

BOOST_AUTO_TEST_CASE(what_is_no_frame) {
  for (std::string const& bytes : {std::string("O\0\0\0\5abc", 8), std::string("O\0\0", 3), std::string("Q\0\0\0\0", 5),
                                  std::string("O\0\2\0\0", 5), std::string()}) {
    socket_pair s;
    BOOST_REQUIRE(::send(s.here.get(), bytes.data(), bytes.size(), 0) == static_cast<ssize_t>(bytes.size()));
    s.here = descriptor();
    BOOST_TEST(!receive_frame(s.there.get()).has_value());
  }
}

BOOST_AUTO_TEST_CASE(nobody_there) {
  socket_pair s;
  s.there = descriptor();
  BOOST_TEST(!send_frame(s.here.get(), frame_kind::out, "x"));
  BOOST_CHECK_THROW(send_frame(s.here.get(), frame_kind::out, std::string(frame_bytes_max + 1, 'x')),
                    std::length_error);
}

BOOST_AUTO_TEST_CASE(a_stream_of_frames) {
  socket_pair s;
  std::string const text(40'000, 'x');
  std::string seen;
  std::thread reader([&] {
    while (auto got = receive_frame(s.there.get())) seen += got->payload;
  });
  {
    frame_buffer buffer(s.here.get(), frame_kind::out);
    std::ostream out(&buffer);
    out << text << "end" << std::flush;
    BOOST_TEST(out.good());
  }
  s.here = descriptor();
  reader.join();
  BOOST_TEST(seen == text + "end");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(socket_server_tests)

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

BOOST_AUTO_TEST_CASE(mode_of_the_socket) {
  home_fixture h;
  h.start_server({.group = "no such group"});
  BOOST_TEST(mode_of(socket_path(h.home())) == 0600u);
  h.stop_server();
  BOOST_TEST(!fs::exists(socket_path(h.home())));
  if (!is_root()) return;
  h.start_server({.group = "nogroup"});
  BOOST_TEST(mode_of(socket_path(h.home())) == 0660u);
}

BOOST_AUTO_TEST_CASE(strangers_stay_outside) {
  if (!is_root()) return;
  home_fixture h;
  h.start_server({.group = "no such group"});
  open_directories(h);
  as_nobody([&] {
    outcome const seen = h.run({"stat"});
    BOOST_TEST(seen.exit_status == 8);
    BOOST_TEST(seen.err.find("Permission denied") != std::string::npos, seen.err);
  });
  // Whoever gets past the file's mode is still asked who he is.
  fs::permissions(socket_path(h.home()), fs::perms(0666));
  as_nobody([&] {
    BOOST_TEST(h.run({"stat"}) == (outcome{8, "", "samspil: your account may not administer this server\n"}));
  });
}

BOOST_AUTO_TEST_CASE(members_of_the_group_get_in) {
  if (!is_root() || !group_number("nogroup") || account_name(65534) != "nobody") return;
  home_fixture h;
  h.start_server({.group = "nogroup"});
  open_directories(h);
  as_nobody([&] { BOOST_TEST(h.run({"customer", "add", "--kundenr", "7", "--name", "A"}).exit_status == 0); });
  BOOST_TEST(h.last_audit() == "nobody|customer add|O|kundenr 0007\n");
}

BOOST_AUTO_TEST_CASE(a_stale_socket_is_no_server) {
  home_fixture h;
  {
    descriptor const dead(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    socket_address const address = address_in(h.home());
    BOOST_REQUIRE(::bind(dead.get(), address.get(), socket_address::size) == 0);
  }
  BOOST_REQUIRE(fs::exists(socket_path(h.home())));
  BOOST_TEST(h.run({"audit", "head"}).exit_status == 0);
  h.start_server();
  BOOST_TEST(h.run({"audit", "head"}).exit_status == 0);
}

BOOST_AUTO_TEST_CASE(something_else_of_that_name_is_left_alone) {
  home_fixture h;
  std::ofstream(socket_path(h.home())) << "mine";
  BOOST_CHECK_THROW(h.start_server(), std::runtime_error);
  BOOST_TEST(fs::file_size(socket_path(h.home())) == 4u);
}

BOOST_AUTO_TEST_CASE(a_home_with_a_long_name) {
  home_fixture h;
  fs::path const deep = h.home().parent_path() / std::string(100, 'd') / "home";
  fs::create_directories(deep.parent_path());
  fs::rename(h.home(), deep);
  store::database db(deep);
  {
    socket_server const server(deep, db, h.clock, "pepper");
    BOOST_TEST(h.run({"--home", deep.string(), "audit", "head"}).exit_status == 0);
  }
  BOOST_TEST(!fs::exists(deep / "admin.sock"));
}

BOOST_AUTO_TEST_CASE(so_many_and_no_more) {
  home_fixture h;
  h.start_server({.commands_max = 2});
  auto const first = connect_to_server(h.home());
  {
    auto const second = connect_to_server(h.home());
    BOOST_TEST(h.run({"stat"}) == (outcome{16, "", "samspil: too many commands at a time; try again\n"}));
  }
  // The second one's place becomes free as soon as its end is noticed.
  auto const deadline = std::chrono::steady_clock::now() + std::chrono::seconds(20);
  while (h.run({"stat"}).exit_status != 0) BOOST_REQUIRE(std::chrono::steady_clock::now() < deadline);
}

BOOST_AUTO_TEST_CASE(nonsense_is_not_answered_and_harms_nobody) {
  home_fixture h;
  h.start_server();
  for (std::string const& bytes :
       {std::string("GET / HTTP/1.0\r\n\r\n"), std::string("X\0\0\0\0", 5), std::string("F\0\0\0\1x", 6),
        std::string("T\0\0\0\1x", 6), std::string("A\xff\xff\xff\xff", 5)}) {
    auto const socket = connect_to_server(h.home());
    BOOST_REQUIRE(::send(socket->get(), bytes.data(), bytes.size(), MSG_NOSIGNAL) ==
                  static_cast<ssize_t>(bytes.size()));
    BOOST_TEST(!receive_frame(socket->get()).has_value());
  }
  // Commands of the tool alone, and words that are none.
  for (std::vector<std::string> const& words : {std::vector<std::string>{"init"}, {"nonsense"}, {"--help"}, {}}) {
    auto const socket = connect_to_server(h.home());
    std::ostringstream out, err;
    BOOST_TEST(run_remote(*socket, {words, "", {}, 0, {}}, out, err) == 12);
  }
  BOOST_TEST(h.run({"stat"}).exit_status == 0);
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
  // Interrupted as soon as the first rows come.
  std::stop_source interrupt;
  struct interrupting final : std::stringbuf {
    explicit interrupting(std::stop_source& at) : stop(at) {}
    std::streamsize xsputn(char const* bytes, std::streamsize count) override {
      stop.request_stop();
      return std::stringbuf::xsputn(bytes, count);
    }
    std::stop_source& stop;
  } buffer(interrupt);
  std::ostream out(&buffer);
  std::ostringstream err;
  auto const socket = connect_to_server(h.home());
  std::vector<std::string> const words{"audit", "show", "--json"};
  int const exit_status = run_remote(*socket, {words, "", {}, 0, interrupt.get_token()}, out, err);
  BOOST_TEST(exit_status == 8);
  BOOST_TEST(err.str() == "samspil: cancelled\n");
  BOOST_TEST(buffer.str().ends_with("]\n"));
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

BOOST_AUTO_TEST_CASE(a_server_that_ends_first) {
  home_fixture h;
  descriptor const listener(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
  socket_address const address = address_in(h.home());
  BOOST_REQUIRE(::bind(listener.get(), address.get(), socket_address::size) == 0);
  BOOST_REQUIRE(::listen(listener.get(), 1) == 0);
  std::thread server([&] {
    descriptor const peer(::accept(listener.get(), nullptr, nullptr));
    send_frame(peer.get(), frame_kind::out, "half");
  });
  outcome const seen = h.run({"stat"});
  server.join();
  BOOST_TEST(seen.exit_status == 16);
  BOOST_TEST(seen.out == "half");
  BOOST_TEST(seen.err.find("the server ended") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
