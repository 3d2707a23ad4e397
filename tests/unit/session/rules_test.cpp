// Another version of the rules while dialogues run (domain.md, "Rule tables").
#include <boost/test/unit_test.hpp>

#include "fixture.hpp"
#include "rules/shipped_rules.hpp"
#include "transaction/table_versions.hpp"

using namespace samspil;
using namespace samspil::test;

namespace {

/// The shipped rules with a move allowed 35 days ahead, and no move to Testvej 7 (X7114).
transaction::table_version changed_rules(unsigned number, std::string from) {
  std::string text;
  for (std::string const& line : rules::shipped_rule_rows()) text += line + "\n";
  std::string_view const limit = "it > today + 28 days saying 28";
  text.replace(text.find(limit), limit.size(), "it > today + 35 days saying 35");
  text += "X7114    D 7114 F 00000000 00000000 FLY             *        HUSNR                            it = '007'\n";
  return {number, std::move(from), std::string(20, '0'), "tester", false, text};
}

void load(provider& p, std::vector<transaction::table_version> const& all) {
  transaction::store_table_versions(p.reg.db(), store::reference::rules, all, {});
}

/// The rows of a table as a file.
std::string rows_of(provider& p, store::reference kind) {
  return p.reg.db().with_read(
      [&](store::read_scope const& scope) { return transaction::table_versions(scope, kind).front().text; });
}

void load_table(provider& p, store::reference kind, std::string const& text) {
  transaction::store_table_versions(p.reg.db(), kind, {{2, "00000000", std::string(20, '0'), "tester", false, text}},
                                    {});
}

/// `text` without the row that begins so.
std::string without(std::string text, std::string_view row) {
  std::string_view const head = row.substr(0, row.find('\n'));
  auto const at = text.find(head);
  BOOST_REQUIRE(at != std::string::npos);
  return text.erase(at, text.find('\n', at) + 1 - at);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(rule_versions)

BOOST_AUTO_TEST_CASE(a_limit_and_a_new_rule_come_and_go_while_dialogues_run) {
  provider p;
  auto f = p.logged_on();
  BOOST_TEST(p.init(f, anna, "0101", "20260410").said() == "7015F HDTO 00");  // 31 days ahead
  auto const before = p.validated(f, anna);
  auto const seven = p.validated(f, emil, "007");

  auto const first = changed_rules(1, "00000000");
  auto newer = changed_rules(2, "20260310");  // today
  load(p, {newer});
  BOOST_TEST(p.save(before, "A").said() == "7024F  00");
  BOOST_TEST(p.save(seven, "B").said() == "7024F  00");
  BOOST_TEST(p.init(f, anna, "0101", "20260410").kvit() != "F");
  BOOST_TEST(p.init(f, anna, "0101", "20260415").said() == "7015F HDTO 00");  // 36 days
  p.init(f, emil);
  BOOST_TEST(p.send("VALI", f, fly_body("1000", "007")).said().find("7114F HUSNR") == 0u);
  auto const good = p.validated(f, anna, "005");
  BOOST_TEST(p.save(good, "C").kvit() == "O");
  p.reg.db().with_read([](store::read_scope const& scope) {
    BOOST_TEST(codec::number(scope.journal(1)->head[rec::JOURNAL_ROW::RULE_VERSION]) == 2u);
  });

  newer.withdrawn = true;
  auto shipped = first;
  shipped.text.clear();
  for (std::string const& line : rules::shipped_rule_rows()) shipped.text += line + "\n";
  load(p, {shipped, newer});
  BOOST_TEST(p.init(f, emil, "0101", "20260410").said() == "7015F HDTO 00");
  p.init(f, emil);
  BOOST_TEST(p.send("VALI", f, fly_body("1000", "007")).kvit() != "F");
}

BOOST_AUTO_TEST_CASE(a_version_waits_for_its_date) {
  provider p;
  auto f = p.logged_on();
  auto shipped = changed_rules(1, "00000000");
  shipped.text.clear();
  for (std::string const& line : rules::shipped_rule_rows()) shipped.text += line + "\n";
  load(p, {shipped, changed_rules(2, "20260312")});
  BOOST_TEST(p.init(f, anna, "0101", "20260412").said() == "7015F HDTO 00");
  // What is not in force yet stops no save (7024).
  auto const before = p.validated(f, anna);
  load(p, {shipped, changed_rules(2, "20260312"), changed_rules(3, "20260401")});
  BOOST_TEST(p.save(before, "A").kvit() == "O");
  p.reg.clock.set_business({std::chrono::year(2026), std::chrono::month(3), std::chrono::day(12)});
  BOOST_TEST(p.init(f, anna, "0101", "20260412").kvit() != "F");
}

BOOST_AUTO_TEST_CASE(a_right_lost_since_init_is_missed_at_vali) {
  provider p;
  auto f = p.logged_on();
  auto const authority = [&](std::string_view mynkod) {
    p.reg.db().write([&](store::write_scope& scope) {
      auto row = *scope.user("1234", "KOMM01");
      scope.put_user(row.set(rec::USER_ROW::MYNKOD, mynkod).set(rec::USER_ROW::RIGHTS_CHANGED, 999));
    });
  };
  auto const open = p.validated(f, anna);
  authority("0851");
  BOOST_TEST(p.save(open, "A").said() == "7024F  00");
  BOOST_TEST(p.send("VALI", open, fly_body("1000", "005")).said() == "0005F KOMKOD 00");
  BOOST_TEST(p.save(open, "A")[rec::HOVED::FEJLNR] == "65");
  authority("0101");
  BOOST_TEST(p.send("VALI", open, fly_body("1000", "005")).said() == "");
  load_table(p, store::reference::groups, without(rows_of(p, store::reference::groups), "KOMMUNE EFLY D\n"));
  BOOST_TEST(p.send("VALI", open, fly_body("1000", "005")).said() == "0184F HAENDELSE 00");
  BOOST_TEST(p.save(open, "A")[rec::HOVED::FEJLNR] == "65");
}

BOOST_AUTO_TEST_CASE(only_the_own_group_s_rights_matter_to_a_save) {
  provider p;
  auto f = p.logged_on();
  auto const before = p.validated(f, anna);
  auto rights = rows_of(p, store::reference::groups);
  load_table(p, store::reference::groups, rights + "KIRKE   SOWN\nKIRKE   FLOGN\n");
  BOOST_TEST(p.save(before, "A").kvit() == "O");  // another group is nothing to it

  auto const second = p.validated(f, emil);
  load_table(p, store::reference::groups, without(rights, "KOMMUNE EKRE D\n"));
  BOOST_TEST(p.save(second, "B").said() == "7024F  00");
  p.send("VALI", second, fly_body("1000", "005"));
  BOOST_TEST(p.save(second, "B").kvit() == "O");

  auto const third = p.validated(f, bo);
  load_table(p, store::reference::groups, without(rights, "KOMMUNE FGEMH\n"));
  BOOST_TEST(p.save(third, "C")[rec::HOVED::FEJLNR] == "18");
  load_table(p, store::reference::groups, without(rights, "KOMMUNE EFLY D\n"));
  BOOST_TEST(p.init(f, bo).said() == "0184F HAENDELSE 00");
}

BOOST_AUTO_TEST_CASE(texts_change_without_stopping_a_save) {
  provider p;
  auto f = p.logged_on();
  auto const before = p.validated(f, anna);
  auto texts = rows_of(p, store::reference::messages);
  std::string const old_text = "7103daHusnummeret findes ikke p\xE5 vejen";
  BOOST_REQUIRE(texts.find(old_text) != std::string::npos);
  texts.replace(texts.find(old_text), old_text.size(), "7103daVejen har ikke det nummer nu  ");
  load_table(p, store::reference::messages, texts);
  BOOST_TEST(p.save(before, "A").kvit() == "O");
  p.init(f, emil);
  auto const answer = p.send("VALI", f, fly_body("1000", "998"));
  BOOST_TEST(answer.said() == "7103F HUSNR 00");
  BOOST_TEST(answer.bytes.find("Vejen har ikke det nummer nu") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(rights_wait_for_their_date) {
  provider p;
  auto f = p.logged_on();
  auto const rights = rows_of(p, store::reference::groups);
  transaction::store_table_versions(
      p.reg.db(), store::reference::groups,
      {{1, "00000000", std::string(20, '0'), "tester", false, rights},
       {2, "20260312", std::string(20, '0'), "tester", false, without(rights, "KOMMUNE EFLY D\n")}},
      {});
  auto const before = p.validated(f, anna);
  BOOST_TEST(p.save(before, "A").kvit() == "O");
  p.reg.clock.set_business({std::chrono::year(2026), std::chrono::month(3), std::chrono::day(12)});
  BOOST_TEST(p.init(f, emil).said() == "0184F HAENDELSE 00");
}

BOOST_AUTO_TEST_CASE(a_table_without_its_first_rules_refuses_all_the_same) {
  provider p;
  auto f = p.logged_on();
  transaction::table_version few{1, "00000000", std::string(20, '0'), "tester", false, ""};
  few.text =
      "X0005    K 0005 F 00000000 00000000 *               OWN      KOMKOD                           it <> mynkod\n";
  load(p, {few});
  BOOST_TEST(p.init(f, "0707701234").said() == "0172F PNR 00");
  BOOST_TEST(p.send("INIT", f, init_body(anna, "20260309", "0101", "XYZ")).said() == "7001F HAENDELSE 00");
  BOOST_TEST(p.init(f, anna, "0101", "20260230").said() == "0040F HDTO 00");
  BOOST_TEST(p.init(f, anna).kvit() == "O");
}

BOOST_AUTO_TEST_SUITE_END()
