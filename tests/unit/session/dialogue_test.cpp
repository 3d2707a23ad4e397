#include <boost/test/unit_test.hpp>
#include <chrono>
#include <future>
#include <optional>
#include <thread>

#include "base/crypto.hpp"
#include "fixture.hpp"
#include "rec/person.hpp"
#include "record/person.hpp"
#include "support/journal.hpp"

using namespace samspil;
using namespace samspil::test;
using rec::HOVED;
using rec::KVITTERING;

BOOST_AUTO_TEST_SUITE(dialogue)

BOOST_AUTO_TEST_CASE(a_family_moves_and_the_receipt_is_the_registers) {
  provider p;
  header_fields f = p.logged_on();
  auto const init = p.init(f, anna);
  BOOST_TEST(init.kvit() == "O");
  BOOST_TEST(init.said() == "");
  BOOST_TEST(init.body().size() == 1200U);
  BOOST_TEST(f.dialognr != "000000000000");
  codec::view<rec::STAM> const stam(std::string_view(init.bytes).substr(100));
  BOOST_TEST(codec::trimmed(stam[rec::STAM::ADRNVN]) == "Berg,Anna");
  BOOST_TEST(codec::trimmed(stam[rec::STAM::KOMNVN]) == "Aalborg");
  codec::view<rec::FLY_AKTUEL> const aktuel(std::string_view(init.bytes).substr(800));
  BOOST_TEST(aktuel[rec::FLY_AKTUEL::ANTAL_HUSSTAND] == "03");
  BOOST_TEST(aktuel(rec::FLY_AKTUEL::HUSSTAND::PNR, 0) == bo);

  auto const vali = p.send("VALI", f, fly_body("1000", "005", {bo, cille}, "ST", "TH"));
  BOOST_TEST(vali.said() == "");
  BOOST_TEST(vali.kvit() == "O");
  codec::view<rec::FLY_DATA> const data(std::string_view(vali.bytes).substr(100));
  BOOST_TEST(data[rec::FLY_DATA::SIDEDOER] == "  th");
  codec::view<rec::FLY_KLARTEKST> const text(std::string_view(vali.bytes).substr(500));
  BOOST_TEST(codec::trimmed(text[rec::FLY_KLARTEKST::STANDARDADR]).starts_with("Testvej"));

  auto const vali2 = p.send("VALI", f, fly_body("1000", "005", {bo, cille}, "st", "th"));
  BOOST_TEST(vali2.said() == "");
  auto const saved = p.save(f, "REF-1");
  BOOST_TEST(saved.said() == "");
  BOOST_TEST(saved.kvit() == "O");
  codec::view<KVITTERING> const receipt(std::string_view(saved.bytes).substr(100));
  BOOST_TEST(receipt[KVITTERING::KVITTERINGSNR] == "000000000001");
  BOOST_TEST(receipt[KVITTERING::REGISTRERING] == "R");
  BOOST_TEST(receipt[KVITTERING::TILSTAND] == "E");
  BOOST_TEST(receipt[KVITTERING::VENTENR] == "000000000000");
  BOOST_TEST(receipt[KVITTERING::VIRKNINGSDTO] == "20260309");
  BOOST_TEST(receipt[KVITTERING::LOGHOVED] == p.reg.db().audit_head().head.substr(0, 32));

  for (std::string_view const mover : {anna, bo, cille}) {
    auto const person = p.stored(mover);
    BOOST_TEST(person.value(rec::PERSON_002::KOMKOD) == "0101");
    BOOST_TEST(person.value(rec::PERSON_002::HUSNR) == "005 ");
    BOOST_TEST(person.value(rec::PERSON_023::KOMKOD) == "0851");
    BOOST_TEST(person.value(rec::PERSON_023::FRAFLYDTO) == "202603090000");
    BOOST_TEST(person.has(99));
  }
  BOOST_TEST(p.stored(dan).value(rec::PERSON_002::KOMKOD) == "0851");
}

BOOST_AUTO_TEST_CASE(the_same_save_again_gives_the_same_receipt) {
  provider p(false);
  header_fields const f = p.validated(p.logged_on(), anna);
  auto const first = p.save(f, "REF-1");
  BOOST_REQUIRE(first.kvit() == "O");
  auto const again = p.save(f, "REF-1");
  BOOST_TEST(again.bytes == first.bytes);
  p.restart();
  BOOST_TEST(p.save(f, "REF-1").bytes == first.bytes);  // sessions survive a restart
  BOOST_TEST(test::journal_of(p.reg.db().read(), anna).size() == 1U);

  auto stat = p.send("STAT", f, stat_body("REF-1"));
  BOOST_TEST(stat.body() == first.body());
  stat = p.send("STAT", f, stat_body("REF-2"));
  BOOST_TEST(stat.said() == "7025F SOEGT-REFERENCE 00");
  BOOST_TEST(stat.fejlnr() == "00");
}

