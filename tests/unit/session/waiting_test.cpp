#include <boost/test/unit_test.hpp>

#include "fixture.hpp"
#include "rec/person.hpp"
#include "rec/sams_vafg.hpp"
#include "rec/sams_vlst.hpp"
#include "rec/sams_vvis.hpp"
#include "record/person.hpp"
#include "transaction/effectuate.hpp"

using namespace samspil;
using namespace samspil::test;
using rec::KVITTERING;
using rec::VENTPOST;

namespace {

std::string decision_body(std::string_view ventenr, std::string_view reason = {}) {
  codec::buffer<rec::VAFG_ANMODNING> body;
  body.set(rec::VAFG_ANMODNING::VENTENR, ventenr).set(rec::VAFG_ANMODNING::BEGRUNDELSE, reason);
  return std::string(body.bytes());
}

std::string show_body(std::string_view ventenr) {
  codec::buffer<rec::VVIS_ANMODNING> body;
  body.set(rec::VVIS_ANMODNING::VENTENR, ventenr);
  return std::string(body.bytes());
}

struct list_request {
  std::string_view mynkod = "0000", tilstand = " ", pnr = "0", from = "0", count = "100", due = "0";
  std::string body() const {
    using v = rec::VLST_ANMODNING;
    codec::buffer<v> out;
    out.set(v::MYNKOD, mynkod)
        .set(v::TILSTAND, tilstand)
        .set(v::PNR, pnr)
        .set(v::FRA_VENTENR, from)
        .set(v::MAX_ANTAL, count);
    out.set(v::FRIST_TIL, due);
    return std::string(out.bytes());
  }
};

std::string_view receipt_field(reply_seen const& answer, auto const& f) {
  return codec::view<KVITTERING>(std::string_view(answer.bytes).substr(100))[f];
}

/// The VENTENRs of a VLST answer, with X behind when more remain.
std::string listed(reply_seen const& answer) {
  std::string const body = answer.body();
  std::string out;
  for (std::size_t at = 20; at + VENTPOST::length <= body.size(); at += VENTPOST::length)
    out += std::to_string(codec::number(codec::view<VENTPOST>(std::string_view(body).substr(at))[VENTPOST::VENTENR])) +
           " ";
  return body.empty() ? answer.said() : out + body.substr(3, 1);
}

/// A provider whose citizen has reported a move to 0101 (VENTENR 1).
struct citizens_way : provider {
  explicit citizens_way(bool in_memory = true) : provider(in_memory) {
    citizen = logged_on("BORG01");
    office = logged_on("KOMM01");
    other_office = logged_on("KOMM51");
  }
  reply_seen report(std::string_view pnr, std::string_view husnr, std::string const& reference,
                    std::string_view hdto = "20260309", std::vector<std::string_view> with = {}) {
    header_fields f = citizen;
    init(f, pnr, "0101", hdto);
    auto const vali = send("VALI", f, fly_body("1000", husnr, with));
    BOOST_TEST(vali.said() == "");
    return save(f, reference);
  }
  reply_seen decide(header_fields f, std::string_view funktion, std::string const& reference, std::string_view ventenr,
                    std::string_view reason = {}) {
    f.reference = reference;
    return send(funktion, f, decision_body(ventenr, reason));
  }
  header_fields citizen, office, other_office;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(waiting_register)

BOOST_AUTO_TEST_CASE(a_citizens_move_waits_for_the_municipality) {
  citizens_way p;
  auto const saved = p.report(anna, "005", "C1", "20260309", {bo, cille, dan});
  BOOST_TEST(receipt_field(saved, KVITTERING::REGISTRERING) == "V");
  BOOST_TEST(receipt_field(saved, KVITTERING::TILSTAND) == "A");
  BOOST_TEST(receipt_field(saved, KVITTERING::GODKENDES_AF) == "0101");
  BOOST_TEST(codec::trimmed(receipt_field(saved, KVITTERING::GODKENDES_AF_NVN)) == "K\xF8" "benhavn");
  BOOST_TEST(p.stored(anna).value(rec::PERSON_002::KOMKOD) == "0851");
  BOOST_TEST(listed(p.send("VLST", p.office, list_request{}.body())) == "1  ");
  BOOST_TEST(listed(p.send("VLST", p.other_office, list_request{}.body())) == " ");

  auto const shown = p.send("VVIS", p.office, show_body("1"));
  BOOST_TEST(shown.said() == "");
  BOOST_REQUIRE(shown.body().size() == 160U + 700 + 500 + 400 + 600 + 80);
  std::string const body = shown.body();
  BOOST_TEST(codec::trimmed(codec::view<rec::STAM>(std::string_view(body).substr(160))[rec::STAM::KOMNVN]) ==
             "Aalborg");
  codec::view<rec::FLY_KLARTEKST> const text(std::string_view(body).substr(160 + 700 + 500 + 400));
  BOOST_TEST(codec::trimmed(text[rec::FLY_KLARTEKST::STANDARDADR]) == "Testvej 5");

  auto const approved = p.decide(p.office, "VGOD", "G1", "1");
  BOOST_TEST(approved.said() == "");
  BOOST_TEST(receipt_field(approved, KVITTERING::REGISTRERING) == "R");
  BOOST_TEST(receipt_field(approved, KVITTERING::TILSTAND) == "E");
  BOOST_TEST(receipt_field(approved, KVITTERING::VENTENR) == "000000000001");
  for (std::string_view const mover : {anna, bo, cille, dan})
    BOOST_TEST(p.stored(mover).value(rec::PERSON_002::KOMKOD) == "0101");
  auto const stat = p.send("STAT", p.citizen, stat_body("C1"));
  BOOST_TEST(receipt_field(stat, KVITTERING::TILSTAND) == "E");
  BOOST_TEST(receipt_field(stat, KVITTERING::REGISTRERING) == "V");
}

BOOST_AUTO_TEST_CASE(decisions_in_their_order_of_refusals) {
  citizens_way p;
  p.report(emil, "005", "C1");
  BOOST_TEST(p.decide(p.office, "VGOD", "", "1").said() == "0060F KUNDEREFERENCE 00");
  BOOST_TEST(p.decide(p.office, "VGOD", "X", "99").said() == "7026F VENTENR 00");
  BOOST_TEST(p.decide(p.other_office, "VGOD", "X", "1").said() == "0005F VENTENR 00");
  BOOST_TEST(p.decide(p.citizen, "VGOD", "X", "1").fejlnr() == "18");
  BOOST_TEST(p.decide(p.office, "VAFV", "X", "1").said() == "7002F BEGRUNDELSE 00");
  header_fields f = p.office;
  f.reference = "X";
  BOOST_TEST(p.send("VGOD", f, "00000000000x" + std::string(88, ' ')).said() == "0060F VENTENR 00");
  BOOST_TEST(p.decide(p.office, "VAFV", "X", "1", "no such home").kvit() == "O");
  BOOST_TEST(p.decide(p.office, "VGOD", "Y", "1").said() == "0065F VENTENR 00");
  BOOST_TEST(p.decide(p.citizen, "VFOR", "Z", "1").said() == "0065F VENTENR 00");
  auto const shown = p.send("VVIS", p.citizen, show_body("1"));
  BOOST_TEST(codec::trimmed(std::string_view(shown.body()).substr(2360)) == "no such home");
}

BOOST_AUTO_TEST_CASE(the_same_decision_again_gives_the_same_receipt) {
  citizens_way p(false);
  p.report(emil, "005", "C1");
  auto const rejected = p.decide(p.office, "VAFV", "D1", "1", "wrong");
  BOOST_TEST(p.decide(p.office, "VAFV", "D1", "1", "wrong").bytes == rejected.bytes);
  BOOST_TEST(p.decide(p.office, "VAFV", "D1", "1", "other words").fejlnr() == "66");
  BOOST_TEST(p.decide(p.office, "VGOD", "D1", "1", "wrong").fejlnr() == "66");
  p.restart();
  BOOST_TEST(p.decide(p.office, "VAFV", "D1", "1", "wrong").bytes == rejected.bytes);
}

BOOST_AUTO_TEST_CASE(an_approval_that_no_longer_holds_leaves_the_event) {
  citizens_way p;
  p.report(emil, "005", "C1");
  header_fields const direct = p.validated(p.office, anna, "007");
  p.save(direct, "K1");
  p.reg.db().write([&](store::write_scope& scope) {  // emil dies meanwhile
    auto row = *scope.person(emil);
    row.records.replace(23, 2, "90");
    scope.put_person(emil, row);
  });
  auto const refused = p.decide(p.office, "VGOD", "G1", "1");
  BOOST_TEST(refused.said() == "7010F PNR 00");
  BOOST_TEST(refused.fejlnr() == "00");
  BOOST_TEST(listed(p.send("VLST", p.office, list_request{"0000", "A"}.body())) == "1  ");
  BOOST_TEST(p.send("STAT", p.office, stat_body("G1")).said() == "7025F SOEGT-REFERENCE 00");
}

BOOST_AUTO_TEST_CASE(a_second_event_of_the_code_waits_for_the_first) {
  citizens_way p;
  p.report(emil, "005", "C1");
  header_fields f = p.logged_on("KOMM01");
  BOOST_TEST(p.init(f, emil).said() == "7020A PNR 00");
  BOOST_TEST(p.send("VALI", f, fly_body("1000", "007")).said() == "7021F  00");
  BOOST_TEST(p.decide(p.citizen, "VFOR", "W1", "1", "regrets").kvit() == "O");
  BOOST_TEST(p.send("VALI", f, fly_body("1000", "007")).kvit() == "O");
  BOOST_TEST(p.save(f, "K1").said() == "7022F  00");  // something was withdrawn since INIT
}

BOOST_AUTO_TEST_CASE(lists_filter_and_page) {
  citizens_way p;
  p.report(anna, "005", "C1");
  p.report(emil, "007", "C2");
  p.report(bo, "009", "C3");
  p.decide(p.office, "VAFV", "D", "2", "no");
  auto const list = [&](list_request const& r) { return listed(p.send("VLST", p.office, r.body())); };
  BOOST_TEST(list({}) == "1 2 3  ");
  BOOST_TEST(list({"0101"}) == "1 2 3  ");
  BOOST_TEST(list({"0851"}) == "0005F MYNKOD 00");
  BOOST_TEST(list({"0000", "A"}) == "1 3  ");
  BOOST_TEST(list({"0000", "X"}) == "2  ");
  BOOST_TEST(list({"0000", "Q"}) == " ");
  BOOST_TEST(list({"0000", " ", emil}) == "2  ");
  BOOST_TEST(list({"0000", " ", "0", "2"}) == "2 3  ");
  BOOST_TEST(list({"0000", " ", "0", "0", "2"}) == "1 2 X");
  BOOST_TEST(list({"0000", " ", "0", "0", "3"}) == "1 2 3  ");
  BOOST_TEST(list({"0000", " ", "0", "0", "0"}) == "0060F MAX-ANTAL 00");
  BOOST_TEST(list({"0000", " ", "0", "0", "101"}) == "0060F MAX-ANTAL 00");
  BOOST_TEST(list({"0000", " ", "0", "0", "100", "20260323"}) == " ");
  BOOST_TEST(list({"0000", " ", "0", "0", "100", "20260324"}) == "1 3  ");
  BOOST_TEST(list({"0000", " ", "0", "0", "100", "20260231"}) == "0060F FRIST-TIL 00");
  header_fields const cpr = p.logged_on("ADMIN1");
  BOOST_TEST(listed(p.send("VLST", cpr, list_request{}.body())) == "1 2 3  ");
  BOOST_TEST(listed(p.send("VLST", cpr, list_request{"0851"}.body())) == " ");
  BOOST_TEST(p.send("VLST", p.citizen, list_request{}.body()).fejlnr() == "18");
}

BOOST_AUTO_TEST_CASE(only_who_reported_may_withdraw) {
  citizens_way p;
  p.report(emil, "005", "C1");
  p.reg.db().write([](store::write_scope& scope) {
    auto customer = *scope.customer("1234");
    customer.set(rec::CUSTOMER_ROW::KUNDENR, "4321");
    scope.put_customer(customer);
    auto user = *scope.user("1234", "BORG01");
    user.set(rec::USER_ROW::KUNDENR, "4321");
    scope.put_user(user);
  });
  auto const answer = p.logon("BORG01", right_password, {}, "4321");
  header_fields other{"4321", "BORG01", std::string(codec::trimmed(answer[rec::HOVED::TOKEN]))};
  BOOST_TEST(p.decide(other, "VFOR", "W", "1").said() == "0005F VENTENR 00");
  BOOST_TEST(p.send("VVIS", other, show_body("1")).said() == "0005F VENTENR 00");
  BOOST_TEST(p.send("VVIS", p.citizen, show_body("1")).said() == "");
  BOOST_TEST(p.send("VVIS", p.citizen, show_body("2")).said() == "7026F VENTENR 00");
}

BOOST_AUTO_TEST_CASE(the_daily_run_effectuates_what_has_come) {
  citizens_way p(false);
  p.report(emil, "005", "C1", "20260320");
  p.report(anna, "007", "C2", "20260315");
  BOOST_TEST(receipt_field(p.decide(p.office, "VGOD", "G1", "1"), KVITTERING::TILSTAND) == "G");
  BOOST_TEST(receipt_field(p.decide(p.office, "VGOD", "G2", "2"), KVITTERING::TILSTAND) == "G");
  transaction::world_cache worlds;
  auto const run = [&](std::string_view day) {
    auto const done = transaction::effectuate(p.reg.db(), worlds, p.reg.clock, *parse_date8(day));
    return std::to_string(done.done) + " " + std::to_string(done.failed);
  };
  BOOST_TEST(run("20260314") == "0 0");
  BOOST_TEST(run("20260315") == "1 0");
  BOOST_TEST(run("20260315") == "0 0");
  BOOST_TEST(p.stored(anna).value(rec::PERSON_002::HUSNR) == "007 ");
  BOOST_TEST(p.stored(emil).value(rec::PERSON_002::HUSNR) == "003 ");
  p.reg.db().write([&](store::write_scope& scope) {
    auto row = *scope.person(emil);
    row.records.replace(23, 2, "90");
    scope.put_person(emil, row);
  });
  BOOST_TEST(run("20260401") == "0 1");
  BOOST_TEST(run("20260401") == "0 0");
  auto const shown = p.send("VVIS", p.office, show_body("1"));
  codec::view<VENTPOST> const post(std::string_view(shown.bytes).substr(100));
  BOOST_TEST(post[VENTPOST::TILSTAND] == "F");
  BOOST_TEST(!codec::trimmed(std::string_view(shown.body()).substr(2360)).empty());
  auto const head = p.reg.db().read().person_head(emil);
  BOOST_TEST((*head)[rec::PERSON_ROW::WAITING_OPEN] == "0000");
}

BOOST_AUTO_TEST_SUITE_END()
