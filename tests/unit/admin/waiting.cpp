// waiting ... and effectuate, as an administrator gives them.
#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <boost/test/unit_test.hpp>

#include <set>

#include "home_fixture.hpp"
#include "rec/person.hpp"
#include "record/person.hpp"
#include "support/events.hpp"

using namespace samspil;
using namespace samspil::test;

namespace {

/// A home whose users report events, with or without a server on it.
struct reporting_home : home_fixture {
  explicit reporting_home(bool online = true) {
    change_all([&](store::database& db) { fill_users(db, clock.business_date()); });
    if (online) start_server();
  }
  template <class F>
  void change_all(F&& f) {
    store::database db(home(), {.cache_bytes = 8 << 20, .time = &clock});
    f(db);
  }
  std::uint64_t report(std::string_view pnr, std::string_view husnr, std::string_view user = "BORG01",
                       std::string_view hdto = "20260309", std::string data = {}, std::string_view code = "FLY") {
    transaction::world_cache worlds;
    std::uint64_t ventenr = 0;
    reported const what{.user = user,
                        .haendelse = code,
                        .pnr = pnr,
                        .hdto = hdto,
                        .data = data.empty() ? move_to(husnr) : data,
                        .reference = "R" + std::to_string(++references_)};
    change([&](store::write_scope& scope) {
      ventenr = save_event(scope, worlds, clock, clock.business_date(), what);
    });
    return ventenr;
  }
  store::waiting_row event(std::uint64_t ventenr) {
    return look([&](store::read_scope& scope) { return scope.waiting(ventenr).value(); });
  }
  record::person person(std::string_view pnr) {
    return look([&](store::read_scope& scope) { return record::person::trusted(scope.person(pnr).value().records); });
  }

 private:
  unsigned references_ = 0;
};

std::vector<std::string> plus(std::vector<std::string> words, std::vector<std::string> const& more) {
  words.insert(words.end(), more.begin(), more.end());
  return words;
}

/// A clock on which every look takes 300 ms, so that work takes long.
class slow_clock final : public clock {
 public:
  utc_micros now() const override { return base_.now(); }
  steady_time steady() const override {
    base_.pass(std::chrono::milliseconds(300));
    return base_.steady();
  }
  date business_date() const override { return *parse_date8("20260320"); }