BOOST_AUTO_TEST_CASE(a_reference_with_other_content_is_66) {
  provider p;
  header_fields const session = p.logged_on();
  header_fields const a = p.validated(session, anna);
  BOOST_TEST(p.save(a, "REF-1").kvit() == "O");
  header_fields const e = p.validated(session, emil, "007");
  auto const other = p.save(e, "REF-1");
  BOOST_TEST(other.fejlnr() == "66");
  BOOST_TEST(other.said() == "0066F KUNDEREFERENCE 00");
  BOOST_TEST(p.save(e, "REF-2").kvit() == "O");  // the refused save used nothing up
  BOOST_TEST(p.save(e, "ref-2").fejlnr() == "64");  // case matters, and the dialogue is spent
}

BOOST_AUTO_TEST_CASE(another_dialogue_with_the_same_content_gets_the_stored_receipt) {
  provider p;
  header_fields const session = p.logged_on();
  header_fields const first = p.validated(session, emil, "007");
  header_fields const second = p.validated(session, emil, "007");
  header_fields const different = p.validated(session, emil, "009");
  header_fields const of_another = p.validated(session, cille, "007");
  auto const saved = p.save(first, "REF-1");
  auto const same = p.save(second, "REF-1");
  BOOST_TEST(same.body() == saved.body());
  BOOST_TEST(same.dialognr() == second.dialognr);
  BOOST_TEST(p.save(second, "REF-9").fejlnr() == "64");  // a dialogue that asked is spent
  BOOST_TEST(p.save(different, "REF-1").fejlnr() == "66");
  BOOST_TEST(p.save(of_another, "REF-1").fejlnr() == "66");
}

BOOST_AUTO_TEST_CASE(states_of_a_dialogue) {
  provider p;
  header_fields f = p.logged_on();
  f.dialognr = "000000000999";
  for (char const* funktion : {"AFBR", "GEMH"}) {
    f.reference = "R";
    auto const answer = p.send(funktion, f);
    BOOST_TEST(answer.said() == "0064F DIALOGNR 00");
  }
  f.reference = "";
  p.init(f, anna);
  BOOST_TEST(p.save(f, "R").said() == "0065F DIALOGNR 00");      // no VALI
  p.send("VALI", f, fly_body("1000", "005"));
  auto const refused = p.send("VALI", f, fly_body("7777", "005"));
  BOOST_TEST(refused.said() == "7101F VEJKOD 00");
  BOOST_TEST(refused.body() == "");
  BOOST_TEST(p.save(f, "R").fejlnr() == "65");                   // the last VALI was refused
  BOOST_TEST(p.send("VALI", f, fly_body("1000", "005")).kvit() == "O");
  BOOST_TEST(p.send("GEMH", f).said() == "0060F KUNDEREFERENCE 00");
  BOOST_TEST(p.send("AFBR", f).kvit() == "O");
  BOOST_TEST(p.send("AFBR", f).fejlnr() == "64");
  BOOST_TEST(p.send("VALI", f, fly_body("1000", "005")).fejlnr() == "64");
  BOOST_TEST(p.save(f, "R").fejlnr() == "64");
}

BOOST_AUTO_TEST_CASE(a_refused_init_opens_nothing) {
  provider p;
  header_fields f = p.logged_on();
  auto const answer = p.init(f, unknown_person);
  BOOST_TEST(answer.said() == "0172F PNR 00");
  BOOST_TEST(answer.dialognr() == "000000000000");
  BOOST_TEST(answer.body() == "");
  BOOST_TEST(p.init(f, anna, "0851").said() == "0005F KOMKOD 00");
}

BOOST_AUTO_TEST_CASE(dialogues_belong_to_their_session_and_expire) {
  provider p;
  header_fields mine = p.logged_on();
  header_fields other = p.logged_on();
  p.init(mine, anna);
  other.dialognr = mine.dialognr;
  BOOST_TEST(p.send("AFBR", other).fejlnr() == "64");
  p.reg.clock.pass(std::chrono::minutes(9));
  p.send("EKKO", mine);
  p.reg.clock.pass(std::chrono::minutes(9));
  p.send("EKKO", mine);
  p.reg.clock.pass(std::chrono::minutes(3));
  BOOST_TEST(p.send("AFBR", mine).fejlnr() == "64");  // 21 minutes
}

BOOST_AUTO_TEST_CASE(somebody_else_was_faster) {
  provider p;
  header_fields const session = p.logged_on();
  header_fields const a = p.validated(session, anna, "005", {bo});
  header_fields const b = p.validated(session, bo, "007");
  BOOST_TEST(p.save(b, "B").kvit() == "O");
  auto const late = p.save(a, "A");
  BOOST_TEST(late.fejlnr() == "00");
  BOOST_TEST(late.said() == "7022F  00");
  BOOST_TEST(p.send("STAT", session, stat_body("A")).said() == "7025F SOEGT-REFERENCE 00");
  BOOST_TEST(p.stored(anna).value(rec::PERSON_002::KOMKOD) == "0851");
}

