#include <boost/test/unit_test.hpp>

#include "base/crypto.hpp"
#include "home_fixture.hpp"
#include "session/passwords.hpp"

using namespace samspil;
using namespace samspil::test;
using user = rec::USER_ROW;

namespace {

/// A session row of MEYER, as a logon writes it.
void add_session(home_fixture& h, std::string const& kundenr, std::string_view id, char token) {
  using row = rec::SESSION_ROW;
  store::session_row session;
  session.set(row::TOKEN_HASH, std::string(64, token)).set(row::KUNDENR, kundenr).set(row::USER_ID, id);
  h.change([&](store::write_scope& scope) { scope.put_session(session); });
}

bool has_session(home_fixture& h, char token) {
  return h.look([&](store::read_scope& scope) { return scope.session(std::string(64, token)).has_value(); });
}

bool password_is(home_fixture& h, std::string const& kundenr, std::string_view id, std::string_view password) {
  auto const pepper_now = secrets::read(h.home() / "secrets").pepper;
  return crypto::verify_password(password, pepper_now, codec::trimmed(h.user(kundenr, id)(user::PASSWORD_HASH, 0)));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(customers)

BOOST_AUTO_TEST_CASE(what_a_new_customer_has) {
  home_fixture& h = running_home();
  BOOST_TEST(h.run({"customer", "add", "--kundenr", "7", "--name", "\xc3\x86r\xc3\xb8 Kommune"}) ==
             (outcome{0, "", ""}));
  BOOST_TEST(h.last_audit() == me() + "|customer add|O|kundenr 0007\n");
  BOOST_TEST(h.must({"customer", "show", "--kundenr", "0007"}) ==
             "kundenr       0007\nname          \xc3\x86r\xc3\xb8 Kommune\ntransactions  SAMS\ntask          000701\n"
             "records       all\naddresses     any\ncertificate   none\n");
  BOOST_TEST(
      h.must({"customer", "show", "--kundenr", "7", "--json"}) ==
      "{\"kundenr\":\"0007\",\"name\":\"\xc3\x86r\xc3\xb8 Kommune\",\"transactions\":[\"SAMS\"],\"task\":\"000701\","
      "\"records\":[],\"addresses\":[],\"certificate\":\"\"}\n");
}

BOOST_AUTO_TEST_CASE(all_its_options) {
  home_fixture& h = running_home();
  std::string const fingerprint(64, 'a');
  h.must({"customer", "add", "--kundenr", "8", "--name", "Bank", "--transactions", "PRIV,OFF4", "--task", "123456",
          "--records", "008,003", "--address", "10.1.2.3/8", "--address", "::1", "--certificate",
          std::string(64, 'A')});
  BOOST_TEST(h.must({"customer", "show", "--kundenr", "8"}) ==
             "kundenr       0008\nname          Bank\ntransactions  PRIV,OFF4\ntask          123456\n"
             "records       001,003,008\naddresses     10.0.0.0/8,::1/128\ncertificate   " + fingerprint + "\n");
  h.must({"customer", "change", "--kundenr", "8", "--address", "any", "--records", "all", "--certificate", "none"});
  BOOST_TEST(h.must({"customer", "show", "--kundenr", "8"}) ==
             "kundenr       0008\nname          Bank\ntransactions  PRIV,OFF4\ntask          123456\n"
             "records       all\naddresses     any\ncertificate   none\n");
  std::string const list = h.must({"customer", "list"});
  BOOST_TEST(list.starts_with("KUNDENR  NAME "), list);
  BOOST_TEST(list.find("\n0008     Bank ") != std::string::npos, list);
  // As the server compares it, as openssl prints it, and with escaped bytes.
  for (char const* const text : {"CN=b\xC3\xA6nk\\, A,O=Bank,C=DK", "subject=C = DK, O = Bank, CN = b\xC3\xA6nk\\, A",
                                 "C=DK, O=Bank, CN=b\xC3\xA6nk\\, A", "/C=DK/O=Bank/CN=b\xC3\xA6nk\\, A",
                                 "CN=b\\C3\\A6nk\\, A,O=Bank,C=DK"}) {
    h.must({"customer", "change", "--kundenr", "8", "--certificate", text});
    std::string const shown = h.must({"customer", "list", "--json"});
    BOOST_TEST(shown.find("\"certificate\":\"CN=b\xC3\xA6nk\\\\, A,O=Bank,C=DK\"") != std::string::npos, text << shown);
  }
  for (char const* const text : {"bank", "CN bank", "=bank", "CN=bank,,O=Bank", "aa:bb"})
    BOOST_TEST(h.run({"customer", "change", "--kundenr", "8", "--certificate", text}).exit_status == 12, text);
}

BOOST_AUTO_TEST_CASE(refusals) {
  home_fixture& h = running_home();
  h.must({"customer", "add", "--kundenr", "17", "--name", "A"});
  auto status_of = [&](std::vector<std::string> more) {
    std::vector<std::string> words{"customer", "change", "--kundenr", "17"};
    words.insert(words.end(), more.begin(), more.end());
    return h.run(words).exit_status;
  };
  std::string const before = h.must({"customer", "show", "--kundenr", "17"});
  BOOST_TEST(status_of({"--transactions", "SAMS,XXXX"}) == 12);
  BOOST_TEST(status_of({"--records", "001,500"}) == 12);
  BOOST_TEST(status_of({"--records", "000"}) == 12);
  BOOST_TEST(status_of({"--records", "999"}) == 12);
  BOOST_TEST(status_of({"--address", "10.0.0.0/99"}) == 12);
  BOOST_TEST(status_of({"--address", "any", "--address", "10.0.0.0/8"}) == 12);
  BOOST_TEST(status_of({"--task", "12345"}) == 12);
  BOOST_TEST(status_of({"--name", std::string(41, 'x')}) == 12);
  BOOST_TEST(status_of({"--name", " "}) == 12);
  BOOST_TEST(status_of({"--certificate", std::string(201, 'x')}) == 12);
  std::vector<std::string> many;
  for (int i = 0; i < 17; ++i) many.insert(many.end(), {"--address", "10.0.0." + std::to_string(i)});
  BOOST_TEST(status_of(many) == 12);
  many.resize(32);
  BOOST_TEST(status_of(many) == 0);
  h.must({"customer", "change", "--kundenr", "17", "--address", "any"});
  BOOST_TEST(h.must({"customer", "show", "--kundenr", "17"}) == before);

  BOOST_TEST(h.run({"customer", "add", "--kundenr", "17", "--name", "B"}) ==
             (outcome{8, "", "samspil: customer 0017 is there already\n"}));
  BOOST_TEST(h.last_audit() == me() + "|customer add|F|kundenr 0017\n");
  BOOST_TEST(h.run({"customer", "show", "--kundenr", "19"}) == (outcome{8, "", "samspil: no customer 0019\n"}));
  BOOST_TEST(h.run({"customer", "change", "--kundenr", "19", "--name", "B"}).exit_status == 8);
  BOOST_TEST(h.run({"customer", "add", "--kundenr", "10000", "--name", "B"}).exit_status == 12);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(users)

BOOST_AUTO_TEST_CASE(a_user_with_a_password_of_its_own) {
  home_fixture& h = running_home();
  std::string const k = h.add_customer_and_user();
  store::user_row const row = h.user(k, "MEYER");
  BOOST_TEST(row[user::SECURITY_GROUP] == "KOMMUNE ");
  BOOST_TEST(row[user::MYNKOD] == "0101");
  BOOST_TEST(row[user::USER_LANGUAGE] == "da");
  BOOST_TEST(row[user::ONE_TIME] == " ");
  BOOST_TEST(row[user::PASSWORD_EXPIRES] == date8(add_days(h.clock.business_date(), 90)));
  BOOST_TEST(password_is(h, k, "MEYER", "Rigtig1!"));
  BOOST_TEST(h.last_audit() == me() + "|user add|O|kundenr " + k + " user MEYER\n");
  BOOST_TEST(codec::number(row[user::RIGHTS_CHANGED]) == h.server_database().committed_sequence());
}

BOOST_AUTO_TEST_CASE(a_one_time_password_stands_alone_on_its_line) {
  home_fixture& h = running_home();
  std::string const k = h.add_customer_and_user();
  outcome const made = h.run({"user", "add", "--kundenr", k, "--user", "ny", "--group", "BORGER"});
  BOOST_TEST(made.exit_status == 0);
  BOOST_TEST(made.err == "");
  BOOST_REQUIRE(made.out.size() == 9u);
  std::string const password = made.out.substr(0, 8);
  BOOST_TEST(!session::password_fault(password).has_value());
  BOOST_TEST(password_is(h, k, "ny", password));
  BOOST_TEST(h.user(k, "ny")[user::ONE_TIME] == "Y");
  std::string const json = h.must({"user", "reset", "--kundenr", k, "--user", "ny", "--json"});
  BOOST_TEST(json.starts_with("{\"kundenr\":\"" + k + "\",\"user\":\"ny\",\"password\":\""), json);
}

BOOST_AUTO_TEST_CASE(the_business_date_can_be_another) {
  home_fixture& h = running_home();
  std::string const k = h.add_customer_and_user();
  h.must({"user", "reset", "--kundenr", k, "--user", "MEYER", "--date", "2030-01-01"});
  BOOST_TEST(h.user(k, "MEYER")[user::PASSWORD_EXPIRES] == "20300401");
  BOOST_TEST(h.run({"user", "reset", "--kundenr", k, "--user", "MEYER", "--date", "2030-13-01"}).exit_status == 12);
}

BOOST_AUTO_TEST_CASE(case_matters) {
  home_fixture& h = running_home();
  std::string const k = h.add_customer_and_user();
  h.must({"user", "add", "--kundenr", k, "--user", "Meyer", "--group", "BORGER"});
  BOOST_TEST(h.user(k, "Meyer")[user::SECURITY_GROUP] == "BORGER  ");
  BOOST_TEST(h.user(k, "MEYER")[user::SECURITY_GROUP] == "KOMMUNE ");
}

BOOST_AUTO_TEST_CASE(a_password_by_the_rules_or_none) {
  home_fixture& h = running_home();
  std::string const k = h.add_customer_and_user();
  std::vector<std::string> const reset{"user", "reset", "--kundenr", k, "--user", "MEYER", "--password-stdin"};
  for (std::string const bad : {"", "\n", "Kort1!\n", "langnok1!\n", "\nRigtig2!\n", " Rigtig2!\n", "Rigtig2\xff!\n"}) {
    outcome const seen = h.run(reset, bad);
    BOOST_TEST(seen.exit_status == 12);
    BOOST_TEST(seen.err.starts_with("samspil: the password on standard input"), seen.err);
    BOOST_TEST(seen.err.find("Rigtig2") == std::string::npos);
  }
  BOOST_TEST(password_is(h, k, "MEYER", "Rigtig1!"));
  BOOST_TEST(h.run(reset, "Rigtig1!\n") ==
             (outcome{12, "", "samspil: the password on standard input breaks the rules: one of the last 24\n"}));
  BOOST_TEST(h.run(reset, "Rigtig2!\r\nandet\n") == (outcome{0, "", ""}));
  BOOST_TEST(password_is(h, k, "MEYER", "Rigtig2!"));
  BOOST_TEST(h.run(reset, "Bl\xc3\xa5" "b\xc3\xa6r1!") == (outcome{0, "", ""}));
  BOOST_TEST(password_is(h, k, "MEYER", "Bl\xe5" "b\xe6r1!"));
}

BOOST_AUTO_TEST_CASE(no_password_is_ever_shown_or_logged) {
  home_fixture& h = running_home();
  std::string const k = h.add_customer_and_user();
  std::string seen = h.must({"user", "show", "--kundenr", k, "--user", "MEYER"}) +
                     h.must({"user", "show", "--kundenr", k, "--user", "MEYER", "--json"}) +
                     h.must({"user", "list"}) + h.must({"user", "list", "--json"}) + h.must({"audit", "show"}) +
                     h.must({"audit", "show", "--json"});
  BOOST_TEST(seen.find("Rigtig1!") == std::string::npos);
  BOOST_TEST(seen.find("argon2") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(lock_and_unlock) {
  home_fixture& h = running_home();
  std::string const k = h.add_customer_and_user();
  h.must({"user", "add", "--kundenr", k, "--user", "OTHER", "--group", "KOMMUNE"});
  add_session(h, k, "MEYER", 'a');
  add_session(h, k, "OTHER", 'b');
  h.must({"user", "lock", "--kundenr", k, "--user", "MEYER"});
  BOOST_TEST(h.last_audit() == me() + "|user lock|O|kundenr " + k + " user MEYER\n");
  BOOST_TEST(h.user(k, "MEYER")[user::LOCKED] == "Y");
  BOOST_TEST(!has_session(h, 'a'));
  BOOST_TEST(has_session(h, 'b'));
  outcome const reset = h.run({"user", "reset", "--kundenr", k, "--user", "MEYER"});
  BOOST_TEST(reset.exit_status == 0);
  BOOST_TEST(reset.err.find("still locked") != std::string::npos);
  h.change([&](store::write_scope& scope) {
    auto row = scope.user(k, "MEYER").value();
    scope.put_user(row.set(user::FAILED_ATTEMPTS, 5));
  });
  std::string const rights(h.user(k, "MEYER")[user::RIGHTS_CHANGED]);
  h.must({"user", "unlock", "--kundenr", k, "--user", "MEYER"});
  BOOST_TEST(h.user(k, "MEYER")[user::LOCKED] == " ");
  BOOST_TEST(h.user(k, "MEYER")[user::FAILED_ATTEMPTS] == "005");  // until a logon has told of them
  // Saves of sessions that went on do not fail for it (7024), nor for another language; for another right they do.
  BOOST_TEST(h.user(k, "MEYER")[user::RIGHTS_CHANGED] == rights);
  h.must({"user", "change", "--kundenr", k, "--user", "MEYER", "--language", "en"});
  BOOST_TEST(h.user(k, "MEYER")[user::RIGHTS_CHANGED] == rights);
  h.must({"user", "change", "--kundenr", k, "--user", "MEYER", "--authority", "0147"});
  BOOST_TEST(h.user(k, "MEYER")[user::RIGHTS_CHANGED] > rights);
}

BOOST_AUTO_TEST_CASE(reset_and_delete_end_sessions) {
  home_fixture& h = running_home();
  std::string const k = h.add_customer_and_user();
  add_session(h, k, "MEYER", 'a');
  h.must({"user", "reset", "--kundenr", k, "--user", "MEYER"});
  BOOST_TEST(!has_session(h, 'a'));
  add_session(h, k, "MEYER", 'a');
  h.must({"user", "delete", "--kundenr", k, "--user", "MEYER"});
  BOOST_TEST(!has_session(h, 'a'));
  BOOST_TEST(h.run({"user", "show", "--kundenr", k, "--user", "MEYER"}) ==
             (outcome{8, "", "samspil: no user MEYER of customer " + k + "\n"}));
}

BOOST_AUTO_TEST_CASE(a_change_of_rights_has_its_sequence) {
  home_fixture& h = running_home();
  std::string const k = h.add_customer_and_user();
  add_session(h, k, "MEYER", 'a');
  auto const before = codec::number(h.user(k, "MEYER")[user::RIGHTS_CHANGED]);
  h.must({"user", "change", "--kundenr", k, "--user", "MEYER", "--group", "CPRADM", "--language", "en",
          "--authority", "0851"});
  store::user_row const row = h.user(k, "MEYER");
  BOOST_TEST(codec::number(row[user::RIGHTS_CHANGED]) == before + 1);
  BOOST_TEST(row[user::SECURITY_GROUP] == "CPRADM  ");
  BOOST_TEST(row[user::USER_LANGUAGE] == "en");
  BOOST_TEST(row[user::MYNKOD] == "0851");
  BOOST_TEST(password_is(h, k, "MEYER", "Rigtig1!"));
  BOOST_TEST(has_session(h, 'a'));
}

BOOST_AUTO_TEST_CASE(refusals) {
  home_fixture& h = running_home();
  std::string const k = h.add_customer_and_user();
  auto add = [&](std::string const& kundenr, std::string const& id, std::string const& group) {
    return h.run({"user", "add", "--kundenr", kundenr, "--user", id, "--group", group});
  };
  BOOST_TEST(add(k, "MEYER", "KOMMUNE") == (outcome{8, "", "samspil: user " + k + "/MEYER is there already\n"}));
  BOOST_TEST(add("9102", "MEYER", "KOMMUNE") == (outcome{8, "", "samspil: no customer 9102\n"}));
  BOOST_TEST(add(k, "X", "KOMM") == (outcome{8, "", "samspil: no group KOMM\n"}));
  BOOST_TEST(h.last_audit() == me() + "|user add|F|kundenr " + k + " user X\n");
  BOOST_TEST(add(k, "123456789", "KOMMUNE").exit_status == 12);
  BOOST_TEST(add(k, "X", "NINECHARS").exit_status == 12);
  BOOST_TEST(h.run({"user", "add", "--kundenr", k, "--user", "X"}).exit_status == 12);
  auto change = [&](std::string const& option, std::string const& value) {
    return h.run({"user", "change", "--kundenr", k, "--user", "MEYER", option, value}).exit_status;
  };
  BOOST_TEST(change("--group", "NONE") == 8);
  BOOST_TEST(change("--authority", "101") == 12);
  BOOST_TEST(change("--language", "de") == 12);
  for (std::string const word : {"change", "lock", "unlock", "reset", "delete", "show"}) {
    outcome const seen = h.run({"user", word, "--kundenr", k, "--user", "NOBODY"});
    BOOST_TEST(seen == (outcome{8, "", "samspil: no user NOBODY of customer " + k + "\n"}));
  }
}

BOOST_AUTO_TEST_CASE(lists) {
  home_fixture& h = running_home();
  std::string const k = h.add_customer_and_user();
  std::string const line = k + "     MEYER  KOMMUNE  0101       da        no      2026-06-08        never\n";
  std::string const heading =
      "KUNDENR  USER   GROUP    AUTHORITY  LANGUAGE  LOCKED  PASSWORD EXPIRES  LAST LOGON\n";
  BOOST_TEST(h.must({"user", "list", "--kundenr", k}) == heading + line);
  std::string const all = h.must({"user", "list"});
  BOOST_TEST(all.starts_with("KUNDENR  USER "), all);
  BOOST_TEST(all.find("\n" + k + "     MEYER ") != std::string::npos, all);
  BOOST_TEST(h.must({"user", "list", "--kundenr", "9102", "--json"}) == "[]\n");
}

BOOST_AUTO_TEST_SUITE_END()
