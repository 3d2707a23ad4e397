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
  p.reg.clock.set_business({std::chrono::year(2026), std::chrono::month(3), std::chrono::day(12)});
  BOOST_TEST(p.init(f, anna, "0101", "20260412").kvit() != "F");
}

BOOST_AUTO_TEST_SUITE_END()
