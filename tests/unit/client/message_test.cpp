// Requests as the protocol has them, answers taken apart, and what is refused.
#include <boost/test/unit_test.hpp>

#include "client/dialogue_client.hpp"
#include "rec/sams_fly.hpp"
#include "rec/sams_kvittering.hpp"
#include "rec/sams_logn.hpp"
#include "rec/sams_vlst.hpp"

namespace {

using namespace samspil;
using namespace samspil::client;
using rec::HOVED;

/// An answer of `function`: HOVED with KVIT, the body, and blank MEDDELELSEr.
std::string make_answer(std::string_view function, char kvit, std::string_view body, std::size_t messages = 0) {
  codec::buffer<HOVED> hoved;
  hoved.set(HOVED::CPRTRANS, "SAMS").set(HOVED::KOMMA, ",").set(HOVED::FUNKTION, function).set(HOVED::VERSION, "01");
  hoved.set(HOVED::KVIT, std::string_view(&kvit, 1)).set(HOVED::ANTAL_MEDD, messages);
  hoved.set(HOVED::LAENGDE, HOVED::length + body.size() + messages * rec::MEDDELELSE::length);
  std::string out(hoved.bytes());
  out += body;
  for (std::size_t i = 0; i < messages; ++i) {
    codec::buffer<rec::MEDDELELSE> each;
    each.set(rec::MEDDELELSE::MEDDNR, 7101 + i).set(rec::MEDDELELSE::KLASSE, "F").set(rec::MEDDELELSE::FELT, "VEJKOD");
    out += each.bytes();
  }
  return out;
}

std::vector<std::string> labels(std::vector<message_part> const& parts) {
  std::vector<std::string> out;
  for (message_part const& part : parts) out.push_back(part.label + "@" + std::to_string(part.offset));
  return out;
}

void check_labels(std::vector<message_part> const& parts, std::vector<std::string> const& expected) {
  auto const have = labels(parts);
  BOOST_CHECK_EQUAL_COLLECTIONS(have.begin(), have.end(), expected.begin(), expected.end());
}

BOOST_AUTO_TEST_SUITE(message)

BOOST_AUTO_TEST_CASE(every_function_has_the_length_of_the_contract) {
  struct row {
    std::string_view code;
    std::size_t length;
  };
  for (auto const& [code, length] :
       {row{"LOGN", 228}, row{"LOGF", 100}, row{"EKKO", 100}, row{"INIT", 140}, row{"VALI", 500}, row{"GEMH", 100},
        row{"AFBR", 100}, row{"STAT", 120}, row{"VLST", 140}, row{"VVIS", 120}, row{"VGOD", 200}, row{"VAFV", 200},
        row{"VFOR", 200}}) {
    function_type const* function = find_function(code);
    BOOST_REQUIRE_MESSAGE(function != nullptr, code);
    BOOST_TEST_CONTEXT(code) {
      BOOST_TEST(request_length(*function) == length);
      std::string const bytes = request(code).bytes();
      BOOST_TEST(bytes.size() == (code == "VALI" ? 500 : length));
      BOOST_TEST(bytes.substr(0, 9) == "SAMS," + std::string(code));
      BOOST_TEST(std::stoul(bytes.substr(9, 6)) == bytes.size());
      BOOST_TEST(bytes.substr(15, 2) == "01");
    }
  }
  BOOST_TEST(find_function("XXXX") == nullptr);
  BOOST_TEST(request("XXXX").bytes().size() == 100u);
}

BOOST_AUTO_TEST_CASE(every_event_has_three_layouts_of_one_length_each) {
  for (std::string_view event : {"FLY", "UDR", "NAB", "LVB", "MFB", "KRE", "KAD", "UAD", "SUA", "IND", "GEN", "FSV",
                                 "DOD", "NVN", "CIV", "STB", "FKI", "FTR"}) {
    BOOST_TEST_CONTEXT(event) {
      BOOST_TEST(event_layout(event, "DATA").name == std::string(event) + "-DATA");
      BOOST_TEST(event_layout(event, "DATA").length == 400u);
      BOOST_TEST(event_layout(event, "AKTUEL").name == std::string(event) + "-AKTUEL");
      BOOST_TEST(event_layout(event, "AKTUEL").length == 500u);
      BOOST_TEST(event_layout(event, "KLARTEKST").name == std::string(event) + "-KLARTEKST");
      BOOST_TEST(event_layout(event, "KLARTEKST").length == 600u);
    }
  }
  BOOST_TEST(event_layout("XYZ", "DATA").name == "DATA");
  BOOST_TEST(event_layout("XYZ", "DATA").items.size() == 1u);
}

BOOST_AUTO_TEST_CASE(items_of_groups_and_tables_have_a_path) {
  record_layout const& layout = event_layout("FLY", "AKTUEL");
  auto const second = std::ranges::find(layout.items, "HUSSTAND(2).RELATION", &layout_item::path);
  BOOST_REQUIRE(second != layout.items.end());
  BOOST_TEST(second->name == "RELATION");
  BOOST_TEST(second->offset == 30u + 46 + 10);
  BOOST_TEST(second->width == 2u);
  record_layout const& data = event_layout("FLY", "DATA");
  auto const eighth = std::ranges::find(data.items, "MEDFLYTTER(8)", &layout_item::path);
  BOOST_REQUIRE(eighth != data.items.end());
  BOOST_TEST(eighth->offset == 54u + 70);
  BOOST_TEST(eighth->is_personnummer());
  BOOST_TEST(find_item("DIALOGNR")->width == 12u);
  BOOST_TEST(find_item("NO-SUCH-FIELD") == nullptr);
}

BOOST_AUTO_TEST_CASE(answers_are_taken_apart_by_function_and_event) {
  check_labels(answer_parts(make_answer("LOGN", 'O', std::string(100, ' ')), ""), {"HOVED@0", "LOGN-SVAR@100"});
  check_labels(answer_parts(make_answer("INIT", 'A', std::string(1200, ' '), 2), "FLY"),
               {"HOVED@0", "STAM@100", "FLY-AKTUEL@800", "MEDDELELSE(1)@1300", "MEDDELELSE(2)@1420"});
  check_labels(answer_parts(make_answer("VALI", 'O', std::string(1000, ' ')), "NVN"),
               {"HOVED@0", "NVN-DATA@100", "NVN-KLARTEKST@500"});
  check_labels(answer_parts(make_answer("GEMH", 'O', std::string(160, ' ')), "FLY"), {"HOVED@0", "KVITTERING@100"});
  check_labels(answer_parts(make_answer("GEMH", 'F', "", 1), "FLY"), {"HOVED@0", "MEDDELELSE(1)@100"});
  check_labels(answer_parts(make_answer("EKKO", 'O', ""), ""), {"HOVED@0"});
}

BOOST_AUTO_TEST_CASE(waiting_list_has_as_many_posts_as_it_says) {
  codec::buffer<rec::VLST_SVAR> head;
  head.set(rec::VLST_SVAR::ANTAL, 2);
  std::string const body = std::string(head.bytes()) + std::string(320, '0');
  std::string const bytes = make_answer("VLST", 'O', body);
  check_labels(answer_parts(bytes, ""), {"HOVED@0", "VLST-SVAR@100", "VENTPOST(1)@120", "VENTPOST(2)@280"});
  BOOST_TEST(answer::read(bytes).has_value());
  BOOST_TEST(answer::read(bytes)->part<rec::VENTPOST>(20 + 160).bytes().size() == 160u);
  BOOST_TEST(!answer::read(make_answer("VLST", 'O', body.substr(0, 340 - 160))).has_value());
}

BOOST_AUTO_TEST_CASE(shown_event_says_its_own_event) {
  codec::buffer<rec::VENTPOST> post;
  post.set(rec::VENTPOST::HAENDELSE, "DOD");
  std::string const body = std::string(post.bytes()) + std::string(700 + 500 + 400 + 600 + 80, ' ');
  check_labels(answer_parts(make_answer("VVIS", 'O', body), "FLY"),
               {"HOVED@0", "VENTPOST@100", "STAM@260", "DOD-AKTUEL@960", "DOD-DATA@1460", "DOD-KLARTEKST@1860",
                "BEGRUNDELSE@2460"});
}

BOOST_AUTO_TEST_CASE(parts_end_where_the_bytes_end) {
  std::string const whole = make_answer("INIT", 'O', std::string(1200, ' '));
  BOOST_TEST(answer_parts(whole.substr(0, 99), "FLY").empty());
  check_labels(answer_parts(whole.substr(0, 100), "FLY"), {"HOVED@0"});
  check_labels(answer_parts(whole.substr(0, 1299), "FLY"), {"HOVED@0", "STAM@100"});
  BOOST_TEST(answer_parts("PRIV,whatever" + std::string(200, ' '), "FLY").empty());
}

BOOST_AUTO_TEST_CASE(answer_gives_body_and_messages) {
  codec::buffer<rec::KVITTERING> receipt;
  receipt.set(rec::KVITTERING::KVITTERINGSNR, 17);
  auto const ok = answer::read(make_answer("GEMH", 'O', receipt.bytes()));
  BOOST_REQUIRE(ok.has_value());
  BOOST_TEST(ok->accepted());
  BOOST_TEST(ok->part<rec::KVITTERING>()[rec::KVITTERING::KVITTERINGSNR] == "000000000017");
  BOOST_TEST(ok->summary() == "00 O");
  BOOST_CHECK_THROW(ok->part<rec::FLY_DATA>(), std::out_of_range);
  BOOST_CHECK_THROW(ok->message(0), std::out_of_range);

  auto const refused = answer::read(make_answer("VALI", 'F', "", 2));
  BOOST_REQUIRE(refused.has_value());
  BOOST_TEST(!refused->accepted());
  BOOST_TEST(refused->body().empty());
  BOOST_TEST(refused->messages() == 2u);
  BOOST_TEST(refused->says("7102"));
  BOOST_TEST(!refused->says("7103"));
  BOOST_TEST(refused->summary() == "00 F 7101 VEJKOD, 7102 VEJKOD");
}

BOOST_AUTO_TEST_CASE(answer_that_does_not_agree_is_refused) {
  std::string const good = make_answer("GEMH", 'O', std::string(160, ' '), 1);
  BOOST_TEST(answer::read(good).has_value());
  BOOST_TEST(answer::read("").error().expected == "100 bytes or more, not 0");
  BOOST_TEST(answer::read(good.substr(0, good.size() - 1)).error().field == "LAENGDE");
  BOOST_TEST(answer::read(good + " ").error().field == "LAENGDE");
  auto const with = [&](std::size_t byte, std::string_view text) {
    std::string bytes = good;
    return bytes.replace(byte - 1, text.size(), text);
  };
  BOOST_TEST(answer::read(with(1, "PRIV")).error().field == "CPRTRANS");
  BOOST_TEST(answer::read(with(6, "XXXX")).error().field == "FUNKTION");
  BOOST_TEST(answer::read(with(86, "0x")).error().field == "FEJLNR");
  BOOST_TEST(answer::read(with(88, " ")).error().field == "KVIT");
  BOOST_TEST(answer::read(with(88, "F")).error().field == "LAENGDE");
  BOOST_TEST(answer::read(with(89, "0 ")).error().field == "ANTAL-MEDD");
  BOOST_TEST(answer::read(with(89, "02")).error().text() ==
             "answer: HOVED: LAENGDE, byte 10: expected 500 by FUNKTION, KVIT and ANTAL-MEDD");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(dialogue)

BOOST_AUTO_TEST_CASE(steps_carry_token_and_dialogue) {
  std::vector<std::string> sent;
  std::vector<std::string> replies;
  dialogue_client client(
      [&](std::string_view message) {
        sent.emplace_back(message);
        return replies.at(sent.size() - 1);
      },
      "42", "KUN00001");
  auto const reply = [&](std::string bytes, std::size_t byte = 1, std::string_view text = {}) {
    replies.push_back(bytes.replace(byte - 1, text.size(), text));
  };
  std::string const token = "abcdefghijklmnopqrstuvwx";
  reply(make_answer("LOGN", 'O', std::string(100, ' ')), 30, token);
  reply(make_answer("INIT", 'O', std::string(1200, ' ')), 74, "000000000007");
  reply(make_answer("VALI", 'O', std::string(1000, ' ')));
  reply(make_answer("GEMH", 'O', std::string(160, '0')));
  reply(make_answer("STAT", 'O', std::string(160, '0')));
  reply(make_answer("INIT", 'F', "", 1));
  reply(make_answer("AFBR", 'O', ""));
  reply(make_answer("EKKO", 'O', ""));
  reply(make_answer("LOGF", 'O', ""));

  BOOST_TEST(client.logon("Hemmeligt1!").accepted());
  BOOST_TEST(client.token() == token);
  BOOST_TEST(client.init("FLY", "0101800002", "20260105", "0101").accepted());
  BOOST_TEST(client.dialogue() == "000000000007");
  codec::buffer<rec::FLY_DATA> data;
  data.set(rec::FLY_DATA::VEJKOD, "0032");
  client.vali(data.bytes());
  client.gemh("REF-1");
  client.stat("REF-1");
  BOOST_TEST(!client.init("FLY", "0101800002", "20260105", "0101").accepted());
  BOOST_TEST(client.dialogue() == "000000000007");
  client.afbr();
  client.echo();
  client.logoff();

  auto const header = [&](std::size_t i) { return codec::view<HOVED>(sent.at(i)); };
  BOOST_TEST(header(0)[HOVED::TOKEN] == std::string(24, ' '));
  BOOST_TEST(header(0)[HOVED::KUNDENR] == "0042");
  BOOST_TEST(sent[0].substr(100, 64) == "Hemmeligt1!" + std::string(53, ' '));
  BOOST_TEST(header(1)[HOVED::TOKEN] == token);
  BOOST_TEST(header(1)[HOVED::DIALOGNR] == "000000000000");
  BOOST_TEST(sent[1].substr(100) == "FLY0101800002202601050101" + std::string(15, ' '));
  BOOST_TEST(header(2)[HOVED::DIALOGNR] == "000000000007");
  BOOST_TEST(sent[2].substr(100, 4) == "0032");
  BOOST_TEST(header(3)[HOVED::KUNDEREFERENCE] == "REF-1               ");
  BOOST_TEST(sent[4].substr(100) == "REF-1               ");
  BOOST_TEST(header(5)[HOVED::DIALOGNR] == "000000000000");
  BOOST_TEST(header(6)[HOVED::FUNKTION] == "AFBR");
  BOOST_TEST(header(7)[HOVED::FUNKTION] == "EKKO");
  BOOST_TEST(header(8)[HOVED::FUNKTION] == "LOGF");
}

BOOST_AUTO_TEST_CASE(refused_logon_keeps_no_token) {
  dialogue_client client([](std::string_view) { return make_answer("LOGN", 'F', "", 1).replace(85, 2, "01"); }, "1",
                         "A");
  BOOST_TEST(client.logon("x").fejlnr() == "01");
  BOOST_TEST(client.token().empty());
}

BOOST_AUTO_TEST_CASE(broken_answer_is_an_exception) {
  dialogue_client client([](std::string_view) { return std::string("SAMS"); }, "1", "A");
  BOOST_CHECK_THROW(client.echo(), std::runtime_error);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
