#include <boost/test/unit_test.hpp>

#include <fcntl.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

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

/// The names of what lies under a directory, itself too, and is not of `account`.
std::string not_of(uid_t account, fs::path const& directory) {
  std::string names;
  auto const look = [&](fs::path const& path) {
    struct stat seen {};
    if (::lstat(path.c_str(), &seen) != 0 || seen.st_uid != account) names += path.filename().string() + " ";
  };
  look(directory);
  if (!fs::is_directory(directory)) return names;
  for (auto const& entry : fs::recursive_directory_iterator(directory)) look(entry.path());
  return names;
}

/// A service's account that owns a home in which root works.
constexpr uid_t service = 4711;
void init_as_root_for_service(home_fixture& h) {
  fs::create_directories(h.home());
  BOOST_REQUIRE(::chown(h.home().c_str(), service, service) == 0);
  h.must({"init"});
}

boost::test_tools::assertion_result as_root(boost::unit_test::test_unit_id) { return ::geteuid() == 0; }

}  // namespace

BOOST_AUTO_TEST_SUITE(init)

BOOST_AUTO_TEST_CASE(nobody_else_may_rename_what_lies_in_a_home) {
  home_fixture h(false);
  mode_t const before = ::umask(0);
  h.must({"init"});
  ::umask(before);
  BOOST_CHECK(mode(h.home()) == fs::perms(0755));
}

BOOST_AUTO_TEST_CASE(what_root_makes_in_a_home_is_of_the_homes_owner, *boost::unit_test::precondition(as_root)) {
  home_fixture h(false);
  init_as_root_for_service(h);
  BOOST_TEST(not_of(service, h.home()) == "");
  std::ofstream(h.home() / "db/made") << "while the command worked";
  h.must({"customer", "add", "--kundenr", "1234", "--name", "X"});
  BOOST_TEST(not_of(service, h.home()) == "");
}

BOOST_AUTO_TEST_CASE(what_the_homes_owner_put_there_stays_whose_it_is, *boost::unit_test::precondition(as_root)) {
  home_fixture h(false);
  init_as_root_for_service(h);
  fs::path const place = h.home().parent_path();
  for (char const* const name : {"hard", "soft"}) std::ofstream(place / name) << "root's";
  fs::create_hard_link(place / "hard", h.home() / "db/hard");
  fs::create_symlink(place / "soft", h.home() / "db/soft");
  h.must({"customer", "add", "--kundenr", "1234", "--name", "X"});
  for (char const* const name : {"hard", "soft"}) BOOST_TEST(not_of(0, place / name) == "");
}

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
  BOOST_TEST(made.err.find("server.key") == std::string::npos, made.err);
  BOOST_TEST(secrets::read(h.home() / "secrets").pepper == pepper_before);
  BOOST_TEST(fs::file_size(h.home() / "server.crt") == 3u);
}

// As an init leaves it that is killed between two names.
BOOST_AUTO_TEST_CASE(a_key_alone_gets_its_certificate) {
  home_fixture h(false);
  fs::create_directories(h.home());
  std::string const of_before =  // Ed25519
      "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f\n"
      "-----END PRIVATE KEY-----\n";
  std::ofstream(h.home() / "server.key", std::ios::trunc) << of_before;
  outcome const made = h.run({"init"});
  BOOST_TEST(made == (outcome{0, "", "samspil: kept server.key, which was there\n"}));
  std::ifstream kept(h.home() / "server.key");
  BOOST_TEST((std::string(std::istreambuf_iterator<char>(kept), {}) == of_before));
  BIO* const certificate_file = BIO_new_file((h.home() / "server.crt").c_str(), "r");
  BIO* const key_file = BIO_new_file((h.home() / "server.key").c_str(), "r");
  X509* const certificate = PEM_read_bio_X509(certificate_file, nullptr, nullptr, nullptr);
  EVP_PKEY* const key = PEM_read_bio_PrivateKey(key_file, nullptr, nullptr, nullptr);
  BOOST_TEST(X509_check_private_key(certificate, key) == 1);
  EVP_PKEY_free(key);
  X509_free(certificate);
  BIO_free(key_file);
  BIO_free(certificate_file);
}

BOOST_AUTO_TEST_CASE(what_is_no_key_is_not_taken_for_one) {
  home_fixture h(false);
  fs::create_directories(h.home());
  std::ofstream(h.home() / "server.key") << "x";
  outcome const made = h.run({"init"});
  BOOST_TEST(made.exit_status == 16);
  BOOST_TEST(made.err.find("server.key: no private key in PEM") != std::string::npos, made.err);
  BOOST_TEST(!store::database::exists(h.home()));
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
