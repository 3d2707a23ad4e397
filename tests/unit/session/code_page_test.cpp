// The same dialogue in other code pages.
#include <boost/test/unit_test.hpp>

#include "fixture.hpp"
#include "record/person.hpp"
#include "rec/sams_kad.hpp"
#include "rec/sams_vafg.hpp"

using namespace samspil;
using namespace samspil::test;
using rec::HOVED;

namespace {

constexpr char euro_of_1142 = '\x5A';

/// Asks in `page` and gives the answer in ISO-8859-1. `break_at`: the byte that becomes the euro of IBM1142.
reply_seen ask_in(provider& p, code_page page, std::string const& message, std::size_t break_at = std::string::npos,
                  std::size_t answer_max = static_cast<std::size_t>(-1)) {
  session::peer from{"127.0.0.1", "", ""};
  from.page = page;
  from.answer_length_max = answer_max;
  std::string bytes = from_latin1(page, message).text;
  if (break_at != std::string::npos) bytes[break_at] = euro_of_1142;
  reply_seen out = ask(*p.service, bytes, from);
  out.bytes = to_latin1(page, out.bytes).text;
  return out;
}

std::string contact_body(std::string_view line) {
  codec::buffer<rec::KAD_DATA> body;
  body.set(rec::KAD_DATA::KONTAKTADR, 0, line);
  return std::string(body.bytes());
}

void give_anna_the_name(provider& p, std::string_view name) {
  p.reg.db().write([&](store::write_scope& scope) {
    auto row = *scope.person(anna);
    auto person = record::person::trusted(row.records);
    codec::buffer<rec::PERSON_003> address(person.first(3));
    address.set(rec::PERSON_003::CONVN, name);
    person.set(address.bytes());
    row.records = person.bytes();
    scope.put_person(anna, row);
  });
}

}  // namespace

BOOST_AUTO_TEST_SUITE(code_pages)

BOOST_AUTO_TEST_CASE(the_same_answers_in_every_page) {
  for (code_page const page : {code_page::iso_8859_1, code_page::ibm277, code_page::ibm1142}) {
    BOOST_TEST_CONTEXT(name_of(page)) {
      provider p;
      reply_seen const on = ask_in(p, page, request("LOGN", {"1234", "KOMM51"}, logon_body(right_password)));
      BOOST_TEST(on.fejlnr() == "00");
      header_fields f{"1234", "KOMM51", std::string(codec::trimmed(on[HOVED::TOKEN]))};
      reply_seen const begun = ask_in(p, page, request("INIT", f, init_body(anna, "20260310", "0851", "KAD")));
      BOOST_TEST(begun.said() == "");
      BOOST_TEST(begun.kvit() == "O");
      f.dialognr = begun.dialognr();
      reply_seen const valid = ask_in(p, page, request("VALI", f, contact_body("\xC6r\xF8vej 1, \xC5rhus {}[]|")));
      BOOST_TEST(valid.kvit() == "O");
      BOOST_TEST(valid.body().find("\xC6r\xF8vej 1, \xC5rhus {}[]|") != std::string::npos);
      f.reference = "m\xE5rts";
      reply_seen const saved = ask_in(p, page, request("GEMH", f));
      BOOST_TEST(saved.kvit() == "O");
      BOOST_TEST(codec::trimmed(saved[HOVED::KUNDEREFERENCE]) == "m\xE5rts");
    }
  }
}

