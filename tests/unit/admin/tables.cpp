// groups and texts: check, load, rollback, versions, show and list.
#include <boost/test/unit_test.hpp>

#include "admin/encoding.hpp"
#include "admin/shipped_tables.hpp"
#include "admin/table_change.hpp"
#include "home_fixture.hpp"

using namespace samspil;
using namespace samspil::test;

namespace {

using store::reference;

/// A new number and its texts, in ISO-8859-1.
std::string const danish = "7116daVejen m\xE5 ikke bruges\n", english = "7116enThe road may not be used\n";
std::string const new_rule =
    "X7116    D 7116 F 00000000 00000000 FLY             *        VEJKOD                           it = 9950\n";

struct tables_home : home_fixture {
  using home_fixture::home_fixture;

  std::string path_of(std::string const& text) {
    std::string const path = (home().parent_path() / ("table" + std::to_string(++files_))).string();
    std::ofstream(path, std::ios::binary) << text;
    return path;
  }
  outcome check(std::string const& kind, std::string const& text) {
    if (kind == "groups") return run({"groups", "check", path_of(text)});
    return run({"texts", "check", kind, path_of(text)});
  }
  /// What is found, without the name of the file.
  std::string found(std::string const& kind, std::string const& text) {
    auto const seen = check(kind, text);
    BOOST_TEST(seen.exit_status == (seen.out.find("findings") == std::string::npos ? 8 : 0), seen);
    std::string out;
    std::istringstream lines(seen.out);
    for (std::string line; std::getline(lines, line);)
      if (auto const at = line.find(": row "); at != std::string::npos) out += line.substr(at + 2) + "\n";
    return out;
  }

 private:
  unsigned files_ = 0;
};

/// A home on which `samspil init` has been run and nothing else.
struct fresh_home : tables_home {
  fresh_home() : tables_home(false) { must({"init"}); }
};

std::string const messages = admin::shipped_table(reference::messages);
std::string const codes = admin::shipped_table(reference::texts);
std::string const groups = admin::shipped_table(reference::groups);
std::string const rules_text = admin::shipped_table(reference::rules);

/// Lines that begin with `head` left out.
std::string without(std::string const& text, std::string_view head) {
  std::string out;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);)
    if (!line.starts_with(head)) out += line + "\n";
  return out;
}