BOOST_AUTO_TEST_CASE(the_world_changed_since_vali) {
  provider p;
  header_fields const session = p.logged_on();
  header_fields const a = p.validated(session, anna);
  p.reg.clock.set_business(add_days(p.reg.clock.business_date(), 1));
  BOOST_TEST(p.save(a, "A").said() == "7024F  00");
  BOOST_TEST(p.send("VALI", a, fly_body("1000", "005")).kvit() == "O");  // may be validated again
  fill_reference(p.reg.db());
  BOOST_TEST(p.save(a, "A").said() == "7024F  00");
  p.send("VALI", a, fly_body("1000", "005"));
  BOOST_TEST(p.save(a, "A").kvit() == "O");
}

BOOST_AUTO_TEST_CASE(a_date_ahead_goes_to_the_waiting_register) {
  provider p;
  header_fields f = p.logged_on();
  auto const init = p.init(f, emil, "0101", "20260320");
  BOOST_TEST(init.said() == "7023I HDTO 00");
  BOOST_TEST(init.kvit() == "O");
  p.send("VALI", f, fly_body("1000", "009"));
  auto const saved = p.save(f, "LATER");
  codec::view<KVITTERING> const receipt(std::string_view(saved.bytes).substr(100));
  BOOST_TEST(receipt[KVITTERING::REGISTRERING] == "V");
  BOOST_TEST(receipt[KVITTERING::TILSTAND] == "G");
  BOOST_TEST(receipt[KVITTERING::GODKENDES_AF] == "0000");
  BOOST_TEST(receipt[KVITTERING::VENTENR] == "000000000001");
  BOOST_TEST(p.stored(emil).value(rec::PERSON_002::HUSNR) == "003 ");
  header_fields next = p.logged_on();
  auto const warned = p.init(next, emil);
  BOOST_TEST(warned.said() == "7020A PNR 00");
  BOOST_TEST(warned.kvit() == "A");
  codec::view<rec::STAM> const stam(std::string_view(warned.bytes).substr(100));
  BOOST_TEST(stam[rec::STAM::VENT_MRK] == "X");
  BOOST_TEST(p.init(next, emil).said() == "");  // once per session and person
}

BOOST_AUTO_TEST_CASE(limits_of_a_session) {
  session::options how;
  how.limit.dialogues_per_session = 3;
  how.limit.inits_per_user_and_minute = 5;
  provider p(true, how);
  header_fields f = p.logged_on();
  for (int i = 0; i < 3; ++i) BOOST_TEST(p.init(f, anna).kvit() == "O");
  BOOST_TEST(p.init(f, anna).said() == "0067F  00");
  f.dialognr = "000000000001";
  BOOST_TEST(p.send("AFBR", f).kvit() == "O");
  BOOST_TEST(p.init(f, anna).kvit() == "O");
  p.send("AFBR", f);
  BOOST_TEST(p.init(f, anna).fejlnr() == "67");  // the 6th in this minute
  p.reg.clock.pass(std::chrono::minutes(1));
  BOOST_TEST(p.init(f, anna).kvit() == "O");
}

BOOST_AUTO_TEST_CASE(every_look_up_has_its_audit_row) {
  provider p;
  header_fields f = p.logged_on();
  p.init(f, anna);
  auto const row = p.reg.db().read().audit(p.reg.db().audit_head().sequence);
  BOOST_REQUIRE(row.has_value());
  using a = rec::AUDIT_ROW;
  BOOST_TEST(codec::trimmed(row->head[a::FUNCTION_NAME]) == "INIT");
  BOOST_TEST(row->head[a::PNR] == anna);
  BOOST_TEST(row->head[a::OUTCOME] == "O");
  BOOST_TEST(row->head[a::DIALOGNR] == f.dialognr);
  BOOST_TEST(row->others.size() == 3U);
  p.init(f, unknown_person);
  auto const refused = p.reg.db().read().audit(p.reg.db().audit_head().sequence);
  BOOST_TEST(refused->head[a::OUTCOME] == "F");
  BOOST_TEST(refused->head[a::MEDDNR] == "0172");
}

