// The whole server in a child process: ready line, answers, signals, exit statuses.
#include <boost/test/unit_test.hpp>

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>

#include <fstream>

#include "admin/init.hpp"
#include "server/run.hpp"
#include "unit/server/fixture.hpp"

using namespace samspil;
using namespace samspil::server::test;

namespace {

/// A process that runs server::run on a configuration.
class child {
 public:
  explicit child(std::filesystem::path const& configuration) {
    int ends[2];
    BOOST_REQUIRE(::pipe2(ends, O_CLOEXEC) == 0);
    id_ = ::fork();
    BOOST_REQUIRE(id_ >= 0);
    if (id_ == 0) {
      ::dup2(ends[1], STDOUT_FILENO);
      ::_exit(server::run(configuration));
    }
    ::close(ends[1]);
    out_ = ends[0];
  }
  ~child() {
    if (id_ > 0) end(SIGKILL);
    ::close(out_);
  }
  child(child const&) = delete;
  child& operator=(child const&) = delete;

  /// Its first line; what there is of it when the process ends before.
  std::string line() const {
    std::string text;
    for (char byte = 0;;) {
      pollfd wait{out_, POLLIN, 0};
      if (::poll(&wait, 1, 60'000) <= 0 || ::read(out_, &byte, 1) != 1 || byte == '\n') return text;
      text += byte;
    }
  }
  void signal(int number) const { ::kill(id_, number); }
  /// Sends the signal (0: none), waits for the end and gives the exit status, -1 for a sudden end.
  int end(int number) {
    if (number != 0) signal(number);
    int how = 0;
    ::waitpid(id_, &how, 0);
    id_ = -1;
    return WIFEXITED(how) ? WEXITSTATUS(how) : -1;
  }

 private:
  pid_t id_ = -1;
  int out_ = -1;
};

/// A home made by init, and a configuration for it.
struct home {
  home() {
    system_clock const time;
    auto const made = admin::create_home(directory.path / "home", {"test"}, time);
    BOOST_REQUIRE(made.has_value());
    configure("home/server.crt", "10s");
  }
  void configure(std::string const& certificate, std::string const& idle) const {
    std::ofstream(file()) << "[database]\nhome = \"home\"\ncache = \"4MiB\"\n[[listener]]\nport = 0\ncertificate = \""
                          << certificate << "\"\nkey = \"home/server.key\"\n[[listener]]\naddress = \"127.0.0.2\"\n"
                          << "port = 0\ncertificate = \"home/server.crt\"\nkey = \"home/server.key\"\n"
                          << "[limits]\nidle = \"" << idle << "\"\n";
  }
  std::filesystem::path file() const { return directory.path / "samspild.toml"; }
  client::connection connect(std::string const& ready) const {
    client::endpoint to;
    std::size_t const colon = ready.find(':', ready.find("127."));
    to.port = ready.substr(colon + 1, ready.find(' ', colon) - colon - 1);
    to.ca_file = (directory.path / "home/server.crt").string();
    return client::connection(to);
  }
  scratch_directory directory;
};

/// An EKKO without a session: refused, which is an answer.
bool answers(client::connection& c) { return c.exchange(message()).substr(85, 3) == "68F"; }

}  // namespace

BOOST_AUTO_TEST_SUITE(run)

BOOST_AUTO_TEST_CASE(ready_then_answers_then_a_clean_end) {
  home const h;
  child server(h.file());
  std::string const ready = server.line();
  BOOST_TEST(ready.starts_with("samspild: ready 127.0.0.1:"));
  BOOST_TEST(ready.find(" 127.0.0.2:") != std::string::npos);
  auto c = h.connect(ready);
  BOOST_TEST(answers(c));
  BOOST_TEST(std::filesystem::exists(h.directory.path / "home/admin.sock"));

  child second(h.file());
  BOOST_TEST(second.line() == "");
  BOOST_TEST(second.end(0) == 16);
  BOOST_TEST(answers(c));

  server.signal(SIGTERM);
  bool clean = false;
  BOOST_TEST(c.receive_to_end(&clean) == "");
  BOOST_TEST(clean);
  BOOST_TEST(server.end(0) == 0);
}

BOOST_AUTO_TEST_CASE(a_secret_that_is_missing_or_open_to_others_is_bad_configuration) {
  home const h;
  std::filesystem::path const pepper = h.directory.path / "home/secrets/pepper.key";
  using std::filesystem::perms;
  std::filesystem::permissions(pepper, perms::group_read, std::filesystem::perm_options::add);
  child open_to_others(h.file());
  BOOST_TEST(open_to_others.line() == "");
  BOOST_TEST(open_to_others.end(0) == 12);
  std::filesystem::remove(pepper);
  child missing(h.file());
  BOOST_TEST(missing.line() == "");
  BOOST_TEST(missing.end(0) == 12);
}

BOOST_AUTO_TEST_CASE(a_hangup_reloads_and_what_is_bad_changes_nothing) {
  home const h;
  child server(h.file());
  std::string const ready = server.line();
  auto c = h.connect(ready);
  BOOST_TEST(answers(c));
  h.configure("home/server.key", "10s");  // no certificate
  server.signal(SIGHUP);
  BOOST_TEST(answers(c));
  {
    auto other = h.connect(ready);
    BOOST_TEST(answers(other));
  }
  h.configure("home/server.crt", "0s");
  server.signal(SIGHUP);
  BOOST_TEST(answers(c));
  std::filesystem::remove(h.file());
  std::filesystem::create_directory(h.file());  // which a stream opens and cannot read
  server.signal(SIGHUP);
  BOOST_TEST(!c.closed_within(std::chrono::milliseconds(500)));  // until it has looked
  BOOST_TEST(answers(c));
  std::filesystem::remove(h.file());
  h.configure("home/server.crt", "300ms");
  server.signal(SIGHUP);
  // Sooner or later a message is followed by the new limit.
  while (!c.closed_within(std::chrono::milliseconds(900))) BOOST_REQUIRE(answers(c));
  BOOST_TEST(server.end(SIGINT) == 0);
}

// Listeners in another order would get each other's certificates.
BOOST_AUTO_TEST_CASE(a_hangup_does_not_take_other_listeners) {
  home const h;
  auto const listener = [](char const* address, char const* idle) {
    return std::string("[[listener]]\naddress = \"") + address +
           "\"\nport = 0\ncertificate = \"home/server.crt\"\nkey = \"home/server.key\"\n" + idle;
  };
  std::string const begin = "[database]\nhome = \"home\"\ncache = \"4MiB\"\n";
  std::ofstream(h.file()) << begin << listener("127.0.0.1", "") << listener("127.0.0.2", "");
  child server(h.file());
  std::string const ready = server.line();
  auto c = h.connect(ready);
  std::string const short_idle = "[limits]\nidle = \"300ms\"\n";
  std::ofstream(h.file()) << begin << listener("127.0.0.2", "") << listener("127.0.0.1", "") << short_idle;
  server.signal(SIGHUP);
  for (int i = 0; i < 3; ++i) {
    BOOST_TEST(!c.closed_within(std::chrono::milliseconds(600)));  // nothing of the file holds
    BOOST_REQUIRE(answers(c));
  }
  std::ofstream(h.file()) << begin << listener("127.0.0.1", "") << listener("127.0.0.2", "") << short_idle;
  server.signal(SIGHUP);
  while (!c.closed_within(std::chrono::milliseconds(900))) BOOST_REQUIRE(answers(c));
  BOOST_TEST(server.end(SIGTERM) == 0);
}

BOOST_AUTO_TEST_CASE(exit_statuses) {
  home const h;
  auto const status = [&h](std::string const& text) {
    std::ofstream(h.file()) << text;
    child server(h.file());
    server.line();
    return server.end(0);
  };
  BOOST_TEST(status("[databas]") == 12);
  std::filesystem::remove(h.file());
  std::filesystem::create_directory(h.file());
  BOOST_TEST(status("") == 12);
  std::filesystem::remove(h.file());
  BOOST_TEST(status("[database]\nhome = \"nowhere\"\n") == 12);
  BOOST_TEST(status("[database]\nhome = \"home\"\n[[listener]]\nport = 0\ncertificate = \"none.crt\"\n") == 12);
  BOOST_TEST(status("[database]\nhome = \"home\"\n[secrets]\ndirectory = \"none\"\n") == 12);
  BOOST_TEST(status("[database]\nhome = \"home\"\n[[listener]]\naddress = \"192.0.2.1\"\nport = 0\n"
                    "certificate = \"home/server.crt\"\nkey = \"home/server.key\"\n") == 16);
}

BOOST_AUTO_TEST_SUITE_END()
