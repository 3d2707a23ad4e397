#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <boost/test/unit_test.hpp>

#include <algorithm>

#include "home_fixture.hpp"
#include "rec/person.hpp"

using namespace samspil;
using namespace samspil::test;

BOOST_AUTO_TEST_SUITE(persons)

BOOST_AUTO_TEST_CASE(current_records_with_clear_texts) {
  home_fixture& h = running_home();
  std::string const text = h.must({"person", "show", std::string(anna)});
  BOOST_TEST(text.starts_with("001\n  PNR "), text);
  for (std::string const part :
       {"  PERSONSTATUS                      01                  Aktiv, bop\xc3\xa6l i dansk folkeregister\n",
        "  KOMKOD                            0851                Aalborg\n",
        "  CIVST                             G                   Gift\n"})
    BOOST_TEST(text.find(part) != std::string::npos, text);
  BOOST_TEST(text.find("RECORDTYPE") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_hyphen_is_taken) {
  home_fixture& h = running_home();
  std::string const pnr = std::string(anna.substr(0, 6)) + "-" + std::string(anna.substr(6));
  BOOST_TEST(h.must({"person", "show", pnr}) == h.must({"person", "show", std::string(anna)}));
}

BOOST_AUTO_TEST_CASE(as_json) {
  home_fixture& h = running_home();
  auto const seen = boost::json::parse(h.must({"person", "show", std::string(anna), "--json"}));
  BOOST_TEST(seen.at("pnr").as_string() == anna);
  auto const& first = seen.at("records").as_array().front();
  BOOST_TEST(first.at("type").as_string() == "001");
  BOOST_TEST(first.at("PERSONSTATUS").as_string() == "01");
  BOOST_TEST(first.at("texts").at("PERSONSTATUS").as_string() == "Aktiv, bop\xc3\xa6l i dansk folkeregister");
}

BOOST_AUTO_TEST_CASE(history_is_shown_apart) {
  home_fixture& h = running_home();
  codec::buffer<rec::PERSON_023> old;
  old.set(rec::PERSON_023::RECORDTYPE, "023").set(rec::PERSON_023::PNR, anna).set(rec::PERSON_023::KOMKOD, "0101")
      .set(rec::PERSON_023::VEJKOD, "1000");
  h.change([&](store::write_scope& scope) {
    auto row = scope.person(anna).value();
    row.records += old.bytes();
    scope.put_person(anna, row);
  });
  BOOST_TEST(h.must({"person", "show", std::string(anna)}).find("\n023\n") == std::string::npos);
  std::string const history = h.must({"person", "history", std::string(anna)});
  BOOST_TEST(history.starts_with("023\n"), history);
  BOOST_TEST(history.find("  VEJKOD                            1000                Testvej\n") != std::string::npos,
             history);
  BOOST_TEST(h.last_audit() == me() + "|person history|O|" + std::string(anna) + "\n");
}

BOOST_AUTO_TEST_CASE(every_look_up_has_its_row) {
  home_fixture& h = running_home();
  h.must({"person", "show", std::string(anna)});
  BOOST_TEST(h.last_audit() == me() + "|person show|O|" + std::string(anna) + "\n");
  h.look([](store::read_scope& scope) {
    store::audit_row last;
    scope.each_audit(1, 999'999, [&](store::audit_row const& row) {
      last = row;
      return true;
    });
    // Her spouse and her children stand in her records.
    BOOST_TEST(last.others == (std::vector<std::string>{std::string(bo), std::string(cille), std::string(dan)}),
               boost::test_tools::per_element());
    BOOST_TEST(last.head[rec::AUDIT_ROW::FIELD_CLASSES] == "CURRENT             ");
    BOOST_TEST(last.head[rec::AUDIT_ROW::ACTOR_KIND] == "A");
    return 0;
  });
}