BOOST_AUTO_TEST_CASE(a_request_with_what_no_page_of_ours_holds_names_the_field) {
  provider p;
  code_page const page = code_page::ibm1142;
  header_fields f = p.logged_on("KOMM51");
  struct {
    char const* what;
    std::string message;
    std::size_t at;
    char const *fejlnr, *felt;
    bool closes;
  } const cases[] = {
      {"BRUGER-ID", request("EKKO", f), HOVED::BRUGER_ID.offset, "60", "BRUGER-ID", true},
      {"KUNDEREFERENCE", request("EKKO", f), HOVED::KUNDEREFERENCE.offset, "60", "KUNDEREFERENCE", true},
      {"KENDEORD", request("LOGN", f, logon_body(right_password)), 100 + 5, "60", "KENDEORD", false},
      {"SOEGT-REFERENCE", request("STAT", f, stat_body("abc")), 100, "60", "SOEGT-REFERENCE", false},
      {"PNR", request("INIT", f, init_body(anna, "20260310", "0851")), 105, "60", "PNR", false},
      {"FILLER", request("INIT", f, init_body(anna, "20260310", "0851")), 139, "00", "", false},
  };
  for (auto const& c : cases) {
    BOOST_TEST_CONTEXT(c.what) {
      reply_seen const answer = ask_in(p, page, c.message, c.at);
      BOOST_TEST(answer.fejlnr() == c.fejlnr);
      BOOST_TEST(answer.closed == c.closes);
      if (*c.felt != '\0') BOOST_TEST(codec::trimmed(answer.message(0)[rec::MEDDELELSE::FELT]) == c.felt);
    }
  }
}

BOOST_AUTO_TEST_CASE(in_what_is_ignored_it_is_ignored_and_hides_nothing) {
  provider p;
  header_fields const f = p.logged_on("KOMM51");
  session::peer from{"127.0.0.1", "", ""};
  from.page = code_page::ibm1142;
  std::string heartbeat = from_latin1(from.page, request("EKKO", f)).text;
  auto const spoil = [&](auto const& field) {
    heartbeat.replace(field.offset, field.width, field.width, euro_of_1142);
  };
  spoil(HOVED::FEJLNR);
  spoil(HOVED::KVIT);
  spoil(HOVED::ANTAL_MEDD);
  heartbeat.back() = euro_of_1142;  // FILLER
  reply_seen answer = ask(*p.service, heartbeat, from);
  answer.bytes = to_latin1(from.page, answer.bytes).text;
  BOOST_TEST(answer.fejlnr() == "00");
  BOOST_TEST(!answer.closed);

  std::string about = from_latin1(from.page, request("STAT", f, stat_body("abc"))).text;
  about[HOVED::KVIT.offset] = euro_of_1142;
  about[HOVED::length] = euro_of_1142;
  answer = ask(*p.service, about, from);
  answer.bytes = to_latin1(from.page, answer.bytes).text;
  BOOST_TEST(answer.fejlnr() == "60");
  BOOST_TEST(codec::trimmed(answer.message(0)[rec::MEDDELELSE::FELT]) == "SOEGT-REFERENCE");
}

BOOST_AUTO_TEST_CASE(a_logon_that_the_page_cannot_hold_is_counted) {
  provider p;
  std::uint64_t const before = p.reg.db().audit_head().sequence;
  std::string const message = request("LOGN", {"1234", "KOMM51"}, logon_body(right_password));
  BOOST_TEST(ask_in(p, code_page::ibm1142, message, 103).said() == "0060F KENDEORD 00");
  p.reg.clock.pass(std::chrono::minutes(2));
  p.service->tick();
  p.reg.db().write([](store::write_scope&) {});
  auto const row = p.reg.db().read().audit(before + 1);
  BOOST_REQUIRE(row.has_value());
  BOOST_TEST(row->head[rec::AUDIT_ROW::FEJLNR] == "60");
  BOOST_TEST(row->head[rec::AUDIT_ROW::REPEATED] == "000000001");
}

