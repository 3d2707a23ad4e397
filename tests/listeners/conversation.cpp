// The same conversation over every listener gives the same answers.
#include <boost/test/unit_test.hpp>

#include <regex>
#include <set>

#include "listeners/site.hpp"
#include "support/sams.hpp"

using namespace samspil;
using namespace samspil::listeners_test;

namespace {

// Letters of Danish, and some that lie elsewhere in EBCDIC than in ISO-8859-1 or ASCII.
std::string const address = "\xC6r\xF8 \xD8stergaard \xE5 \xC5 \xFC \xC4\xD6 \xE9 \xA7 #@$|[]";

std::string line(std::string_view mark, std::string_view function, std::string_view reference,
                 std::string_view dialogue, std::string_view body) {
  std::string out = std::string(mark) + " SAMS," + std::string(function) + "000000011234BORG01  ";
  out += function == "LOGN" ? std::string(24, ' ') : "{TOKEN}";
  out += std::string(reference) + std::string(20 - reference.size(), ' ') + std::string(dialogue) + "00 00";
  return out + std::string(10, ' ') + std::string(body) + "\n";
}

std::string field(std::string_view text, std::size_t width) {
  return std::string(text) + std::string(width - text.size(), ' ');
}

/// An answer: `end` begins with KVIT and ANTAL-MEDD.
std::string expected(std::string_view function, std::string_view reference, std::string_view dialogue,
                     std::string_view end, std::string_view fejlnr = "00") {
  std::string out = line("<", function, reference, dialogue, "");
  std::string const head = out.substr(0, out.find("00 00"));
  return head + std::string(fejlnr) + std::string(end) + "\n";
}

/// A contact address that a citizen reports and takes back: so it leaves the next listener the same person.
std::string script(std::string const& number) {
  std::string const none(12, '0'), reference = "listener-" + number;
  std::string const own = "{DIALOGNR}", keys = "KAD1403820308202611250851";
  std::string out = line(">", "LOGN", "", none, "{KENDEORD}") + line(">", "INIT", "", none, keys);
  out += line(">", "VALI", "", own, field("", 34) + field("Linje 2", 136) + "20261131");
  std::string const text(8 + 85, '?');  // REGELNR and TEKST
  out += expected("VALI", "", own,
                  "F02          7305FSLUTDTO             00" + text + "7401FKONTAKTADR          01" + text);
  out += line(">", "VALI", "", own, field(address, 170) + "20270101");
  out += expected("VALI", "", own, "O00          " + field(address, 170) + field("20270101", 230) + field(address, 34));
  out += line(">", "GEMH", reference, own, "");
  out += expected("GEMH", reference, own,
                  "O00          " + std::string(32, '?') + "V????????????AKAD1403820308202611250851" +
                      field("Aalborg", 20) + "20261125" + std::string(32, '?'));
  out += line(">", "STAT", "", none, reference);
  out += line(">", "VFOR", reference + "-T", none, "{VENTENR}");
  out += line(">", "GEMH", reference, own, "");
  out += line(">", "VFOR", "", none, "{VENTENR}");
  out += expected("VFOR", "", none, "F01          0060FKUNDEREFERENCE      00" + text, "60");
  out += line(">", "LOGF", "", none, "");
  for (char const* family : {"PRIV", "OFF4"}) {
    std::string const start = std::string("> ") + family + ",1234";
    out += start + "90OPSLAG01{KENDEORD}\n< 123490{TOKEN}OPSLAG01000028\n";
    out += start + "06{TOKEN}OPSLAG01001403820308\n";
    out += start + "06{TOKEN}OPSLAG01000101010101\n< 123406{TOKEN}OPSLAG01050000\n";
    out += start + "00{TOKEN}OPSLAG01001403820308\n< 123400{TOKEN}OPSLAG01000028\n";
  }
  return out;
}

/// What must be the same: without places, times and the reference's number.
std::string compared(std::string text, std::string const& number) {
  text = std::regex_replace(text, std::regex("\n?\\* [^\n]* microseconds\n"), "\n");
  return std::regex_replace(text, std::regex("listener-" + number), "listener-NN");
}

std::string two_digits(std::size_t n) { return std::to_string(100 + n).substr(1); }

BOOST_AUTO_TEST_SUITE(listeners)

BOOST_AUTO_TEST_CASE(the_ready_line_names_every_listener_in_order) {
  BOOST_REQUIRE(site::get().listeners() == all_forms().size());
  std::set<std::string> ports;
  for (std::size_t i = 0; i < all_forms().size(); ++i) ports.insert(site::get().address(i));
  BOOST_TEST(ports.size() == all_forms().size());
}

BOOST_AUTO_TEST_CASE(the_same_conversation_gives_the_same_answers) {
  site const& here = site::get();
  // The first logon ever says so in its answer: it is made before any that is compared.
  auto const alone = here.replay(0, {"--explain", here.file("first.txt", script("00"))});
  BOOST_REQUIRE_MESSAGE(alone.status == 0, alone.out << alone.err);
  std::string first;
  for (std::size_t i = 0; i < all_forms().size(); ++i) {
    std::string const number = two_digits(i + 1), name = all_forms()[i].name();
    std::string const record = here.path("record" + number);
    auto const got = here.replay(i, {"--record", record, "--clear", here.file("script" + number, script(number))});
    BOOST_TEST(got.status == 0, name << ": " << got.out << got.err);
    BOOST_TEST(got.out.find("refused 0,") != std::string::npos, name << ": " << got.out);
    std::string const said = compared(content_of(record), number);
    if (i == 0) first = said;
    BOOST_TEST((said == first), name << " says other things");
  }
  BOOST_TEST(first.find("003" "1403820308Sigrid Bramholt") != std::string::npos);
  BOOST_TEST(first.find("F\xE6rgemandsvejen 14, 1. tv") != std::string::npos);
  BOOST_TEST(first.find(address) != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
