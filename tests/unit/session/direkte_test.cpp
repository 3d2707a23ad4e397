// CPR Direkte: logon and look-up, each error in its place of the order.
#include <boost/test/unit_test.hpp>

#include "fixture.hpp"
#include "record/person.hpp"
#include "rec/direkte.hpp"
#include "session/closing.hpp"

using namespace samspil;
using namespace samspil::test;

namespace {

struct direkte_seen {
  std::string bytes;
  bool closed = false;

  std::string_view part(std::size_t at, std::size_t length) const { return std::string_view(bytes).substr(at, length); }
  std::string fejlnr() const { return std::string(part(22, 2)); }
  std::string token() const { return std::string(part(6, 8)); }
  std::string data() const { return bytes.substr(28); }
};

struct direkte : provider {
  direkte() {
    reg.db().write([](store::write_scope& scope) {
      using c = rec::CUSTOMER_ROW;
      auto row = *scope.customer("1234");
      scope.put_customer(row.set(c::MAY_PRIV, "Y").set(c::MAY_OFF4, "Y"));
    });
  }

  direkte_seen ask_raw(std::string const& message, session::peer const& from = {"127.0.0.1", "", ""}) {
    auto const seen = ask(*service, message, from);
    return {seen.bytes, seen.closed};
  }
  direkte_seen logon(std::string const& user = "LOOK01", std::string_view password = right_password,
                     std::string_view next = "", std::string const& kundenr = "1234", char data_type = '0',
                     std::string const& family = "OFF4", session::peer const& from = {"127.0.0.1", "", ""}) {
    using l = rec::DIREKTE_LOGON;
    codec::buffer<l> m;
    m.set(l::CPRTRANS, family).set(l::KOMMA, ",").set(l::KUNDENR, kundenr).set(l::ABON_TYPE, "9");
    m.set(l::DATA_TYPE, std::string(1, data_type)).set(l::BRUGER_ID, user).set(l::KENDEORD, password);
    m.set(l::NYT_KENDEORD, next);
    return ask_raw(std::string(m.bytes()), from);
  }
  direkte_seen look_up(std::string const& token, std::string_view pnr, std::string const& family = "OFF4",
                       std::string const& types = "06", std::string const& user = "LOOK01",
                       std::string const& kundenr = "1234", session::peer const& from = {"127.0.0.1", "", ""}) {
    using o = rec::DIREKTE_OPSLAG;
    codec::buffer<o> m;
    m.set(o::CPRTRANS, family).set(o::KOMMA, ",").set(o::KUNDENR, kundenr).set(o::ABON_TYPE, types.substr(0, 1));
    m.set(o::DATA_TYPE, types.substr(1)).set(o::TOKEN, token).set(o::BRUGER_ID, user).set(o::PNR, pnr);
    return ask_raw(std::string(m.bytes()), from);
  }
  void change_customer(std::function<void(store::customer_row&)> const& change) {
    reg.db().write([&](store::write_scope& scope) {
      auto row = *scope.customer("1234");
      change(row);
      scope.put_customer(row);
    });
  }
  std::vector<store::audit_row> audit() {
    std::vector<store::audit_row> rows;
    reg.db().read().each_audit(1, reg.db().committed_sequence(), [&](store::audit_row const& r) {
      rows.push_back(r);
      return true;
    });
    return rows;
  }
};

using customer_record = rec::CUSTOMER_ROW;

}  // namespace

BOOST_AUTO_TEST_SUITE(cpr_direkte)

BOOST_AUTO_TEST_CASE(a_logon_and_its_answer) {
  direkte p;
  direkte_seen const on = p.logon();
  BOOST_TEST(on.bytes.size() == 28U);
  BOOST_TEST(on.closed);
  BOOST_TEST(on.part(0, 6) == "123490");
  BOOST_TEST(on.part(14, 14) == "LOOK01  000028");
  for (char const c : on.token()) BOOST_TEST((std::isalnum(static_cast<unsigned char>(c)) != 0));
  BOOST_TEST(p.logon().token() != on.token());
  BOOST_TEST(p.logon("LOOK01", right_password, "", "1234", '0', "PRIV").fejlnr() == "00");
}

