#include "session/passwords.hpp"

#include <boost/test/unit_test.hpp>

#include "base/crypto.hpp"
#include "base/date.hpp"
#include "session/access.hpp"

using namespace samspil;

BOOST_AUTO_TEST_SUITE(passwords)

BOOST_AUTO_TEST_CASE(what_breaks_the_rules) {
  struct {
    std::string password;
    bool right;
  } const cases[] = {
      {"Abcdef1!", true},   {"Abcde1!", false},           {std::string(61, 'a') + "A1!", true},
      {std::string(62, 'a') + "A1!", false},              {"abcdef1!", false},
      {"ABCDEF1!", false},  {"Abcdefg!", false},          {"Abcdefg1", false},
      {" Abcdef1!", false}, {"Abc def1", true},           {"Abcdef1\x01", false},
      {"\xC6" "bcdef1!", true}, {"\xE6" "BCDEF1!", true},
  };
  for (auto const& c : cases)
    BOOST_TEST_CONTEXT(c.password) BOOST_TEST(!session::password_fault(c.password) == c.right);
}

BOOST_AUTO_TEST_CASE(one_time_passwords_keep_the_rules_and_differ) {
  std::string last;
  for (int i = 0; i < 200; ++i) {
    std::string const next = session::one_time_password();
    BOOST_TEST(next.size() == 8U);
    BOOST_TEST(!session::password_fault(next).has_value());
    BOOST_TEST(next != last);
    last = next;
  }
}

BOOST_AUTO_TEST_CASE(the_history_holds_the_last_24) {
  store::user_row user;
  auto const day = *parse_date8("20260310");
  for (int i = 0; i < 25; ++i) session::set_password_hash(user, "hash" + std::to_string(i), day, false);
  BOOST_TEST(codec::trimmed(user(rec::USER_ROW::PASSWORD_HASH, 0)) == "hash24");
  BOOST_TEST(codec::trimmed(user(rec::USER_ROW::PASSWORD_HASH, 23)) == "hash1");
  BOOST_TEST(user[rec::USER_ROW::PASSWORD_EXPIRES] == "20260608");
}

BOOST_AUTO_TEST_CASE(a_password_is_known_again_with_its_pepper_only) {
  store::user_row user;
  auto const day = *parse_date8("20260310");
  session::set_password(user, "Abcdef1!", "pepper", day, true);
  session::set_password(user, "Ghijkl2!", "pepper", day, false);
  BOOST_TEST(user[rec::USER_ROW::ONE_TIME] == " ");
  BOOST_TEST(session::was_used_before(user, "Abcdef1!", "pepper"));
  BOOST_TEST(session::was_used_before(user, "Ghijkl2!", "pepper"));
  BOOST_TEST(!session::was_used_before(user, "Ghijkl3!", "pepper"));
  BOOST_TEST(!session::was_used_before(user, "Ghijkl2!", "other pepper"));
}

BOOST_AUTO_TEST_CASE(hashes_that_do_not_parse_match_nothing) {
  for (char const* phc : {"", "x", "$argon2id$v=19$m=19456,t=2,p=1$", "$argon2id$v=19$m=19456,t=2,p=1$AAAA$AAAA"})
    BOOST_TEST(!crypto::verify_password("Abcdef1!", "pepper", phc));
}

BOOST_AUTO_TEST_CASE(address_ranges) {
  struct {
    char const* address;
    char const* range;
    bool in;
  } const cases[] = {
      {"192.0.2.7", "192.0.2.0/24", true},      {"192.0.3.7", "192.0.2.0/24", false},
      {"192.0.2.7", "192.0.2.7", true},         {"192.0.2.8", "192.0.2.7", false},
      {"192.0.2.7", "0.0.0.0/0", true},         {"::ffff:192.0.2.7", "192.0.2.0/24", true},
      {"2001:db8::1", "2001:db8::/32", true},   {"2001:db9::1", "2001:db8::/32", false},
      {"192.0.2.7", "2001:db8::/32", false},    {"192.0.2.7", "192.0.2.0/33", false},
      {"192.0.2.7", "nonsense", false},         {"192.0.2.129", "192.0.2.128/25", true},
      {"192.0.2.127", "192.0.2.128/25", false},
  };
  for (auto const& c : cases)
    BOOST_TEST_CONTEXT(c.address << " in " << c.range) BOOST_TEST(session::in_range(c.address, c.range) == c.in);
}

BOOST_AUTO_TEST_CASE(a_customer_bound_to_a_certificate) {
  store::customer_row customer;
  session::peer from{"192.0.2.7", "ab12", "CN=provider"};
  BOOST_TEST(session::may_come_from(customer, from));
  customer.set(rec::CUSTOMER_ROW::CERTIFICATE, "CN=provider");
  BOOST_TEST(session::may_come_from(customer, from));
  customer.set(rec::CUSTOMER_ROW::CERTIFICATE, "ab12");
  BOOST_TEST(session::may_come_from(customer, from));
  from.certificate = "";
  BOOST_TEST(!session::may_come_from(customer, from));
  from.certificate = "ab12";
  customer.set(rec::CUSTOMER_ROW::ADDRESS_RANGE, 3, "198.51.100.0/24");
  BOOST_TEST(!session::may_come_from(customer, from));
  customer.set(rec::CUSTOMER_ROW::ADDRESS_RANGE, 4, "192.0.2.0/24");
  BOOST_TEST(session::may_come_from(customer, from));
}

BOOST_AUTO_TEST_SUITE_END()