std::size_t rows(std::string const& text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(tables)

BOOST_AUTO_TEST_CASE(what_init_has_loaded_is_shown_and_holds) {
  fresh_home h;
  auto const shown = h.run({"texts", "show", "messages"});
  BOOST_TEST(shown.out == admin::to_utf8(messages));
  BOOST_TEST(h.check("messages", shown.out).exit_status == 0);  // UTF-8, as it was shown
  BOOST_TEST(h.check("messages", messages).exit_status == 0);   // ISO-8859-1, as in records
  BOOST_TEST(h.check("codes", h.must({"texts", "show", "codes"})).exit_status == 0);
  auto const checked = h.check("groups", h.must({"groups", "show"}));
  BOOST_TEST(checked.out.starts_with("groups    4\nrights    "), checked);
  BOOST_TEST(h.check("codes", "* a comment\n" + codes).exit_status == 0);
  BOOST_TEST(h.must({"groups", "versions"}).find("1        always  in force") != std::string::npos);
  BOOST_TEST(h.must({"texts", "list"}).find("STATUS     01    da        Aktiv, bop\xC3\xA6l") != std::string::npos);
  BOOST_TEST(h.must({"texts", "list", "messages"}).find("7115    da        ") != std::string::npos);
  BOOST_TEST(h.run({"texts", "list", "words"}).exit_status == 12);
  BOOST_TEST(h.run({"texts", "show", "words"}).exit_status == 12);
  BOOST_TEST(h.run({"texts", "check", "words", "x"}).exit_status == 12);
}

BOOST_AUTO_TEST_CASE(defects_of_texts_are_found_with_row_and_column) {
  fresh_home h;
  std::string const at = "row " + std::to_string(rows(messages) + 1) + ", ";
  auto const found = [&](std::string const& row) { return h.found("messages", messages + row + "\n"); };
  BOOST_TEST(found("71x6daNej") == at + "column 1: expected a message number of four digits\n");
  BOOST_TEST(found("0000daNej") == at + "column 1: expected a message number of four digits\n");
  BOOST_TEST(found("7115daNej") == at + "column 1: the text stands in row 75 already\n");
  BOOST_TEST(found("7116deNein") == at + "column 5: expected da or en\n" + at +
                                        "column 1: no Danish text of message 7116\n");
  BOOST_TEST(found("7116da") == at + "column 7: expected a text\n");
  BOOST_TEST(found("7116enNo") == at + "column 1: no Danish text of message 7116\n");
  BOOST_TEST(found("7116da% af %") == at + "column 12: a second %: there is one value for a text\n");
  BOOST_TEST(found("7116daTab\there") == at + "column 10: a character that is none of ISO-8859-1\n");
  BOOST_TEST(found("7116da" + std::string(86, 'x')) == at + "column 92: the row is longer than the layout\n");
  BOOST_TEST(found(" ") == at + "column 1: an empty row\n");
  BOOST_TEST(found("7116daEnglish may wait") == "");

  std::string const code_at = "row " + std::to_string(rows(codes) + 1) + ", ";
  auto const found_code = [&](std::string const& row) { return h.found("codes", codes + row + "\n"); };
  BOOST_TEST(found_code("STATTUS   91  daNy") == code_at + "column 1: no kind of codes STATTUS\n");
  BOOST_TEST(found_code("STATUS        daNy") == code_at + "column 11: expected a code\n");
  BOOST_TEST(found_code("STATUS    91  enNew") == code_at + "column 1: no Danish text of STATUS 91\n");
  BOOST_TEST(found_code("STATUS    91  daNy") == "");
}

BOOST_AUTO_TEST_CASE(defects_of_groups_are_found_with_row_and_column) {
  fresh_home h;
  std::string const at = "row " + std::to_string(rows(groups) + 1) + ", ";
  auto const found = [&](std::string const& row) { return h.found("groups", groups + row + "\n"); };
  BOOST_TEST(found("BORGER  FVLTS") == at + "column 10: no FUNKTION VLTS\n");
  BOOST_TEST(found("BORGER  EFLX D") == at + "column 10: no event FLX\n");
  BOOST_TEST(found("BORGER  ESUA X") == at + "column 14: expected D (direct) or G (by approval)\n");
  BOOST_TEST(found("BORGER  FVLSTD") == at + "column 14: expected a blank: a mode is of events alone\n");
  BOOST_TEST(found("BORGER  SOWN") == at + "column 1: the right stands in row 1 already\n");
  BOOST_TEST(found("BORGER  EFLY D") == at + "column 1: the right stands in row 12 already\n");
  BOOST_TEST(found("BORGER  XFLY") == at + "column 9: expected F (a function), E (an event) or S (for whom it may "
                                         "act)\n");
  BOOST_TEST(found(" ORGER  EFLY D") == at + "column 1: expected the name of a group, one word\n");
  BOOST_TEST(found("BORGER  ESUA G x") == at + "column 16: expected blanks\n");
  BOOST_TEST(found("NEW     FINIT") == at + "column 1: group NEW has no row S that says for whom it may act\n");
  BOOST_TEST(found("NEW     SOUR") == at + "column 10: expected OWN, ALL or REP\n");
  BOOST_TEST(found("NEW     SREP\nNEW     FPRIV\nNEW     EFLY G") == "");
}

BOOST_AUTO_TEST_CASE(a_new_number_has_its_text_before_its_rule) {
  for (bool const online : {false, true}) {
    fresh_home h;
    if (online) h.start_server();
    std::string const rules_file = h.path_of(rules_text + new_rule);
    auto const refused = h.run({"rules", "load", rules_file});
    BOOST_TEST(refused.exit_status == 8);
    BOOST_TEST(refused.out.find("column 12: X7116: no text of message 7116") != std::string::npos, refused);
    auto const loaded = h.run({"texts", "load", "messages", h.path_of(messages + danish + english)});
    BOOST_TEST(loaded.exit_status == 0);
    BOOST_TEST(loaded.out.find("done     loaded, " + std::to_string(rows(messages) + 2) + " texts") !=
                   std::string::npos,
               loaded);
    std::string const account = online ? me() : "tester";
    BOOST_TEST(h.last_audit() == account + "|texts load|O|messages version 2 from 2026-03-10\n");
    h.must({"rules", "load", rules_file});
    // What a standing rule says cannot go any more.
    auto const gone = h.run({"texts", "load", "messages", h.path_of(messages)});
    BOOST_TEST(gone.exit_status == 8);
    BOOST_TEST(gone.out.find("row " + std::to_string(rows(messages) + 1) + ", column 1: rules version 2, row ") !=
                   std::string::npos,
               gone);
    BOOST_TEST(gone.out.find("X7116: no text of message 7116") != std::string::npos, gone);
    BOOST_TEST(gone.err == "samspil: the table was not loaded: 1 findings\n");
    BOOST_TEST(h.last_audit().starts_with(account + "|texts load|F"), h.last_audit());
    auto const back = h.run({"texts", "rollback", "messages"});
    BOOST_TEST(back.exit_status == 8);
    BOOST_TEST(back.err.find("the version before does not go with the other tables: rules version 2, row ") !=
                   std::string::npos,
               back);
    h.must({"rules", "rollback"});
    h.must({"texts", "rollback", "messages"});
    BOOST_TEST(h.must({"texts", "show", "messages"}) == admin::to_utf8(messages));
    BOOST_TEST(h.must({"texts", "versions", "messages", "--json"})
                   .find(R"("version":2,"from":"2026-03-10","state":"withdrawn")") != std::string::npos);
    BOOST_TEST(h.run({"texts", "rollback", "messages"}).err ==
               "samspil: there is no earlier version to go back to\n");
    BOOST_TEST(h.run({"verify"}).exit_status == 0);
  }
}

BOOST_AUTO_TEST_CASE(what_the_program_itself_says_cannot_go) {
  fresh_home h;
  BOOST_TEST(h.found("messages", without(messages, "7022")).find("no text of message 7022, which the program says") !=
             std::string::npos);
  BOOST_TEST(h.found("messages", without(messages, "9068")).find("no text of message 9068, which the program says") !=
             std::string::npos);
  BOOST_TEST(h.found("messages", without(messages, "7022en")) == "");
  BOOST_TEST(h.found("codes", without(codes, "STATUS    80")).find("no text of STATUS 80, which the program looks "
                                                                   "up") != std::string::npos);
  BOOST_TEST(h.found("groups", without(groups, "CPRADM")).find("no group CPRADM, whose rights this tool has") !=
             std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_text_with_a_value_needs_a_rule_that_says_one) {
  fresh_home h;
  std::string text = messages;
  auto const at = text.find("7014da");
  text.replace(at, 6, "7014da% ");
  BOOST_TEST(h.found("messages", text).find("K7014: the text of the message has a % and the condition says nothing") !=
             std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_group_that_somebody_has_cannot_go) {
  tables_home h;
  std::string const shown = h.must({"groups", "show"});
  h.add_customer_and_user();  // of KOMMUNE
  BOOST_TEST(h.found("groups", without(shown, "KOMMUNE")).find("no group KOMMUNE, which users (1) and waiting "
                                                                 "events (0) have") != std::string::npos);
  BOOST_TEST(h.found("groups", without(shown, "OPSLAG")) == "");
  auto const refused = h.run({"groups", "load", h.path_of(without(shown, "KOMMUNE"))});
  BOOST_TEST(refused.exit_status == 8);
  BOOST_TEST(h.must({"groups", "show"}) == shown);

  h.must({"groups", "load", h.path_of(shown + "KIRKE   SOWN\nKIRKE   FLOGN\nKIRKE   EFKI D\n")});
  BOOST_TEST(h.last_audit() == "tester|groups load|O|version 2 from 2026-03-10\n");
  h.must({"user", "add", "--kundenr", "1001", "--user", "PRAEST", "--group", "KIRKE", "--authority", "0101"});
  auto const back = h.run({"groups", "rollback"});
  BOOST_TEST(back.exit_status == 8);
  BOOST_TEST(back.err.find("no group KIRKE, which users (1)") != std::string::npos, back);
  h.must({"user", "delete", "--kundenr", "1001", "--user", "PRAEST"});
  h.must({"groups", "rollback"});
  BOOST_TEST(h.run({"user", "add", "--kundenr", "1001", "--user", "PRAEST", "--group", "KIRKE"}).exit_status == 8);
}

BOOST_AUTO_TEST_CASE(a_user_needs_a_group_that_stays) {
  tables_home h;
  std::string const shown = h.must({"groups", "show"});
  h.add_customer_and_user();
  h.must({"groups", "load", h.path_of(shown + "KIRKE   SOWN\nKIRKE   FLOGN\n")});
  h.must({"groups", "load", h.path_of(shown), "--from", "2026-03-20"});
  auto const add = [&] {
    return h.run({"user", "add", "--kundenr", "1001", "--user", "PRAEST", "--group", "KIRKE", "--authority", "0101"});
  };
  auto const added = add();
  BOOST_TEST(added.exit_status == 8);
  BOOST_TEST(added.err.find("no group KIRKE from 2026-03-20 on") != std::string::npos, added);
  BOOST_TEST(h.run({"user", "change", "--kundenr", "1001", "--user", "MEYER", "--group", "KIRKE"}).exit_status == 8);
  h.must({"groups", "rollback"});
  BOOST_TEST(add().exit_status == 0);
  h.must({"user", "change", "--kundenr", "1001", "--user", "MEYER", "--group", "KIRKE"});
}

/// MEYER of customer 1001, who is there in another group, as he would be in one that no table has.
store::user_row meyer_of_kirke(tables_home& h) {
  h.add_customer_and_user();
  auto user = h.user("1001", "MEYER");
  user.set(rec::USER_ROW::SECURITY_GROUP, "KIRKE");
  return user;
}

BOOST_AUTO_TEST_CASE(a_table_of_later_repairs_what_is_wrong_today) {
  tables_home h;
  std::string const shown = h.must({"groups", "show"});
  auto const user = meyer_of_kirke(h);
  h.change([&](store::write_scope& scope) { scope.put_user(user); });
  auto const loaded =
      h.run({"groups", "load", h.path_of(shown + "KIRKE   SOWN\nKIRKE   FLOGN\n"), "--from", "2026-03-20"});
  BOOST_TEST(loaded.exit_status == 0, loaded);
  BOOST_TEST(h.run({"groups", "load", h.path_of(shown)}).exit_status == 8);
}

BOOST_AUTO_TEST_CASE(a_user_that_got_a_group_meanwhile_is_a_refusal) {
  tables_home h;
  std::string const shown = h.must({"groups", "show"});
  auto const user = meyer_of_kirke(h);
  h.start_server();
  auto& db = h.server_database();
  std::ostringstream out, err;
  admin::progress nowhere(err, 0, h.clock, {});
  admin::actor const who{"tester"};
  std::filesystem::path const home = h.home();
  admin::context const with{
      .home = home, .time = h.clock, .who = who, .command = "groups load", .json = false, .out = out, .err = err,
      .shown = nowhere, .database = &db};
  auto const refused = admin::change_tables(
      with, {reference::groups, "groups"},
      [&](store::read_scope const&, admin::table_set& tables) -> std::optional<admin::change_refusal> {
        tables[reference::groups].push_back({2, "20260310", std::string(20, '0'), "tester", false, shown});
        return std::nullopt;
      },
      [&] {  // behind the look, before the step
        db.write([&](store::write_scope& scope) { scope.put_user(user); });
        return admin::audit_entry_of(with);
      });
  BOOST_REQUIRE(refused.has_value());
  BOOST_TEST(refused->text.find("a user got a group meanwhile") != std::string::npos, refused->text);
  BOOST_TEST(h.must({"groups", "versions"}).find("2026-03-10") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_rule_names_groups_that_there_are) {
  fresh_home h;
  std::string const text = groups + "KIRKE   SOWN\n";
  h.must({"groups", "load", h.path_of(text)});
  std::string rule = new_rule;
  rule.replace(rule.find("7116 F"), 4, "7114").replace(rule.find("*        V"), 5, "KIRKE");
  h.must({"rules", "load", h.path_of(rules_text + rule)});
  BOOST_TEST(h.found("groups", groups).find("X7116: no security group KIRKE") != std::string::npos);
  BOOST_TEST(h.run({"groups", "rollback"}).exit_status == 8);
}

BOOST_AUTO_TEST_CASE(a_version_waits_for_its_date) {
  fresh_home h;
  std::string const next = codes + "STATUS    91  daNy status\n";
  h.must({"texts", "load", "codes", h.path_of(next), "--from", "2026-03-12"});
  BOOST_TEST(h.must({"texts", "show", "codes"}) == admin::to_utf8(codes));
  BOOST_TEST(h.must({"texts", "list"}).find("Ny status") == std::string::npos);
  BOOST_TEST(h.must({"texts", "show", "codes", "--version-number", "2"}) == admin::to_utf8(next));
  BOOST_TEST(h.must({"texts", "versions", "codes"}).find("2        2026-03-12  ahead") != std::string::npos);
  h.clock.set_business({std::chrono::year(2026), std::chrono::month(3), std::chrono::day(12)});
  BOOST_TEST(h.must({"texts", "list"}).find("Ny status") != std::string::npos);
  BOOST_TEST(h.run({"texts", "show", "codes", "--version-number", "3"}).exit_status == 8);
  BOOST_TEST(h.run({"texts", "load", "codes", h.path_of(next), "--from", "12.3.2026"}).exit_status == 12);
  BOOST_TEST(h.run({"texts", "load", "codes", "/nowhere"}).exit_status == 12);
}

BOOST_AUTO_TEST_CASE(a_rule_of_later_needs_the_texts_of_then) {
  fresh_home h;
  std::string const rules_file = h.path_of(rules_text + new_rule);
  h.must({"texts", "load", "messages", h.path_of(messages + danish), "--from", "2026-03-20"});
  BOOST_TEST(h.run({"rules", "load", rules_file}).exit_status == 8);  // no text today
  BOOST_TEST(h.run({"rules", "load", rules_file, "--from", "2026-03-19"}).exit_status == 8);
  h.must({"rules", "load", rules_file, "--from", "2026-03-20"});
  BOOST_TEST(h.run({"texts", "rollback", "messages"}).exit_status == 8);
}

BOOST_AUTO_TEST_CASE(findings_as_json) {
  fresh_home h;
  auto const seen = h.run({"texts", "check", "messages", h.path_of(messages + "7116enNo\n"), "--json"});
  BOOST_TEST(seen.out == "{\"findings\":[{\"row\":" + std::to_string(rows(messages) + 1) +
                             ",\"column\":1,\"rule\":\"\",\"text\":\"no Danish text of message 7116\"}]}\n");
  BOOST_TEST(h.run({"groups", "check", h.path_of(groups), "--json"}).out == "{\"findings\":[]}\n");
}

BOOST_AUTO_TEST_SUITE_END()