BOOST_AUTO_TEST_CASE(refusals_of_a_logon_in_their_order) {
  direkte p;
  session::peer const stranger{"198.51.100.1", "", ""};
  p.change_customer([](auto& row) { row.set(customer_record::ADDRESS_RANGE, 0, "127.0.0.0/8"); });
  BOOST_TEST(p.logon("NOBODY", "wrong", "", "9999", 'x', "OFF4", stranger).fejlnr() == "06");
  BOOST_TEST(p.logon("NOBODY", "wrong", "", "1234", 'x', "OFF4", stranger).fejlnr() == "16");
  BOOST_TEST(p.logon("NOBODY", "wrong", "", "1234", '6').fejlnr() == "11");
  BOOST_TEST(p.logon("NOBODY").fejlnr() == "01");
  BOOST_TEST(p.logon("LOOK01", "Forkert1").fejlnr() == "01");
  p.change_customer([](auto& row) { row.set(customer_record::MAY_PRIV, ""); });
  BOOST_TEST(p.logon("LOOK01", "Forkert1", "", "1234", '0', "PRIV").fejlnr() == "01");
  BOOST_TEST(p.logon("LOOK01", right_password, "kort", "1234", '0', "PRIV").fejlnr() == "18");
  BOOST_TEST(p.logon("BORG01", right_password).fejlnr() == "18");  // a group without look-ups
  BOOST_TEST(p.logon("KOMM01", right_password).fejlnr() == "00");
  p.reg.clock.set_business(add_days(p.reg.clock.business_date(), 91));
  BOOST_TEST(p.logon("LOOK01", right_password, "", "1234", '0', "PRIV").fejlnr() == "18");
  BOOST_TEST(p.logon().fejlnr() == "02");
  BOOST_TEST(p.logon("LOOK01", right_password, "kort").fejlnr() == "03");
  direkte_seen const refused = p.logon("LOOK01", right_password, right_password);
  BOOST_TEST(refused.fejlnr() == "03");
  BOOST_TEST(refused.token() == "        ");
  BOOST_TEST(refused.data() == "Det nye kendeord overholder ikke reglerne: brugt f\xF8r");
  BOOST_TEST(refused.part(24, 4) == "00" + std::to_string(refused.bytes.size()));
  BOOST_TEST(p.logon("LOOK01", right_password, "Nyt-ken1").fejlnr() == "00");
  BOOST_TEST(p.logon("LOOK01", "Nyt-ken1").fejlnr() == "00");
  BOOST_TEST(p.logon().fejlnr() == "01");
}

BOOST_AUTO_TEST_CASE(a_closed_service_takes_no_logon) {
  direkte p;
  std::string const token = p.logon().token();
  p.reg.db().write([](store::write_scope& s) { session::close_service(s, std::string(20, '1')); });
  BOOST_TEST(p.logon().fejlnr() == "04");
  BOOST_TEST(p.look_up(token, anna).fejlnr() == "00");
}

BOOST_AUTO_TEST_CASE(five_wrong_passwords_lock_the_account) {
  direkte p;
  std::string const token = p.logon().token();
  for (int i = 0; i < 5; ++i) BOOST_TEST(p.logon("LOOK01", "Forkert1").fejlnr() == "01");
  BOOST_TEST(p.logon().fejlnr() == "01");
  BOOST_TEST(p.look_up(token, anna).fejlnr() == "00");  // who is on goes on
}

