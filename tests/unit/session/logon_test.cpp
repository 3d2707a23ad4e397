#include <boost/test/unit_test.hpp>
#include <future>

#include "fixture.hpp"
#include "session/closing.hpp"

using namespace samspil;
using namespace samspil::test;
using rec::HOVED;
using rec::LOGN_SVAR;

namespace {

std::string field(reply_seen const& answer, auto const& f) {
  return std::string(codec::view<LOGN_SVAR>(std::string_view(answer.bytes).substr(100))[f]);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(logon)

BOOST_AUTO_TEST_CASE(what_the_answer_says) {
  provider p;
  auto const first = p.logon();
  BOOST_TEST(first.fejlnr() == "00");
  BOOST_TEST(first.body().size() == 100U);
  BOOST_TEST(codec::trimmed(first[HOVED::TOKEN]).size() == 24U);
  BOOST_TEST(codec::trimmed(field(first, LOGN_SVAR::SIKKERHEDSGRUPPE)) == "KOMMUNE");
  BOOST_TEST(field(first, LOGN_SVAR::MYNKOD) == "0101");
  BOOST_TEST(field(first, LOGN_SVAR::KENDEORD_UDLOEB) == "20260608");
  BOOST_TEST(field(first, LOGN_SVAR::DAGE_TILBAGE) == "090");
  BOOST_TEST(field(first, LOGN_SVAR::SIDSTE_LOGON) == "00000000000000");
  BOOST_TEST(field(first, LOGN_SVAR::FORRETNINGSDATO) == "20260310");
  p.logon("KOMM01", "Forkert1!");
  auto const second = p.logon();
  BOOST_TEST(field(second, LOGN_SVAR::FEJLEDE_FORSOEG) == "001");
  BOOST_TEST(field(second, LOGN_SVAR::SIDSTE_LOGON) != "00000000000000");
  BOOST_TEST(second[HOVED::TOKEN] != first[HOVED::TOKEN]);
  BOOST_TEST(field(p.logon(), LOGN_SVAR::FEJLEDE_FORSOEG) == "000");
}

BOOST_AUTO_TEST_CASE(refusals_in_their_order) {
  provider p;
  BOOST_TEST(p.logon("KOMM01", right_password, {}, "9999").fejlnr() == "06");
  BOOST_TEST(p.logon("NOBODY", right_password).fejlnr() == "01");
  BOOST_TEST(p.logon("komm01", right_password).fejlnr() == "01");  // case matters
  BOOST_TEST(p.logon("KOMM01", "Forkert1!").fejlnr() == "01");
  BOOST_TEST(p.logon("LOOK01").fejlnr() == "18");
  BOOST_TEST(p.logon("LOOK01", "Forkert1!").fejlnr() == "01");
  BOOST_TEST(p.logon("KOMM01", right_password, {}, "5678").fejlnr() == "18");  // a customer without SAMS
  auto const refused = p.logon("KOMM01", "Forkert1!");
  BOOST_TEST(codec::trimmed(refused[HOVED::TOKEN]) == "");
  BOOST_TEST(refused.body() == "");
}

BOOST_AUTO_TEST_CASE(a_closed_service_is_04_for_logons_alone) {
  provider p;
  auto const on = p.logged_on();
  bool changed = false;
  p.reg.db().write([&](store::write_scope& s) { changed = session::close_service(s, std::string(20, '1')); });
  BOOST_TEST(changed);
  p.reg.db().write([&](store::write_scope& s) { changed = session::close_service(s, std::string(20, '2')); });
  BOOST_TEST(!changed);
  p.reg.db().with_read([](auto& s) { BOOST_TEST(*session::closed_since(s) == std::string(20, '1')); });
  BOOST_TEST(p.logon().fejlnr() == "04");
  BOOST_TEST(p.logon("KOMM01", "Forkert1!").fejlnr() == "04");  // and no attempt is counted
  BOOST_TEST(p.logon("KOMM01", right_password, {}, "9999").fejlnr() == "06");
  BOOST_TEST(p.send("EKKO", on).fejlnr() == "00");
  p.reg.db().write([&](store::write_scope& s) { changed = session::open_service(s); });
  BOOST_TEST(changed);
  BOOST_TEST(field(p.logon(), LOGN_SVAR::FEJLEDE_FORSOEG) == "000");
}

BOOST_AUTO_TEST_CASE(an_address_outside_the_list_is_16) {
  provider p;
  p.reg.db().write([](store::write_scope& scope) {
    auto row = *scope.customer("1234");
    row.set(rec::CUSTOMER_ROW::ADDRESS_RANGE, 0, "192.0.2.0/24");
    scope.put_customer(row);
  });
  auto const message = request("LOGN", {"1234", "KOMM01"}, logon_body(right_password));
  BOOST_TEST(ask(*p.service, message, {"198.51.100.1", "", ""}).fejlnr() == "16");
  BOOST_TEST(ask(*p.service, message, {"192.0.2.9", "", ""}).fejlnr() == "00");
}

BOOST_AUTO_TEST_CASE(the_fifth_wrong_password_locks_the_account) {
  provider p;
  header_fields const running = p.logged_on();
  for (int i = 0; i < 5; ++i) BOOST_TEST(p.logon("KOMM01", "Forkert1!").fejlnr() == "01");
  auto const right = p.logon();
  BOOST_TEST(right.fejlnr() == "01");
  auto const unknown = p.logon("NOBODY");
  BOOST_TEST(right.said() == unknown.said());
  BOOST_TEST(std::string(right.message(0)[rec::MEDDELELSE::TEKST]) ==
             std::string(unknown.message(0)[rec::MEDDELELSE::TEKST]));
  BOOST_TEST(p.send("EKKO", running).kvit() == "O");  // a stranger must not stop a provider

  // Unlocked, the account has five more, and the logon that follows tells of all (protocol.md, "LOGN").
  auto const unlock = [&] {
    p.reg.db().write([](store::write_scope& scope) {
      auto row = *scope.user("1234", "KOMM01");
      scope.put_user(row.set(rec::USER_ROW::LOCKED, ""));
    });
  };
  auto const attempts = [](reply_seen const& answer) {
    return std::string(codec::view<rec::LOGN_SVAR>(std::string_view(answer.bytes).substr(100))[
        rec::LOGN_SVAR::FEJLEDE_FORSOEG]);
  };
  unlock();
  for (int i = 0; i < 5; ++i) {
    auto const user = p.reg.db().read().user("1234", "KOMM01");
    BOOST_TEST((*user)[rec::USER_ROW::LOCKED] == " ");
    BOOST_TEST(p.logon("KOMM01", "Forkert1!").fejlnr() == "01");
  }
  BOOST_TEST(p.logon().fejlnr() == "01");
  unlock();
  BOOST_TEST(attempts(p.logon()) == "010");
  BOOST_TEST(attempts(p.logon()) == "000");
}

BOOST_AUTO_TEST_CASE(the_life_of_a_password) {
  provider p;
  date const start = p.reg.clock.business_date();
  header_fields const older = p.logged_on();
  p.reg.clock.set_business(add_days(start, 90));
  BOOST_TEST(p.logon().fejlnr() == "00");
  BOOST_TEST(field(p.logon(), LOGN_SVAR::DAGE_TILBAGE) == "000");
  p.reg.clock.set_business(add_days(start, 91));
  BOOST_TEST(p.logon().fejlnr() == "02");
  auto const refused = p.logon("KOMM01", right_password, "kort");
  BOOST_TEST(refused.fejlnr() == "03");
  BOOST_TEST(codec::trimmed(refused.message(0)[rec::MEDDELELSE::TEKST]) ==
             "Det nye kendeord overholder ikke reglerne: kortere end 8 tegn");
  BOOST_TEST(p.logon("KOMM01", right_password, right_password).fejlnr() == "03");  // in the history
  auto const changed = p.logon("KOMM01", right_password, "Nyt kend 2");
  BOOST_TEST(changed.fejlnr() == "00");
  BOOST_TEST(p.send("EKKO", older).fejlnr() == "68");  // a change ends the older sessions
  BOOST_TEST(p.logon().fejlnr() == "01");
  BOOST_TEST(p.logon("KOMM01", "Nyt kend 2").fejlnr() == "00");
  BOOST_TEST(p.logon("KOMM01", "Nyt kend 2", "Nyt kend 3").fejlnr() == "03");  // within 24 hours
  p.reg.clock.pass(std::chrono::hours(24));
  BOOST_TEST(p.logon("KOMM01", "Nyt kend 2", right_password).fejlnr() == "03");
  BOOST_TEST(p.logon("KOMM01", "Nyt kend 2", "Nyt kend 3").fejlnr() == "00");
}

BOOST_AUTO_TEST_CASE(a_one_time_password_must_be_changed) {
  provider p;
  p.reg.db().write([](store::write_scope& scope) {
    auto row = *scope.user("1234", "KOMM01");
    row.set(rec::USER_ROW::ONE_TIME, "Y");
    scope.put_user(row);
  });
  BOOST_TEST(p.logon().fejlnr() == "02");
  BOOST_TEST(p.logon("KOMM01", right_password, "Nyt kend 2").fejlnr() == "00");
  BOOST_TEST(p.logon("KOMM01", "Nyt kend 2").fejlnr() == "00");
}

BOOST_AUTO_TEST_CASE(sessions_end) {
  provider p;
  header_fields f = p.logged_on();
  BOOST_TEST(p.send("EKKO", f).kvit() == "O");
  header_fields stranger = f;
  stranger.user = "KOMM51";
  BOOST_TEST(p.send("EKKO", stranger).said() == "0068F  00");
  stranger = f;
  stranger.token = "nonsense";
  BOOST_TEST(p.send("EKKO", stranger).fejlnr() == "68");
  stranger.token = "";
  BOOST_TEST(p.send("EKKO", stranger).fejlnr() == "68");
  p.reg.clock.pass(std::chrono::minutes(10));
  BOOST_TEST(p.send("EKKO", f).kvit() == "O");
  p.reg.clock.pass(std::chrono::minutes(11));
  BOOST_TEST(p.send("EKKO", f).fejlnr() == "68");  // idle

  f = p.logged_on();
  for (int i = 0; i < 60; ++i) {
    p.reg.clock.pass(std::chrono::minutes(8));
    BOOST_TEST(p.send("EKKO", f).kvit() == (i < 59 ? "O" : "F"));  // the absolute end after 8 hours
  }
  f = p.logged_on();
  BOOST_TEST(p.send("LOGF", f).kvit() == "O");
  BOOST_TEST(p.send("LOGF", f).fejlnr() == "68");
}

// Else the client's second LOGF would get 68, and the token live again after a restart.
BOOST_AUTO_TEST_CASE(a_logoff_that_got_08_can_be_sent_again) {
  provider p;
  header_fields const f = p.logged_on();
  {
    full_queue const full(p.reg.db());
    BOOST_TEST(p.send("LOGF", f).fejlnr() == "08");
    BOOST_TEST(p.send("EKKO", f).kvit() == "O");
  }
  BOOST_TEST(p.send("LOGF", f).kvit() == "O");
  BOOST_TEST(p.send("LOGF", f).fejlnr() == "68");
  p.restart_in_memory();
  BOOST_TEST(p.send("EKKO", f).fejlnr() == "68");
}

BOOST_AUTO_TEST_CASE(of_two_logoffs_at_the_same_time_one_ends_the_token) {
  provider p;
  header_fields const f = p.logged_on();
  std::promise<std::string> first, second;
  auto const log_off = [&](std::promise<std::string>& to) {
    p.service->handle(request("LOGF", f), {"127.0.0.1", "", ""}, [&to](session::answer a) { to.set_value(a.bytes); });
  };
  auto const fejlnr = [](std::promise<std::string>& of) {
    return std::string(codec::view<HOVED>(of.get_future().get())[HOVED::FEJLNR]);
  };
  {
    held_writer const held(p.reg.db());
    log_off(first);
    log_off(second);
    BOOST_TEST(p.send("EKKO", f).kvit() == "O");
  }
  BOOST_TEST(fejlnr(first) == "00");
  BOOST_TEST(fejlnr(second) == "68");
  BOOST_TEST(p.send("EKKO", f).fejlnr() == "68");
}

BOOST_AUTO_TEST_CASE(an_ended_session_that_could_not_be_erased_is_erased_later) {
  provider p;
  p.logged_on();
  auto const stored = [&] {
    unsigned count = 0;
    p.reg.db().read().each_session([&](auto const&) { return ++count != 0; });
    return count;
  };
  BOOST_TEST(stored() == 1U);
  p.reg.clock.pass(std::chrono::minutes(21));
  {
    full_queue const full(p.reg.db());
    p.service->tick();
  }
  BOOST_TEST(stored() == 1U);
  for (int i = 0; i < 2; ++i) p.service->tick();
  p.reg.db().write([](store::write_scope&) {});
  BOOST_TEST(stored() == 0U);
}

BOOST_AUTO_TEST_CASE(an_administrator_ends_a_session) {
  provider p;
  header_fields const f = p.logged_on();
  BOOST_TEST(p.send("EKKO", f).kvit() == "O");
  p.reg.db().write([](store::write_scope& scope) {
    std::vector<std::string> hashes;
    scope.each_session([&](codec::view<rec::SESSION_ROW> const& v) {
      hashes.emplace_back(v[rec::SESSION_ROW::TOKEN_HASH]);
      return true;
    });
    for (auto const& hash : hashes) scope.erase_session(hash);
  });
  BOOST_TEST(p.send("EKKO", f).fejlnr() == "68");
}

BOOST_AUTO_TEST_CASE(rights_follow_the_users_row_at_once) {
  provider p;
  header_fields f = p.logged_on();
  p.reg.db().write([](store::write_scope& scope) {
    auto row = *scope.user("1234", "KOMM01");
    row.set(rec::USER_ROW::SECURITY_GROUP, "OPSLAG");
    scope.put_user(row);
  });
  BOOST_TEST(p.init(f, anna).fejlnr() == "18");
}

BOOST_AUTO_TEST_CASE(transactions_follow_the_customers_row_at_once) {
  provider p;
  header_fields f = p.logged_on();
  auto const give = [&](std::string_view sams) {
    p.reg.db().write([&](store::write_scope& scope) {
      auto row = *scope.customer("1234");
      scope.put_customer(row.set(rec::CUSTOMER_ROW::MAY_SAMS, sams));
    });
  };
  give("");
  BOOST_TEST(p.init(f, anna).fejlnr() == "18");
  BOOST_TEST(p.send("EKKO", f).fejlnr() == "18");
  give("Y");
  BOOST_TEST(p.init(f, anna).fejlnr() == "00");
}

BOOST_AUTO_TEST_CASE(a_full_queue_of_logons_says_try_again) {
  session::options how;
  how.password_queue_max = 0;
  provider p(true, how);
  BOOST_TEST(p.logon().fejlnr() == "08");
}

BOOST_AUTO_TEST_CASE(how_many_logons_wait_can_be_changed) {
  provider p;
  p.service->set_logons_waiting(0);
  BOOST_TEST(p.logon().fejlnr() == "08");
  p.service->set_logons_waiting(1);
  BOOST_TEST(p.logon().fejlnr() == "00");
}

BOOST_AUTO_TEST_CASE(refusals_of_strangers_share_a_row) {
  provider p;
  std::uint64_t const before = p.reg.db().audit_head().sequence;
  for (int i = 0; i < 50; ++i) p.send("EKKO", {"1234", "KOMM01", "nonsense"});
  BOOST_TEST(p.reg.db().audit_head().sequence == before);
  p.reg.clock.pass(std::chrono::minutes(2));
  p.service->tick();
  p.reg.db().write([](store::write_scope&) {});
  BOOST_TEST(p.reg.db().audit_head().sequence == before + 1);
  auto const row = p.reg.db().read().audit(before + 1);
  BOOST_TEST(row->head[rec::AUDIT_ROW::REPEATED] == "000000050");
}

BOOST_AUTO_TEST_CASE(logons_to_a_closed_service_are_counted) {
  provider p;
  p.reg.db().write([](store::write_scope& s) { session::close_service(s, std::string(20, '1')); });
  std::uint64_t const before = p.reg.db().audit_head().sequence;
  for (int i = 0; i < 3; ++i) BOOST_TEST(p.logon().fejlnr() == "04");
  p.reg.clock.pass(std::chrono::minutes(2));
  p.service->tick();
  p.reg.db().write([](store::write_scope&) {});
  auto const row = p.reg.db().read().audit(before + 1);
  BOOST_REQUIRE(row.has_value());
  BOOST_TEST(row->head[rec::AUDIT_ROW::FEJLNR] == "04");
  BOOST_TEST(row->head[rec::AUDIT_ROW::REPEATED] == "000000003");
}

BOOST_AUTO_TEST_SUITE_END()