 private:
  mutable fake_clock base_;
};

std::string numbers(std::string const& json) {
  std::string out;
  auto const list = boost::json::parse(json);
  for (auto const& one : list.as_array())
    out += std::to_string(one.at("ventenr").as_int64()) + one.at("state").as_string().c_str() + " ";
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(waiting)

BOOST_AUTO_TEST_CASE(lists_and_their_filters) {
  reporting_home h;
  h.report(anna, "005");
  h.report(emil, "007");
  h.report(bo, "009", "KOMM01", "20260401");
  h.must({"waiting", "reject", "2", "--reason", "nej"});
  auto const list = [&](std::vector<std::string> const& more) {
    return numbers(h.must(plus({"waiting", "list", "--json"}, more)));
  };
  BOOST_TEST(list({}) == "1A 2X 3G ");
  BOOST_TEST(list({"--state", "A"}) == "1A ");
  BOOST_TEST(list({"--state", "T"}) == "");
  BOOST_TEST(list({"--authority", "0101"}) == "1A 2X 3G ");
  BOOST_TEST(list({"--authority", "0000"}) == "1A 2X 3G ");
  BOOST_TEST(list({"--authority", "0851"}) == "");
  BOOST_TEST(list({"--pnr", std::string(emil)}) == "2X ");
  BOOST_TEST(list({"--deadline", "2026-03-23"}) == "");
  BOOST_TEST(list({"--deadline", "2026-03-24"}) == "1A ");
  BOOST_TEST(list({"--from", "2"}) == "2X 3G ");
  outcome const first = h.run({"waiting", "list", "--max", "2"});
  BOOST_TEST(first.exit_status == 0);
  BOOST_TEST(first.err == "samspil: there are more: --from 3\n");
  BOOST_TEST(first.out.starts_with("VENTENR  STATE  EVENT  DATE        AUTHORITY  DEADLINE    RECEIVED "), first.out);
  BOOST_TEST(first.out.find("\n1        A      FLY    2026-03-09  0101       2026-03-24  2026-03-10 ") !=
                 std::string::npos,
             first.out);
  BOOST_TEST(first.out.find("  1234/BORG01  " + std::string(anna) + "  Berg,Anna\n") != std::string::npos, first.out);
  for (std::vector<std::string> const& wrong :
       {std::vector<std::string>{"--state", "Q"}, {"--state", ""}, {"--authority", "101"}, {"--pnr", "1"},
        {"--deadline", "24.3."}, {"--from", "x"}, {"--max", "0"}, {"--max", "10001"}})
    BOOST_TEST(h.run(plus({"waiting", "list"}, wrong)).exit_status == 12);
}

BOOST_AUTO_TEST_CASE(a_list_names_its_persons_in_the_log) {
  reporting_home h;
  h.must({"waiting", "list"});
  BOOST_TEST(h.last_audit() == me() + "|waiting list|O\n");
  h.report(anna, "005");
  h.report(emil, "007");
  h.must({"waiting", "list"});
  BOOST_TEST(h.last_audit() == me() + "|waiting list|O|" + std::string(anna) + "\n");
  auto const of_emil = boost::json::parse(h.must({"audit", "person", std::string(emil), "--json"}));
  BOOST_TEST(of_emil.as_array().back().at("function").as_string() == "audit person");
  h.report(emil, "009");
  h.must({"waiting", "list"});
  h.look([](store::read_scope& scope) {  // each person once
    store::audit_row last;
    scope.each_audit(1, 999'999, [&](store::audit_row const& row) {
      last = row;
      return true;
    });
    BOOST_TEST(last.others == std::vector<std::string>{std::string(emil)}, boost::test_tools::per_element());
    return 0;
  });
  BOOST_TEST(of_emil.as_array()[of_emil.as_array().size() - 2].at("function").as_string() == "waiting list");
}

BOOST_AUTO_TEST_CASE(a_long_list_needs_several_rows) {
  reporting_home h;
  h.stop_server();
  h.change_all([](store::database& db) { fill_crowd(db, 101); });
  h.start_server();
  std::set<std::string> sorted;
  for (unsigned i = 0; i < 101; ++i) {
    h.report(crowd_pnr(i), "005");
    sorted.insert(crowd_pnr(i));
  }
  h.must({"waiting", "list", "--max", "101"});
  BOOST_TEST(h.last_audit(2) ==
             me() + "|waiting list|O|" + *sorted.begin() + "\n" + me() + "|waiting list|O|" + *sorted.rbegin() + "\n");
}

BOOST_AUTO_TEST_CASE(a_move_is_shown_old_beside_new) {
  reporting_home h;
  h.report(anna, "005");
  std::string const text = h.must({"waiting", "show", "1"});
  for (std::string const part :
       {"ventenr    1\nstate      A  waits for approval\nevent      FLY  Flytning\ndate       2026-03-09\n",
        "authority  0101  K\xc3\xb8" "benhavn\n", "deadline   2026-03-24\n",
        "ADDRESS      NOW      NEW\n", "KOMKOD       0851     0101\n", "KOMNVN       Aalborg  K\xc3\xb8" "benhavn\n",
        "HUSNR        012      005\n", "STANDARDADR           Testvej 5\n",
        "\nDATA\n  VEJKOD                    1000\n",
        "\nAKTUEL\n", "\nKLARTEKST\n", "\nSTAM\n"})
    BOOST_TEST(text.find(part) != std::string::npos, part << " in " << text);
  BOOST_TEST(h.last_audit() == me() + "|waiting show|O|" + std::string(anna) + "|VENTENR 1\n");
  auto const json = boost::json::parse(h.must({"waiting", "show", "1", "--json"}));
  BOOST_TEST(json.at("state").as_string() == "A");
  BOOST_TEST(json.at("stam").at("KOMNVN").as_string() == "Aalborg");
  BOOST_TEST(json.at("data").at("HUSNR").as_string() == "005");
  BOOST_TEST(json.at("klartekst").at("STANDARDADR").as_string() == "Testvej 5");
  BOOST_TEST(json.at("aktuel").at("HUSSTAND(1).PNR").as_string() == std::string(bo));
  BOOST_TEST(json.at("address").as_array()[0].at("now").as_string() == "0851");
  BOOST_TEST(json.at("address").as_array()[0].at("new").as_string() == "0101");
}

BOOST_AUTO_TEST_CASE(another_event_is_shown_by_its_fields) {
  reporting_home h;
  h.report(emil, "", "BORG01", "20260310", protection_set(), "MFB");
  std::string const text = h.must({"waiting", "show", "1"});
  BOOST_TEST(text.find("\nDATA\n  HANDLING                  S\n") != std::string::npos, text);
  BOOST_TEST(text.find("ADDRESS") == std::string::npos, text);
  auto const json = boost::json::parse(h.must({"waiting", "show", "1", "--json"}));
  BOOST_TEST(json.at("klartekst").as_object().contains("BESKYT-TEKST"));
  BOOST_TEST(!json.as_object().contains("address"));
}

BOOST_AUTO_TEST_CASE(an_approval_registers_it) {
  reporting_home h;
  h.report(emil, "005");
  auto const json = boost::json::parse(h.must({"waiting", "approve", "1", "--json"}));
  BOOST_TEST(json.at("state").as_string() == "E");
  BOOST_TEST(json.at("registered").as_bool());
  BOOST_TEST(json.at("number").as_int64() == 2);
  BOOST_TEST(h.person(emil).value(rec::PERSON_002::HUSNR) == "005 ");
  auto const row = h.event(1);
  BOOST_TEST(codec::trimmed(row[rec::WAITING_ROW::AFGJORT_AF]) == me().substr(0, 8));
  BOOST_TEST(h.last_audit() == me() + "|waiting approve|O|" + std::string(emil) + "|VENTENR 1\n");
  BOOST_TEST(h.run({"verify"}).exit_status == 0);
}

BOOST_AUTO_TEST_CASE(an_approval_ahead_of_its_date_waits_and_is_effectuated) {
  reporting_home h;
  h.report(emil, "005", "BORG01", "20260320");
  BOOST_TEST(h.must({"waiting", "approve", "1"}).find("state            G  approved, waits for its date\n") !=
             std::string::npos);
  BOOST_TEST(h.must({"effectuate", "--json"}) == "{\"effectuated\":0,\"failed\":0}\n");
  BOOST_TEST(h.last_audit() == me() + "|effectuate|O|business date 2026-03-10\n");
  BOOST_TEST(h.must({"effectuate", "--date", "2026-03-20", "--json"}) == "{\"effectuated\":1,\"failed\":0}\n");
  BOOST_TEST(h.last_audit(2) == me() + "|effectuate|O|business date 2026-03-20\n" + me() + "|effectuate|O|" +
                                    std::string(emil) + "|VENTENR 1\n");
  BOOST_TEST(h.must({"effectuate", "--date", "2026-03-20"}) == "effectuated  0\nfailed       0\n");
  BOOST_TEST(h.event(1)[rec::WAITING_ROW::TILSTAND] == "E");
  BOOST_TEST(h.run({"effectuate", "--date", "soon"}).exit_status == 12);
}

BOOST_AUTO_TEST_CASE(what_fails_is_counted_and_no_error) {
  reporting_home h;
  h.report(emil, "003", "KOMM01", "20260320");  // where he lives
  outcome const seen = h.run({"effectuate", "--date", "2026-03-20", "--json"});
  BOOST_TEST(seen == (outcome{0, "{\"effectuated\":0,\"failed\":1}\n", ""}));
  std::string const text = h.must({"waiting", "show", "1"});
  BOOST_TEST(text.find("state      F  failed\n") != std::string::npos, text);
  BOOST_TEST(text.find("\nreason     ") != std::string::npos, text);
}

BOOST_AUTO_TEST_CASE(on_a_terminal_long_work_shows_rate_and_time_left) {
  reporting_home h(false);
  for (int i = 0; i < 20; ++i) h.report(emil, i % 2 == 0 ? "005" : "007", "KOMM01", "20260320");
  slow_clock const time;
  std::istringstream in;
  std::ostringstream out, err;
  int const exit_status = admin::run_tool({"effectuate", "--json"}, {.home = h.home().string(),
                                                                    .time = time,
                                                                    .who = {"tester"},
                                                                    .in = in,
                                                                    .out = out,
                                                                    .err = err,
                                                                    .columns = 80});
  BOOST_TEST(exit_status == 0);
  BOOST_TEST(out.str() == "{\"effectuated\":20,\"failed\":0}\n");
  BOOST_TEST(err.str().find("\reffectuating: ") != std::string::npos, err.str());
  BOOST_TEST(err.str().find(" % of 20 events") != std::string::npos, err.str());
  BOOST_TEST(err.str().ends_with("\r\x1b[K"), err.str());
}

BOOST_AUTO_TEST_CASE(interrupted_it_says_so_and_the_rest_is_done_later) {
  reporting_home h(false);
  for (int i = 0; i < 5; ++i) h.report(emil, i % 2 == 0 ? "005" : "007", "KOMM01", "20260320");
  std::stop_source interrupt;
  interrupt.request_stop();
  std::istringstream in;
  std::ostringstream out, err;
  int const exit_status =
      admin::run_tool({"effectuate", "--date", "2026-03-20"}, {.home = h.home().string(),
                                                               .time = h.clock,
                                                               .who = {"tester"},
                                                               .in = in,
                                                               .out = out,
                                                               .err = err,
                                                               .columns = 0,
                                                               .cancelled = interrupt.get_token()});
  BOOST_TEST(exit_status == 8);
  BOOST_TEST(out.str() == "effectuated  0\nfailed       0\n");
  BOOST_TEST(err.str() == "samspil: cancelled; the rest is left to the next run\n");
  BOOST_TEST(h.must({"effectuate", "--date", "2026-03-20"}) == "effectuated  5\nfailed       0\n");
}

BOOST_AUTO_TEST_CASE(refusals_have_number_and_text) {
  std::string const unknown =
      "samspil: 7026 VENTENR: Der er ingen h\xc3\xa6ndelse i venteregistret med dette nummer\n";
  reporting_home h;
  h.report(emil, "005");
  BOOST_TEST(h.run({"waiting", "approve", "9"}) == (outcome{8, "", unknown}));
  BOOST_TEST(h.last_audit() == me() + "|waiting approve|F|VENTENR 9\n");
  BOOST_TEST(h.run({"waiting", "show", "9"}) == (outcome{8, "", unknown}));
  BOOST_TEST(h.last_audit() == me() + "|waiting show|F|VENTENR 9\n");
  BOOST_TEST(h.run({"waiting", "reject", "1"}) ==
             (outcome{8, "", "samspil: 7002 BEGRUNDELSE: Feltet skal udfyldes\n"}));
  BOOST_TEST(h.run({"waiting", "reject", "1", "--reason", "  "}).exit_status == 8);
  h.must({"waiting", "reject", "1", "--reason", "forkert \xc3\xa5r"});
  BOOST_TEST(h.event(1)[rec::WAITING_ROW::BEGRUNDELSE].starts_with("forkert \xe5r "));
  // The state comes before the reason.
  for (std::string const word : {"approve", "reject", "withdraw"}) {
    outcome const seen = h.run({"waiting", word, "1"});
    BOOST_TEST(seen.exit_status == 8);
    BOOST_TEST(seen.err.starts_with("samspil: FEJLNR 65 VENTENR: "), seen.err);
  }
  for (std::string const bad : {"0", "x", "1234567890123", "-1"})
    BOOST_TEST(h.run({"waiting", "approve", bad}).exit_status == 12);
  BOOST_TEST(h.run({"waiting", "reject", "1", "--reason", std::string(81, 'x')}).exit_status == 12);
}

BOOST_AUTO_TEST_CASE(an_approval_that_no_longer_holds_says_why_and_masks_numbers) {
  reporting_home h;
  h.report(emil, "005");
  h.change([&](store::write_scope& scope) {  // he got another number meanwhile
    auto row = *scope.person(emil);
    row.records.replace(rec::PERSON_001::PERSONSTATUS.offset, 2, "60");
    row.records.replace(rec::PERSON_001::PNRGAELD.offset, 10, anna);
    scope.put_person(emil, row);
  });
  outcome const seen = h.run({"waiting", "approve", "1"});
  BOOST_TEST(seen.exit_status == 8);
  BOOST_TEST(seen.err.starts_with("samspil: 7011 PNR: "), seen.err);
  BOOST_TEST(seen.err.find(anna) == std::string::npos, seen.err);
  BOOST_TEST(seen.err.find("010180****") != std::string::npos, seen.err);
  BOOST_TEST(h.event(1)[rec::WAITING_ROW::TILSTAND] == "A");
}

BOOST_AUTO_TEST_CASE(withdrawn_on_the_customers_behalf) {
  reporting_home h;
  h.report(emil, "005");
  h.report(bo, "005", "KOMM01", "20260401");
  h.must({"waiting", "withdraw", "1"});
  h.must({"waiting", "withdraw", "2", "--reason", "fortrudt"});
  BOOST_TEST(h.event(1)[rec::WAITING_ROW::TILSTAND] == "T");
  BOOST_TEST(h.event(2)[rec::WAITING_ROW::TILSTAND] == "T");
  BOOST_TEST(h.event(2)[rec::WAITING_ROW::BEGRUNDELSE].starts_with("fortrudt "));
}

BOOST_AUTO_TEST_CASE(rights_are_those_of_the_table) {
  reporting_home h;
  h.report(emil, "005");
  std::istringstream rights(h.must({"groups", "show"}));
  std::string fewer;
  for (std::string row; std::getline(rights, row);)
    if (row != "CPRADM  FVGOD" && row != "CPRADM  FVLST") fewer += row + "\n";
  h.must({"groups", "load", h.file("groups.txt", fewer).string()});
  outcome const seen = h.run({"waiting", "approve", "1"});
  BOOST_TEST(seen.exit_status == 8);
  BOOST_TEST(seen.err.starts_with("samspil: FEJLNR 18: "), seen.err);
  BOOST_TEST(h.run({"waiting", "list"}).exit_status == 8);
  BOOST_TEST(h.run({"waiting", "reject", "1", "--reason", "x"}).exit_status == 0);
}

BOOST_AUTO_TEST_CASE(the_same_both_ways) {
  reporting_home h(false);
  h.report(anna, "005");
  h.report(emil, "007");
  std::vector<std::vector<std::string>> const commands{{"waiting", "list"},
                                                       {"waiting", "list", "--json"},
                                                       {"waiting", "show", "1"},
                                                       {"waiting", "show", "2", "--json"},
                                                       {"waiting", "approve", "3"},
                                                       {"waiting", "reject", "1"},
                                                       {"effectuate"},
                                                       {"effectuate", "--json"}};
  std::vector<outcome> offline;
  for (auto const& words : commands) offline.push_back(h.run(words));
  h.start_server();
  for (std::size_t i = 0; i < commands.size(); ++i) BOOST_TEST(h.run(commands[i]) == offline[i]);
}

BOOST_AUTO_TEST_SUITE_END()