BOOST_AUTO_TEST_CASE(a_look_up_and_its_answer) {
  direkte p;
  std::string const token = p.logon().token();
  direkte_seen const found = p.look_up(token, anna);
  BOOST_TEST(found.closed);
  BOOST_TEST(found.part(0, 24) == "123406" + token + "LOOK01  00");
  BOOST_TEST(std::stoul(std::string(found.part(24, 4))) == found.bytes.size());
  BOOST_TEST(found.data().substr(0, 35) == "0000000000000123401" "20260310" "00000000");
  std::string const records(p.reg.db().read().person(anna)->records);
  BOOST_TEST(found.data().substr(35, records.size()) == records);
  BOOST_TEST(found.data().substr(35 + records.size(), 13) == "9999999999999");
  direkte_seen const head = p.look_up(token, anna, "OFF4", "00");
  BOOST_TEST(head.bytes == "123400" + token + "LOOK01  000028");
  std::string const priv = p.look_up(token, anna, "PRIV").data();
  BOOST_TEST(priv.size() == 35U + 469 + 21);
}

BOOST_AUTO_TEST_CASE(every_look_up_has_its_audit_row) {
  direkte p;
  std::string const token = p.logon().token();
  p.look_up(token, anna);
  p.look_up(token, unknown_person);
  p.look_up(token, bo, "PRIV");
  p.look_up(token, bo, "PRIV", "00");
  using a = rec::AUDIT_ROW;
  std::vector<std::string> said;
  for (auto const& r : p.audit()) {
    std::string const name(codec::trimmed(r.head[a::FUNCTION_NAME]));
    if (name != "OFF4" && name != "PRIV") continue;
    said.push_back(name + " " + std::string(codec::trimmed(r.head[a::FIELD_CLASSES])) + " " +
                   std::string(codec::trimmed(r.head[a::PNR])) + " " + std::string(r.head[a::OUTCOME]) +
                   std::string(r.head[a::FEJLNR]) + " " + std::to_string(r.others.size()));
  }
  std::vector<std::string> const expected{
      "OFF4 LOGON  O00 0", "OFF4 RECORDS " + std::string(anna) + " O00 3",
      "OFF4  " + std::string(unknown_person) + " F05 0", "PRIV RECORDS " + std::string(bo) + " O00 0",
      "PRIV HEADER " + std::string(bo) + " O00 0"};
  BOOST_TEST(said == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(refusals_of_a_look_up_in_their_order) {
  direkte p;
  session::peer const stranger{"198.51.100.1", "", ""};
  std::string const token = p.logon().token();
  p.change_customer([](auto& row) { row.set(customer_record::ADDRESS_RANGE, 0, "127.0.0.0/8"); });
  BOOST_TEST(p.look_up("", "x", "PRIV", "xx", "LOOK01", "9999", stranger).fejlnr() == "06");
  BOOST_TEST(p.look_up("", "x", "PRIV", "xx", "LOOK01", "1234", stranger).fejlnr() == "16");
  for (std::string const wrong : {"", "abcdefgh"}) {
    direkte_seen const refused = p.look_up(wrong, "x", "PRIV", "xx");
    BOOST_TEST(refused.fejlnr() == "07");
    BOOST_TEST(codec::trimmed(refused.token()) == wrong);  // echoed, also with an error
  }
  BOOST_TEST(p.look_up(token, "x", "PRIV", "xx", "KOMM01").fejlnr() == "07");
  p.change_customer([](auto& row) { row.set(customer_record::MAY_PRIV, ""); });
  BOOST_TEST(p.look_up(token, "x", "PRIV", "xx").fejlnr() == "18");
  for (std::string const wrong : {"2x", "9x", " x"}) BOOST_TEST(p.look_up(token, "x", "OFF4", wrong).fejlnr() == "10");
  for (std::string const wrong : {"01", "0 ", "05"}) BOOST_TEST(p.look_up(token, "x", "OFF4", wrong).fejlnr() == "11");
  for (std::string_view const wrong : {std::string_view("x"), std::string_view("01018000 2"), unknown_person})
    BOOST_TEST(p.look_up(token, wrong).fejlnr() == "05");
  BOOST_TEST(p.look_up(token, anna).fejlnr() == "00");
}

BOOST_AUTO_TEST_CASE(the_life_of_a_token) {
  direkte p;
  std::string const token = p.logon().token();
  for (int i = 0; i < 4; ++i) {
    p.reg.clock.pass(std::chrono::minutes(29));
    BOOST_TEST(p.look_up(token, anna).fejlnr() == "00");  // thirty minutes from its last use
  }
  p.restart_in_memory();
  BOOST_TEST(p.look_up(token, anna).fejlnr() == "00");  // it survives a restart
  p.reg.clock.pass(std::chrono::minutes(31));
  BOOST_TEST(p.look_up(token, anna).fejlnr() == "07");
  std::string const second = p.logon().token();
  p.reg.clock.pass(std::chrono::hours(24));
  p.logon("LOOK01", right_password, "Nyt-ken1");
  BOOST_TEST(p.look_up(second, anna).fejlnr() == "07");  // a change ends the older ones
}

BOOST_AUTO_TEST_CASE(without_a_list_a_token_is_good_from_the_address_that_logged_on) {
  direkte p;
  session::peer const other{"127.0.0.2", "", ""};
  std::string const token = p.logon().token();
  BOOST_TEST(p.look_up(token, anna, "OFF4", "06", "LOOK01", "1234", other).fejlnr() == "07");
  p.change_customer([](auto& row) { row.set(customer_record::ADDRESS_RANGE, 0, "127.0.0.0/8"); });
  BOOST_TEST(p.look_up(token, anna, "OFF4", "06", "LOOK01", "1234", other).fejlnr() == "00");
}

BOOST_AUTO_TEST_CASE(a_token_of_the_one_family_is_none_in_the_other) {
  direkte p;
  std::string const token = p.logon("KOMM01").token();
  BOOST_TEST(p.send("EKKO", {"1234", "KOMM01", token}).fejlnr() == "68");
  header_fields const sams = p.logged_on();
  BOOST_TEST(p.look_up(sams.token.substr(0, 8), anna, "OFF4", "06", "KOMM01").fejlnr() == "07");
}

BOOST_AUTO_TEST_CASE(more_than_an_answer_holds_is_09_and_names_the_size) {
  direkte p;
  std::string const token = p.logon().token();
  p.reg.db().write([](store::write_scope& scope) {
    auto row = *scope.person(anna);
    auto person = record::person::trusted(row.records);
    for (int i = 0; i < 30; ++i) {
      codec::buffer<rec::PERSON_023> old;
      person.add(old.set(rec::PERSON_023::RECORDTYPE, 23).set(rec::PERSON_023::PNR, anna).bytes());
    }
    row.records = person.bytes();
    scope.put_person(anna, row);
  });
  direkte_seen const refused = p.look_up(token, anna);
  BOOST_TEST(refused.fejlnr() == "09");
  std::size_t const size = p.reg.db().read().person(anna)->records.size() + 35 + 21;
  BOOST_TEST(refused.data().find(std::to_string(size)) != std::string::npos);
  p.change_customer([](auto& row) { row.set(customer_record::RECORD_TYPE, 0, "003"); });
  BOOST_TEST(p.look_up(token, anna).fejlnr() == "00");
}

BOOST_AUTO_TEST_CASE(subscriptions_are_set_and_deleted) {
  direkte p;
  std::string const token = p.logon().token();
  auto const subscribed = [&](std::string_view pnr) { return p.reg.db().read().subscribed("1234", pnr); };
  BOOST_TEST(p.look_up(token, anna, "OFF4", "00").fejlnr() == "00");
  BOOST_TEST(!subscribed(anna));
  direkte_seen const set = p.look_up(token, anna, "OFF4", "10");
  BOOST_TEST(set.bytes == "123410" + token + "LOOK01  000028");
  BOOST_TEST(subscribed(anna));
  BOOST_TEST(p.look_up(token, anna, "PRIV", "16").fejlnr() == "00");  // it exists: 00
  BOOST_TEST(p.look_up(token, bo, "PRIV", "16").data().size() == 35U + 469 + 21);
  BOOST_TEST(p.look_up(token, anna, "OFF4", "30").fejlnr() == "00");
  BOOST_TEST(!subscribed(anna));
  BOOST_TEST(subscribed(bo));
  BOOST_TEST(p.look_up(token, anna, "OFF4", "36").fejlnr() == "00");  // there is none: 00
  BOOST_TEST(p.look_up(token, unknown_person, "OFF4", "10").fejlnr() == "05");
  BOOST_TEST(!subscribed(unknown_person));
  auto const rows = p.audit();
  BOOST_TEST(codec::trimmed(rows[rows.size() - 2].head[rec::AUDIT_ROW::NOTE]) == "subscription deleted");
}

BOOST_AUTO_TEST_CASE(errors_come_in_the_users_language) {
  direkte p;
  p.reg.db().write([](store::write_scope& scope) {
    auto row = *scope.user("1234", "LOOK01");
    scope.put_user(row.set(rec::USER_ROW::USER_LANGUAGE, "en"));
  });
  BOOST_TEST(p.look_up(p.logon().token(), unknown_person).data() == "The personnummer is unknown");
}

BOOST_AUTO_TEST_CASE(in_ebcdic_and_what_it_cannot_hold) {
  direkte p;
  session::peer from{"127.0.0.1", "", ""};
  from.page = code_page::ibm1142;
  std::string const token = p.logon().token();
  std::string const message = from_latin1(from.page, "OFF4,123406" + token + "LOOK01  00" + std::string(anna)).text;
  BOOST_TEST(to_latin1(from.page, p.ask_raw(message, from).bytes).text == p.look_up(token, anna).bytes);
  p.reg.db().write([](store::write_scope& scope) {
    auto row = *scope.person(anna);
    auto person = record::person::trusted(row.records);
    codec::buffer<rec::PERSON_003> address(person.first(3));
    address.set(rec::PERSON_003::CONVN, "c/o \xA4");
    person.set(address.bytes());
    row.records = person.bytes();
    scope.put_person(anna, row);
  });
  direkte_seen const refused{to_latin1(from.page, p.ask_raw(message, from).bytes).text};
  BOOST_TEST(refused.fejlnr() == "09");
  BOOST_TEST(refused.data().find("003 CONVN") != std::string::npos);
  BOOST_TEST(p.look_up(token, anna).fejlnr() == "00");
  // What cannot be answered sets nothing, and the audit row says so.
  std::string const subscribing =
      from_latin1(from.page, "OFF4,123416" + token + "LOOK01  00" + std::string(anna)).text;
  BOOST_TEST(to_latin1(from.page, p.ask_raw(subscribing, from).bytes).text.substr(22, 2) == "09");
  BOOST_TEST(!p.reg.db().read().subscribed("1234", anna));
  auto const rows = p.audit();
  BOOST_TEST(rows.back().head[rec::AUDIT_ROW::OUTCOME] == "F");
  BOOST_TEST(rows.back().head[rec::AUDIT_ROW::FEJLNR] == "09");
  BOOST_TEST(rows.back().others.empty());
  BOOST_TEST(codec::trimmed(rows.back().head[rec::AUDIT_ROW::NOTE]) == "");
}

BOOST_AUTO_TEST_CASE(on_a_full_disk_look_ups_go_on_and_subscriptions_wait) {
  direkte p;
  std::string const token = p.logon().token();
  p.service->refuse_saves(true);
  BOOST_TEST(p.look_up(token, anna).fejlnr() == "00");
  BOOST_TEST(p.look_up(token, anna, "OFF4", "16").fejlnr() == "09");
  BOOST_TEST(!p.reg.db().read().subscribed("1234", anna));
  p.service->refuse_saves(false);
  BOOST_TEST(p.look_up(token, anna, "OFF4", "16").fejlnr() == "00");
  BOOST_TEST(p.reg.db().read().subscribed("1234", anna));
}

BOOST_AUTO_TEST_SUITE_END()