BOOST_AUTO_TEST_CASE(in_a_decision_the_reference_comes_first) {
  provider p;
  code_page const page = code_page::ibm1142;
  header_fields f = p.validated(p.logged_on("KOMM01"), anna);
  BOOST_TEST(p.save(f, "used").kvit() == "O");
  codec::buffer<rec::VAFG_ANMODNING> body;
  body.set(rec::VAFG_ANMODNING::VENTENR, 1).set(rec::VAFG_ANMODNING::BEGRUNDELSE, "why");
  std::size_t const reason = 100 + rec::VAFG_ANMODNING::BEGRUNDELSE.offset;
  for (char const* funktion : {"VGOD", "VAFV", "VFOR"}) {
    f.reference = "used";
    BOOST_TEST(ask_in(p, page, request(funktion, f, body.bytes()), reason).fejlnr() == "66");
    f.reference = "new";
    reply_seen const answer = ask_in(p, page, request(funktion, f, body.bytes()), reason);
    BOOST_TEST(answer.fejlnr() == "60");
    BOOST_TEST(codec::trimmed(answer.message(0)[rec::MEDDELELSE::FELT]) == "BEGRUNDELSE");
  }
}

BOOST_AUTO_TEST_CASE(in_the_data_it_is_a_character_outside_its_set) {
  provider p;
  header_fields f = p.logged_on("KOMM51");
  f.dialognr = ask(*p.service, request("INIT", f, init_body(anna, "20260310", "0851", "KAD"))).dialognr();
  std::size_t const at = 100 + rec::KAD_DATA::KONTAKTADR.offset + 2;
  reply_seen const answer = ask_in(p, code_page::ibm1142, request("VALI", f, contact_body("abc")), at);
  BOOST_TEST(answer.fejlnr() == "00");
  BOOST_TEST(answer.said() == "0060F KONTAKTADR 01");
}

BOOST_AUTO_TEST_CASE(an_answer_that_the_page_cannot_hold_says_which_field) {
  provider p;
  give_anna_the_name(p, "c/o \xA4");
  header_fields const f = p.logged_on("KOMM51");
  std::string const message = request("INIT", f, init_body(anna, "20260310", "0851", "KAD"));
  BOOST_TEST(ask_in(p, code_page::ibm277, message).kvit() == "O");
  // STAM's CONVN is of 002: give it there too, that is where it is read.
  reply_seen const plain = ask_in(p, code_page::ibm1142, message);
  BOOST_TEST(plain.kvit() == "O");
  p.reg.db().write([&](store::write_scope& scope) {
    auto row = *scope.person(anna);
    auto person = record::person::trusted(row.records);
    codec::buffer<rec::PERSON_002> home(person.first(2));
    home.set(rec::PERSON_002::CONVN, "\xA4");
    person.set(home.bytes());
    row.records = person.bytes();
    scope.put_person(anna, row);
  });
  reply_seen const answer = ask_in(p, code_page::ibm1142, message);
  BOOST_TEST(answer.fejlnr() == "09");
  BOOST_TEST(answer.kvit() == "F");
  BOOST_TEST(answer.message_count() == 1U);
  BOOST_TEST(std::string(answer.message(0)[rec::MEDDELELSE::TEKST]).find("STAM CONVN") != std::string::npos);
  BOOST_TEST(ask_in(p, code_page::ibm277, message).kvit() == "O");
}

BOOST_AUTO_TEST_CASE(what_could_not_be_answered_opens_and_approves_nothing) {
  session::options how;
  how.limit.dialogues_per_session = 1;
  provider p(true, how);
  header_fields f = p.logged_on("KOMM51");
  std::string const begin = request("INIT", f, init_body(anna, "20260310", "0851", "KAD"));
  std::string const other = request("INIT", f, init_body(anna, "20260310", "0851", "NAB"));
  std::size_t const length = ask(*p.service, other).bytes.size();
  ask(*p.service, request("AFBR", [&] {
    header_fields opened = f;
    opened.dialognr = "1";
    return opened;
  }()));
  reply_seen const lost = ask_in(p, code_page::iso_8859_1, begin, std::string::npos, length - 1);
  BOOST_TEST(lost.fejlnr() == "09");
  BOOST_TEST(lost.dialognr() == "000000000000");
  reply_seen const begun = ask(*p.service, begin);  // the one place is still free
  BOOST_TEST(begun.kvit() == "O");
  f.dialognr = begun.dialognr();
  f.reference = "R1";
  std::string const validate = request("VALI", f, contact_body("Vej 1"));
  BOOST_TEST(ask_in(p, code_page::iso_8859_1, validate, std::string::npos, 1099).fejlnr() == "09");
  BOOST_TEST(ask(*p.service, request("GEMH", f)).fejlnr() == "65");
  BOOST_TEST(ask(*p.service, validate).kvit() == "O");
  BOOST_TEST(ask(*p.service, request("GEMH", f)).kvit() == "O");
}