BOOST_AUTO_TEST_CASE(not_in_the_register) {
  home_fixture& h = running_home();
  outcome const seen = h.run({"person", "show", std::string(unknown_person)});
  BOOST_TEST(seen == (outcome{8, "", "samspil: not in the register: 070770****\n"}));
  BOOST_TEST(h.last_audit() == me() + "|person show|F|" + std::string(unknown_person) + "\n");
  BOOST_TEST(h.run({"person", "show", "01018000"}) == (outcome{12, "", "samspil: PNR: expected ten digits\n"}));
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(audit)

BOOST_AUTO_TEST_CASE(who_when_what) {
  home_fixture h;
  h.run({"customer", "add", "--kundenr", "7", "--name", "A"}, "", "karin");
  std::string const shown = h.must({"audit", "show", "--actor", "karin"});
  BOOST_TEST(shown.find("2026-03-10 ") != std::string::npos, shown);
  BOOST_TEST(shown.find("karin        customer add     done note=kundenr 0007\n") != std::string::npos, shown);
  BOOST_TEST(std::count(shown.begin(), shown.end(), '\n') == 1);
}

BOOST_AUTO_TEST_CASE(which_rows) {
  home_fixture& h = running_home();
  auto lines = [&](std::vector<std::string> more) {
    more.insert(more.begin(), {"audit", "show"});
    std::string const shown = h.must(more);
    return std::count(shown.begin(), shown.end(), '\n');
  };
  BOOST_TEST(lines({"--last", "2"}) == 2);
  BOOST_TEST(lines({"--from", "2", "--to", "4"}) == 3);
  BOOST_TEST(lines({"--from", "999999"}) == 0);
  BOOST_TEST(lines({"--since", "2026-03-11"}) == 0);
  BOOST_TEST(lines({"--since", "2026-03-10"}) > 3);
  BOOST_TEST(h.run({"audit", "show", "--from", "0"}).exit_status == 12);
  BOOST_TEST(h.run({"audit", "show", "--since", "yesterday"}).exit_status == 12);
  // Looking into the log is in the log.
  BOOST_TEST(h.last_audit() == me() + "|audit show|O\n");
}

BOOST_AUTO_TEST_CASE(the_rows_of_a_person) {
  home_fixture h;
  h.must({"person", "show", std::string(anna)});
  h.must({"person", "show", std::string(emil)});
  auto const rows = boost::json::parse(h.must({"audit", "person", std::string(bo), "--json"})).as_array();
  // Anna's records name him; the second row is this look-up itself.
  BOOST_REQUIRE(rows.size() == 2u);
  BOOST_TEST(rows[0].at("function").as_string() == "person show");
  BOOST_TEST(rows[0].at("pnr").as_string() == anna);
  BOOST_TEST(rows[1].at("function").as_string() == "audit person");
}

BOOST_AUTO_TEST_CASE(head_and_verify) {
  home_fixture& h = running_home();
  std::string const head = h.must({"audit", "head"});
  BOOST_TEST(h.must({"audit", "head"}) == head);
  auto const json = boost::json::parse(h.must({"audit", "head", "--json"}));
  BOOST_TEST(head ==
             std::to_string(json.at("sequence").as_int64()) + " " + std::string(json.at("hash").as_string()) + "\n");
  BOOST_TEST(h.run({"audit", "verify"}) == (outcome{0, "", ""}));
  BOOST_TEST(h.must({"audit", "verify", "--json"}) == "{\"findings\":[]}\n");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(care)

BOOST_AUTO_TEST_CASE(verify_clean_and_not) {
  home_fixture h;
  BOOST_TEST(h.run({"verify"}) == (outcome{0, "", ""}));
  // A waiting event that is not there.
  h.change([](store::write_scope& scope) {
    auto row = scope.person(anna).value();
    row.head.set(rec::PERSON_ROW::WAITING_OPEN, 1);
    scope.put_person(anna, row);
  });
  outcome const seen = h.run({"verify"});
  BOOST_TEST(seen.exit_status == 8);
  BOOST_TEST(seen.out.starts_with("person 010180"), seen.out);
  BOOST_TEST(seen.out.find(anna) == std::string::npos);
  auto const json = boost::json::parse(h.run({"verify", "--json"}).out);
  BOOST_TEST(json.at("findings").as_array().front().at("table").as_string() == "person");
}

BOOST_AUTO_TEST_CASE(stat_and_checkpoint) {
  home_fixture& h = running_home();
  BOOST_TEST(h.run({"checkpoint"}) == (outcome{0, "", ""}));
  BOOST_TEST(h.must({"stat"}).starts_with("TABLE "));
  auto const json = boost::json::parse(h.must({"stat", "--json"}));
  BOOST_TEST(json.at("audit_sequence").as_int64() > 3);
  BOOST_TEST(json.at("tables").as_array().size() > 5u);
}

BOOST_AUTO_TEST_CASE(tables) {
  home_fixture& h = running_home();
  BOOST_TEST(h.must({"groups", "list"}).starts_with("GROUP    KIND  CODE  MODE\nBORGER   E     "));
  BOOST_TEST(h.must({"texts", "list"}).find("Navne- og adressebeskyttelse") != std::string::npos);
  BOOST_TEST(boost::json::parse(h.must({"groups", "list", "--json"})).as_array().size() == 89u);
}

BOOST_AUTO_TEST_CASE(no_database) {
  home_fixture h(false);
  outcome const seen = h.run({"stat"});
  BOOST_TEST(seen.exit_status == 12);
  BOOST_TEST(seen.err.find("samspil init") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_database_of_another_process) {
  home_fixture h;
  store::database const other(h.home());
  outcome const seen = h.run({"stat"});
  BOOST_TEST(seen.exit_status == 16);
  BOOST_TEST(seen.err.find("belongs to another process") != std::string::npos, seen.err);
}

BOOST_AUTO_TEST_SUITE_END()
