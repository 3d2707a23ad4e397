// The shipped tables: rights, texts of codes, texts of messages.
#include <boost/test/unit_test.hpp>

#include "scene.hpp"
#include "support/padded.hpp"

namespace samspil::test {
namespace {

using rules::group_table;

group_table groups() { return shipped_tables().groups; }

BOOST_AUTO_TEST_SUITE(tables)

BOOST_AUTO_TEST_CASE(what_each_group_may) {
  struct { char const *group, *functions, *not_functions, *scope; } const rights[] = {
      {"BORGER", "LOGF EKKO INIT VALI GEMH AFBR STAT VVIS VFOR", "VLST VGOD VAFV", "REP"},
      {"KOMMUNE", "LOGF EKKO INIT VALI GEMH AFBR STAT VVIS VFOR VLST VGOD VAFV", "XXXX", "OWN"},
      {"CPRADM", "LOGF EKKO INIT VALI GEMH AFBR STAT VVIS VFOR VLST VGOD VAFV", "XXXX", "ALL"},
      {"OPSLAG", "", "LOGF EKKO INIT VALI GEMH AFBR STAT VVIS VFOR VLST VGOD VAFV", "REP"}};
  for (auto const& one : rights) {
    BOOST_TEST(groups().knows(one.group));
    BOOST_TEST(groups().scope(one.group) == one.scope);
    BOOST_TEST(groups().may_log_on(one.group) == (std::string_view(one.functions) != ""));
    std::string_view list = one.functions;
    for (; list.size() >= 4; list.remove_prefix(std::min<std::size_t>(5, list.size())))
      BOOST_TEST(groups().may_use(one.group, list.substr(0, 4)), one.group << " " << list.substr(0, 4));
    for (list = one.not_functions; list.size() >= 4; list.remove_prefix(std::min<std::size_t>(5, list.size())))
      BOOST_TEST(!groups().may_use(one.group, list.substr(0, 4)), one.group << " " << list.substr(0, 4));
  }
  BOOST_TEST(!groups().knows("NOBODY"));
  BOOST_TEST(!groups().may_log_on("NOBODY"));
  BOOST_TEST(groups().scope("NOBODY") == "");
  BOOST_TEST(groups().knows("KOMMUNE "));  // as a record has it
  BOOST_TEST(groups().may_use("CPRADM  ", "INIT"));
}

BOOST_AUTO_TEST_CASE(what_each_group_may_report) {
  std::string_view const all = "FLY UDR NAB LVB MFB KRE KAD UAD SUA IND FSV GEN DOD NVN CIV STB FKI FTR";
  for (std::size_t at = 0; at < all.size(); at += 4) {
    std::string_view const event = all.substr(at, 3);
    BOOST_TEST(groups().event_mode("BORGER", event) == (at < 32 ? 'G' : '\0'), event);
    BOOST_TEST(groups().event_mode("KOMMUNE", event) == (event == "FTR" ? '\0' : 'D'), event);
    BOOST_TEST(groups().event_mode("CPRADM", event) == 'D', event);
    BOOST_TEST(groups().event_mode("OPSLAG", event) == '\0', event);
  }
}

BOOST_AUTO_TEST_CASE(every_message_has_a_text_in_both_languages) {
  auto const& texts = shipped_tables().messages;
  std::vector<unsigned> numbers = {5, 7002, 7022, 7024, 7025, 7026, 7099};
  for (auto const& row : rules::shipped_rules()->rules()) numbers.push_back(row.number);
  for (unsigned const fejlnr :
       {1u, 2u, 3u, 4u, 5u, 6u, 7u, 8u, 9u, 10u, 11u, 16u, 18u, 60u, 61u, 62u, 63u, 64u, 65u, 66u, 67u, 68u})
    numbers.push_back(rules::fejlnr_base + fejlnr);
  for (unsigned const number : numbers) {
    BOOST_TEST(texts.find(number, "da").size() > 10, number);
    BOOST_TEST(texts.find(number, "en").size() > 10, number);
    BOOST_TEST(texts.find(number, "da") != texts.find(number, "en"), number);
    BOOST_TEST(texts.find(number, "da").size() <= 85u, number);
  }
  BOOST_TEST(texts.find(4, "en") != texts.find(rules::fejlnr_base + 4, "en"));
  BOOST_TEST(texts.find(1234, "da") == "");
}

BOOST_AUTO_TEST_CASE(codes_have_texts) {
  auto const& codes = shipped_tables().codes;
  BOOST_TEST(codes.find("STATUS", "90", "da") == "Inaktiv, d\xF8" "d");
  BOOST_TEST(codes.find("KENDEORD", "CIFR", "da") == "intet ciffer");
  BOOST_TEST(codes.find("KENDEORD", "CIFR", "en") == "no digit");
  BOOST_TEST(codes.find("HAENDELSE", "FLY", "fr") == "Flytning");
  BOOST_TEST(codes.find("HAENDELSE", "ZZZ", "da") == "");
}

// texts.tsv is Danish, and "two implementers must arrive at the same bytes" (protocol.md, "The wire"): only what stands
// in the text of a message may be in the user's language.
BOOST_AUTO_TEST_CASE(texts_of_codes_on_the_wire_are_danish_for_everybody) {
  auto const& codes = shipped_tables().codes;
  for (auto const& [kind, code] :
       {std::pair("STATUS", "90"), {"CIVST", "U"}, {"BESKYT", "0001"}, {"FKIRK", "F"}, {"HAENDELSE", "FLY"}})
    BOOST_TEST(codes.find(kind, code, "en") == codes.find(kind, code, "da"), kind);
}

BOOST_AUTO_TEST_CASE(a_text_of_85_bytes_is_the_most) {
  rules::tables table;
  auto const row = [](std::string const& text) { return padded("7010da" + text, rec::MESSAGE_ROW::length); };
  table.messages = rules::message_texts::parse({row(std::string(83, 'x') + "%")}).value();
  rules::actor const who;
  BOOST_TEST(rules::make_message(table, who, "R", 7010, 'F', "PNR", 0, "123456").text == std::string(83, 'x') + "12");
  BOOST_TEST(rules::make_message(table, who, "R", 7010, 'F', "PNR").text == std::string(83, 'x'));
  BOOST_TEST(rules::make_message(table, who, "R", 4711, 'F', "PNR").text == "");
}

BOOST_AUTO_TEST_CASE(rows_that_do_not_parse) {
  std::size_t const length = rec::GROUP_ROW::length;
  auto const error = [](auto const& outcome) { return outcome ? std::string("none") : outcome.error().text(); };
  BOOST_TEST(error(group_table::parse({padded("KOMMUNE SOWN", length), "short"})).find("record 2: GROUP-ROW") == 0u);
  BOOST_TEST(error(group_table::parse({padded("KOMMUNE XOWN", length)})).find("RIGHT-KIND, byte 9") !=
             std::string::npos);
  BOOST_TEST(error(group_table::parse({padded("KOMMUNE SALL", length)})) == "none");
  BOOST_TEST(error(group_table::parse({padded("KOMMUNE SMINE", length)})).find("RIGHT-CODE, byte 10") !=
             std::string::npos);
  BOOST_TEST(error(group_table::parse({padded("KOMMUNE EFLY X", length)})).find("RIGHT-MODE, byte 14") !=
             std::string::npos);
  BOOST_TEST(error(group_table::parse({padded("        EFLY D", length)})).find("SECURITY-GROUP") != std::string::npos);
  BOOST_TEST(error(rules::message_texts::parse({padded("70A0datekst", rec::MESSAGE_ROW::length)})).find("MEDDNR") !=
             std::string::npos);
  BOOST_TEST(error(rules::code_texts::parse({"x"})).find("56 bytes") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace samspil::test
