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
    BOOST_TEST(run_remote(*socket, {words, "", {}, 0, nullptr, {}}, out, err) == 12);
  }
  BOOST_TEST(h.run({"stat"}).exit_status == 0);
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
