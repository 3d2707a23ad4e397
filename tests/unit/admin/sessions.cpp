// session list and session end, offline and beside a service that answers messages.
#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <boost/test/unit_test.hpp>

#include "home_fixture.hpp"
#include "session/service.hpp"
#include "support/sams.hpp"

using namespace samspil;
using namespace samspil::test;

namespace {

/// A home with users, whose server holds a service too.
struct serving_home : home_fixture {
  serving_home() {
    {
      store::database db(home(), {.cache_bytes = 8 << 20, .time = &clock});
      fill_users(db, clock.business_date());
    }
    serve();
  }
  ~serving_home() { close(); }
  void serve() {
    start_server({}, [this](store::database& db) {
      service = std::make_unique<session::service>(db, clock, std::string(pepper), session::options{});
      return admin::live_server{service.get(), nullptr};
    });
  }
  /// The server ends; only the files stay.
  void close() {
    if (!service) return;
    stop_socket();
    service.reset();
    stop_server();
  }
  header_fields logged_on(std::string const& user) {
    auto const answer = ask(*service, request("LOGN", {"1234", user}, logon_body(right_password)));
    BOOST_REQUIRE(answer.fejlnr() == "00");
    return {"1234", user, std::string(codec::trimmed(answer[rec::HOVED::TOKEN]))};
  }
  std::string echo(header_fields const& f) { return ask(*service, request("EKKO", f)).fejlnr(); }
  boost::json::array list(std::vector<std::string> const& more = {}) {
    std::vector<std::string> words{"session", "list", "--json"};
    words.insert(words.end(), more.begin(), more.end());
    return boost::json::parse(must(words)).as_array();
  }

  std::unique_ptr<session::service> service;
};

std::string number(boost::json::value const& row) { return std::to_string(row.at("session").as_int64()); }

}  // namespace

BOOST_AUTO_TEST_SUITE(sessions)

BOOST_AUTO_TEST_CASE(who_is_on_since_when_and_last_message) {
  serving_home h;
  BOOST_TEST(h.must({"session", "list"}) == "SESSION  KUNDENR  USER  FAMILY  SINCE  LAST MESSAGE  ENDS  ADDRESS\n");
  auto const komm = h.logged_on("KOMM01");
  h.clock.pass(std::chrono::minutes(5));
  auto const borg = h.logged_on("BORG01");
  h.clock.pass(std::chrono::minutes(1));
  BOOST_TEST(h.echo(komm) == "00");
  h.clock.pass(std::chrono::minutes(2));
  auto const rows = h.list();
  BOOST_REQUIRE(rows.size() == 2u);
  auto const at = [&](std::size_t i, char const* name) { return std::string(rows[i].at(name).as_string()); };
  BOOST_TEST(at(0, "user") == "KOMM01");
  BOOST_TEST(at(0, "kundenr") == "1234");
  BOOST_TEST(at(0, "address") == "127.0.0.1");
  std::string const start = at(0, "since").substr(0, 17);
  auto const minute = [](std::string const& text) { return std::stoi(text.substr(14, 2)); };
  BOOST_TEST(minute(at(0, "last_message")) - minute(at(0, "since")) == 6);
  BOOST_TEST(minute(at(1, "since")) - minute(at(0, "since")) == 5);
  BOOST_TEST(at(1, "last_message") == at(1, "since"));
  BOOST_TEST(at(0, "ends").substr(0, 10) == at(0, "since").substr(0, 10));
  BOOST_TEST(h.list({"--user", "BORG01"}).size() == 1u);
  BOOST_TEST(h.list({"--kundenr", "1234"}).size() == 2u);
  BOOST_TEST(h.list({"--kundenr", "5678"}).empty());
  BOOST_TEST(h.run({"session", "list", "--kundenr", "x"}).exit_status == 12);
  // Neither a token nor anything that it could be found by.
  std::string const all = h.must({"session", "list", "--json"}) + h.must({"session", "list"});
  BOOST_TEST(all.find(komm.token) == std::string::npos);
  h.look([&](store::read_scope& scope) {
    scope.each_session([&](codec::view<rec::SESSION_ROW> row) {
      BOOST_TEST(all.find(row[rec::SESSION_ROW::TOKEN_HASH].substr(0, 8)) == std::string::npos);
      return true;
    });
    return 0;
  });
}

