#include "base/secrets.hpp"

#include <sys/stat.h>

#include <boost/test/unit_test.hpp>
#include <fstream>
#include <set>

#include "base/certificate.hpp"
#include "base/crypto.hpp"
#include "support/temporary.hpp"

using namespace samspil;

namespace {

mode_t mode(std::filesystem::path const& path) {
  struct stat about {};
  BOOST_REQUIRE(::stat(path.c_str(), &about) == 0);
  return about.st_mode & 0777;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(secret_things)

BOOST_AUTO_TEST_CASE(keys_are_made_once_and_for_their_owner_alone) {
  test::temporary_directory home;
  auto const directory = secrets::default_directory(home.path());
  secrets::create(directory);
  BOOST_TEST(mode(directory) == 0700U);
  BOOST_TEST(mode(directory / "pepper.key") == 0600U);
  auto const keys = secrets::read(directory);
  BOOST_TEST(keys.pepper.size() == 32U);
  BOOST_TEST(keys.audit.find("PRIVATE KEY") != std::string::npos);
  BOOST_CHECK_THROW(secrets::create(directory), std::runtime_error);
  BOOST_TEST(secrets::read(directory).pepper == keys.pepper);
}

BOOST_AUTO_TEST_CASE(keys_that_cannot_be_used_are_named) {
  test::temporary_directory home;
  auto const directory = home.path() / "secrets";
  BOOST_CHECK_EXCEPTION(secrets::read(directory), std::runtime_error,
                        [](auto const& e) { return std::string(e.what()).find("pepper.key") != std::string::npos; });
  secrets::create(directory);
  std::filesystem::permissions(directory / "audit.key", std::filesystem::perms::group_read,
                               std::filesystem::perm_options::add);
  BOOST_CHECK_EXCEPTION(secrets::read(directory), std::runtime_error,
                        [](auto const& e) { return std::string(e.what()).find("audit.key") != std::string::npos; });
  std::filesystem::permissions(directory / "audit.key", std::filesystem::perms::owner_read);
  std::ofstream(directory / "pepper.key", std::ios::trunc) << "short";
  BOOST_CHECK_THROW(secrets::read(directory), std::runtime_error);
}

BOOST_AUTO_TEST_CASE(a_certificate_is_never_overwritten) {
  test::temporary_directory home;
  crypto::write_self_signed(home.path() / "server.crt", home.path() / "server.key");
  BOOST_TEST(mode(home.path() / "server.key") == 0600U);
  BOOST_CHECK_THROW(crypto::write_self_signed(home.path() / "server.crt", home.path() / "server.key"),
                    std::runtime_error);
}

BOOST_AUTO_TEST_CASE(passwords_are_salted) {
  std::string const one = crypto::hash_password("Abcdef1!", "pepper");
  std::string const two = crypto::hash_password("Abcdef1!", "pepper");
  BOOST_TEST(one != two);
  BOOST_TEST(one.size() <= 128U);
  BOOST_TEST(one.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
  BOOST_TEST(crypto::verify_password("Abcdef1!", "pepper", one));
  BOOST_TEST(crypto::verify_password("Abcdef1!", "pepper", one + "   "));
  BOOST_TEST(!crypto::verify_password("Abcdef1?", "pepper", one));
}

BOOST_AUTO_TEST_CASE(tokens_use_their_alphabet_and_do_not_repeat) {
  std::set<std::string> seen;
  for (int i = 0; i < 1000; ++i) {
    std::string const token = crypto::random_token(24);
    BOOST_TEST(token.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-") ==
               std::string::npos);
    BOOST_TEST(seen.insert(token).second);
  }
}

BOOST_AUTO_TEST_CASE(sha_256_of_the_standard) {
  BOOST_TEST(crypto::sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  BOOST_TEST(crypto::sha256_hex("a", "bc") == crypto::sha256_hex("abc"));
  BOOST_TEST(crypto::sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

BOOST_AUTO_TEST_CASE(secrets_are_wiped) {
  std::string secret = "Abcdef1!";
  crypto::wipe(secret);
  BOOST_TEST(secret.empty());
  BOOST_TEST(crypto::equal_secret("same", "same"));
  BOOST_TEST(!crypto::equal_secret("same", "sama"));
  BOOST_TEST(!crypto::equal_secret("same", "same "));
}

BOOST_AUTO_TEST_SUITE_END()