BOOST_AUTO_TEST_CASE(a_warning_that_could_not_be_given_is_given_next_time) {
  provider p;
  header_fields f = p.logged_on();
  p.init(f, emil, "0101", "20260320");
  p.send("VALI", f, fly_body("1000", "009"));
  BOOST_TEST(p.save(f, "LATER").kvit() == "O");
  std::string const message = request("INIT", f, init_body(emil, "20260309", "0101"));
  BOOST_TEST(ask_in(p, code_page::iso_8859_1, message, std::string::npos, 1000).fejlnr() == "09");
  BOOST_TEST(ask(*p.service, message).said() == "7020A PNR 00");
  BOOST_TEST(ask(*p.service, message).said() == "");
  BOOST_TEST(ask_in(p, code_page::iso_8859_1, message, std::string::npos, 1000).fejlnr() == "09");
  BOOST_TEST(ask(*p.service, message).said() == "");  // told before
}

BOOST_AUTO_TEST_CASE(an_answer_that_the_framing_cannot_announce_says_so) {
  provider p;
  header_fields const f = p.logged_on("KOMM51");
  std::string const message = request("INIT", f, init_body(anna, "20260310", "0851", "KAD"));
  std::size_t const length = ask(*p.service, message).bytes.size();
  BOOST_TEST(ask_in(p, code_page::iso_8859_1, message, std::string::npos, length).kvit() == "O");
  reply_seen const answer = ask_in(p, code_page::iso_8859_1, message, std::string::npos, length - 1);
  BOOST_TEST(answer.fejlnr() == "09");
  BOOST_TEST(std::string(answer.message(0)[rec::MEDDELELSE::TEKST]).find(std::to_string(length)) != std::string::npos);
}

BOOST_AUTO_TEST_CASE(why_an_answer_cannot_be_sent_is_said_in_the_users_language) {
  provider p;
  p.reg.db().write([](store::write_scope& scope) {
    auto row = *scope.user("1234", "KOMM51");
    row.set(rec::USER_ROW::USER_LANGUAGE, "en");
    scope.put_user(row);
  });
  header_fields const f = p.logged_on("KOMM51");
  std::string const message = request("INIT", f, init_body(anna, "20260310", "0851", "KAD"));
  auto const text = [](reply_seen const& answer) {
    return std::string(codec::trimmed(answer.message(0)[rec::MEDDELELSE::TEKST]));
  };
  reply_seen const long_one = ask_in(p, code_page::iso_8859_1, message, std::string::npos, 1000);
  BOOST_TEST(text(long_one) == "The answer has " + std::to_string(ask(*p.service, message).bytes.size()) +
                                   " bytes: more than the framing of the connection can announce");
  full_queue const full(p.reg.db());
  BOOST_TEST(text(p.send("LOGF", f)).find("again") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_hint_stands_in_the_refusal_of_the_first_bytes) {
  provider p;
  session::peer from{"127.0.0.1", "", ""};
  from.hint = "framing len2";
  reply_seen const answer = ask(*p.service, std::string("\0\x64SA", 4), from);
  BOOST_TEST(answer.fejlnr() == "60");
  BOOST_TEST(answer.closed);
  BOOST_TEST(std::string(answer.message(0)[rec::MEDDELELSE::TEKST]).find("framing len2") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