BOOST_AUTO_TEST_CASE(an_ended_session_gets_68_and_no_other) {
  serving_home h;
  auto const first = h.logged_on("KOMM01"), second = h.logged_on("KOMM01"), other = h.logged_on("BORG01");
  BOOST_TEST(h.echo(first) == "00");
  auto const rows = h.list();
  BOOST_REQUIRE(rows.size() == 3u);
  BOOST_TEST(h.must({"session", "end", number(rows[0])}) == "ended  1\n");
  BOOST_TEST(h.last_audit() ==
             me() + "|session end|O|session " + number(rows[0]) + " of kundenr 1234 user KOMM01\n");
  BOOST_TEST(h.echo(first) == "68");
  BOOST_TEST(h.echo(second) == "00");
  BOOST_TEST(h.echo(other) == "00");
  BOOST_TEST(h.list().size() == 2u);
  BOOST_TEST(h.run({"session", "end", number(rows[0])}) ==
             (outcome{8, "", "samspil: no session " + number(rows[0]) + "\n"}));
  BOOST_TEST(h.last_audit() == me() + "|session end|F|session " + number(rows[0]) + "\n");
}

BOOST_AUTO_TEST_CASE(all_of_a_user) {
  serving_home h;
  auto const first = h.logged_on("KOMM01"), second = h.logged_on("KOMM01"), other = h.logged_on("BORG01");
  BOOST_TEST(h.must({"session", "end", "--kundenr", "1234", "--user", "KOMM01", "--json"}) == "{\"ended\":2}\n");
  BOOST_TEST(h.last_audit() == me() + "|session end|O|kundenr 1234 user KOMM01\n");
  BOOST_TEST(h.echo(first) + h.echo(second) + h.echo(other) == "686800");
  BOOST_TEST(h.run({"session", "end", "--kundenr", "1234", "--user", "KOMM01"}) ==
             (outcome{8, "", "samspil: no session of user KOMM01 of customer 1234\n"}));
}

BOOST_AUTO_TEST_CASE(what_is_no_session_end) {
  serving_home h;
  for (std::vector<std::string> const& words :
       {std::vector<std::string>{"session", "end"}, {"session", "end", "--kundenr", "1"}, {"session", "end", "x"},
        {"session", "end", "--user", "A"}, {"session", "end", "1", "--kundenr", "1", "--user", "A"}})
    BOOST_TEST(h.run(words).exit_status == 12);
}

BOOST_AUTO_TEST_CASE(without_a_server_they_stand_in_the_database) {
  serving_home h;
  auto const komm = h.logged_on("KOMM01"), borg = h.logged_on("BORG01");
  auto const online = h.list();
  h.close();
  auto const offline = h.list();
  BOOST_REQUIRE(offline.size() == 2u);
  BOOST_TEST(offline[0].at("last_message").is_null());
  BOOST_TEST(offline[0].at("since") == online[0].at("since"));
  BOOST_TEST(h.must({"session", "list"}).find("  not known  ") != std::string::npos);
  h.must({"session", "end", number(offline[0])});
  h.serve();
  BOOST_TEST(h.echo(komm) == "68");
  BOOST_TEST(h.list()[0].at("last_message").is_null());  // none since the server started
  BOOST_TEST(h.echo(borg) == "00");
  BOOST_TEST(!h.list()[0].at("last_message").is_null());
}

BOOST_AUTO_TEST_CASE(who_is_past_his_end_is_not_on) {
  serving_home h;
  h.logged_on("KOMM01");
  h.clock.pass(std::chrono::hours(9));
  BOOST_TEST(h.list().empty());
}

BOOST_AUTO_TEST_SUITE_END()
