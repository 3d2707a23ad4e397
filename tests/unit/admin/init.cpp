#include <boost/test/unit_test.hpp>

#include <fcntl.h>
#include <sys/file.h>

#include <filesystem>
#include <fstream>

#include "admin/descriptor.hpp"
#include "home_fixture.hpp"
#include "store/verify.hpp"

using namespace samspil;
using namespace samspil::test;
namespace fs = std::filesystem;

namespace {

fs::perms mode(fs::path const& path) { return fs::status(path).permissions() & fs::perms::mask; }

}  // namespace

BOOST_AUTO_TEST_SUITE(init)

BOOST_AUTO_TEST_CASE(a_home_with_everything_in_it) {
  home_fixture h(false);
  BOOST_TEST(h.run({"init"}) == (outcome{0, "", ""}));
  BOOST_TEST(store::database::exists(h.home()));
  BOOST_TEST(fs::exists(h.home() / "server.crt"));
  BOOST_CHECK(mode(h.home() / "server.key") == fs::perms(0600));
  BOOST_CHECK(mode(h.home() / "secrets") == fs::perms(0700));
  BOOST_TEST(!fs::exists(h.home() / ".init"));
  BOOST_TEST(h.last_audit(9) ==
             "tester|init|O|groups, version 1\ntester|init|O|texts, version 1\ntester|init|O|messages, version 1\n"
             "tester|init|O|rules, version 1\n");
  store::database db(h.home());
  BOOST_TEST(store::verify(db).empty());
}

BOOST_AUTO_TEST_CASE(not_twice) {
  home_fixture h(false);
  h.must({"init"});
  outcome const again = h.run({"init"});
  BOOST_TEST(again.exit_status == 8);
  BOOST_TEST(again.err == "samspil: " + h.home().string() + " has a database already\n");
}

BOOST_AUTO_TEST_CASE(not_while_a_server_runs) {
  home_fixture h;
  h.start_server();
  BOOST_TEST(h.run({"init"}).exit_status == 8);
}

BOOST_AUTO_TEST_CASE(not_two_at_a_time) {
  home_fixture h(false);
  fs::create_directories(h.home());
  admin::descriptor const other(::open(h.home().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  BOOST_REQUIRE(::flock(other.get(), LOCK_EX | LOCK_NB) == 0);
  BOOST_TEST(h.run({"init"}).exit_status == 8);
  BOOST_TEST(fs::is_empty(h.home()));
}

BOOST_AUTO_TEST_CASE(what_a_killed_init_left_goes_away) {
  home_fixture h(false);
  fs::create_directories(h.home() / ".init" / "db");
  std::ofstream(h.home() / ".init" / "db" / "rest") << "x";
  BOOST_TEST(h.run({"init"}).exit_status == 0);
  BOOST_TEST(!fs::exists(h.home() / ".init"));
  BOOST_TEST(!fs::exists(h.home() / "db" / "rest"));
}

BOOST_AUTO_TEST_CASE(the_operators_own_certificate_and_secrets_stay) {
  home_fixture h(false);
  fs::create_directories(h.home());
  std::ofstream(h.home() / "server.crt") << "own";
  secrets::create(h.home() / "secrets");
  std::string const pepper_before = secrets::read(h.home() / "secrets").pepper;
  outcome const made = h.run({"init"});
  BOOST_TEST(made.exit_status == 0);
  BOOST_TEST(made.err.find("kept secrets") != std::string::npos, made.err);
  BOOST_TEST(made.err.find("kept server.crt") != std::string::npos, made.err);
  BOOST_TEST(secrets::read(h.home() / "secrets").pepper == pepper_before);
  BOOST_TEST(fs::file_size(h.home() / "server.crt") == 3u);
}

BOOST_AUTO_TEST_CASE(a_failure_leaves_no_database) {
  home_fixture h(false);
  // A file stands where the home's directory should be.
  std::ofstream(h.home()) << "x";
  outcome const made = h.run({"init"});
  BOOST_TEST(made.exit_status == 16);
  BOOST_TEST(!store::database::exists(h.home()));
}

BOOST_AUTO_TEST_SUITE_END()