BOOST_AUTO_TEST_CASE(nothing_is_shown_or_approved_when_there_is_no_room_for_its_row) {
  for (bool const durable : {true, false}) {
    session::options how;
    how.durable_lookups = durable;
    provider p(true, how);
    header_fields f = p.logged_on();
    p.init(f, anna);
    header_fields const approved = f;
    BOOST_TEST(p.send("VALI", approved, fly_body("1000", "005")).kvit() == "O");
    {
      full_queue const full(p.reg.db());  // of work: as many rows would fill the database in memory
      BOOST_TEST(p.init(f, dan).fejlnr() == "08");
      BOOST_TEST(p.send("VALI", approved, fly_body("1000", "007")).fejlnr() == "08");
    }
    BOOST_TEST(p.save(approved, "REF-1").fejlnr() == "65");
    std::uint64_t dialogues = 99;
    for (auto const& [name, value] : p.service->counters())
      if (name == "samspil_dialogues") dialogues = value;
    BOOST_TEST(dialogues == 1U);
  }
}

BOOST_AUTO_TEST_CASE(each_answer_is_counted_once_under_its_fejlnr) {
  provider p;
  auto const count = [&](std::string const& fejlnr) -> std::uint64_t {
    for (auto const& [name, value] : p.service->counters())
      if (name == "samspil_answers_total{fejlnr=\"" + fejlnr + "\"}") return value;
    return 0;
  };
  header_fields f = p.logged_on();
  BOOST_TEST(count("00") == 1U);
  f.dialognr = "77";
  BOOST_TEST(p.send("VALI", f, fly_body("1000", "005")).fejlnr() == "64");
  BOOST_TEST(count("64") == 1U);
  BOOST_TEST(count("00") == 1U);
}

// The writer comes to the GEMH while it holds the row, and the VALI waits for the row: with the dialogue in
// hand it would wait for ever, because the library does not know of that.
BOOST_AUTO_TEST_CASE(a_vali_that_waits_for_a_row_is_in_no_saves_way) {
  using namespace std::chrono_literals;
  provider p;
  header_fields const f = p.validated(p.logged_on(), anna);
  store::database& db = p.reg.db();
  std::optional<held_row> row;
  std::future<reply_seen> saved;
  {
    held_writer const held(db);
    row.emplace(db, anna);
    saved = std::async(std::launch::async, [&] { return p.save(f, "REF-1"); });
    while (db.queued() != 3) std::this_thread::yield();
  }
  row->wait();
  auto validated = std::async(std::launch::async, [&] { return p.send("VALI", f, fly_body("1000", "007")); });
  BOOST_TEST((validated.wait_for(300ms) == std::future_status::timeout));
  row->release();
  BOOST_TEST((saved.wait_for(5s) == std::future_status::ready));
  BOOST_TEST((validated.wait_for(5s) == std::future_status::ready));
  BOOST_TEST(saved.get().fejlnr() == "65");
  BOOST_TEST(validated.get().said() == "");
  BOOST_TEST(p.save(f, "REF-1").said() == "");
  BOOST_TEST(p.stored(anna).value(rec::PERSON_002::HUSNR) == "007 ");
}

BOOST_AUTO_TEST_CASE(the_vali_that_began_last_decides) {
  using namespace std::chrono_literals;
  provider p;
  header_fields const f = p.validated(p.logged_on(), anna);
  held_row row(p.reg.db(), anna);
  row.wait();
  auto first = std::async(std::launch::async, [&] { return p.send("VALI", f, fly_body("1000", "007")); });
  BOOST_TEST((first.wait_for(300ms) == std::future_status::timeout));
  auto second = std::async(std::launch::async, [&] { return p.send("VALI", f, fly_body("9999", "007")); });
  BOOST_TEST((second.wait_for(300ms) == std::future_status::timeout));
  row.release();
  BOOST_TEST(first.get().said() == "");
  BOOST_TEST(second.get().kvit() == "F");
  BOOST_TEST(p.save(f, "REF-1").fejlnr() == "65");
}

BOOST_AUTO_TEST_CASE(a_save_that_was_undone_with_others_leaves_its_dialogue_open) {
  provider p;
  header_fields const f = p.validated(p.logged_on(), anna);
  store::database& db = p.reg.db();
  std::future<reply_seen> saved;
  bool failed = false;
  {
    held_writer const held(db);
    saved = std::async(std::launch::async, [&] { return p.save(f, "REF-1"); });
    while (db.queued() != 2) std::this_thread::yield();
    // The save has run when this does, is undone with it, and runs again when saves are refused.
    db.submit([&](store::write_scope&) {
      p.service->refuse_saves(true);
      throw std::runtime_error("undo");
    }, [&](std::exception_ptr e) { failed = static_cast<bool>(e); });
  }
  BOOST_TEST(saved.get().fejlnr() == "09");
  p.service->refuse_saves(false);
  BOOST_TEST(p.save(f, "REF-1").said() == "");
  BOOST_TEST(failed);
  BOOST_TEST(test::journal_of(db.read(), anna).size() == 1U);
}

BOOST_AUTO_TEST_SUITE_END()
