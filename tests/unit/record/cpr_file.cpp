// The reader of CPR files: what it takes, and for everything that it refuses
// the record and the byte it names.
#include "record/cpr_file.hpp"

#include <boost/test/unit_test.hpp>

#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "support/padded.hpp"

using namespace samspil;
using record::cpr_file;
using record::file_family;
using test::padded;

namespace {

struct outcome {
  std::vector<std::string> records;  // whole
  std::string error;                 // empty: read to the end
};

outcome read(std::string_view bytes, file_family family, bool without_end = false) {
  outcome out;
  cpr_file file(bytes, family, "f", without_end);
  auto const header = file.header();
  if (!header) {
    out.error = header.error().text();
    return out;
  }
  while (true) {
    auto const next = file.next();
    if (!next) {
      out.error = next.error().text();
      return out;
    }
    if (!*next) return out;
    out.records.push_back((*next)->text());
    BOOST_TEST(file.record_at((*next)->offset).text() == (*next)->text());
  }
}

std::string const begin = "00000000000000120102025010200000000\n";
std::string const one = "0010101010000          01\n";
std::string const name = "0080101010000Ada\n";
std::string const end1 = "999999999999900000001\n";
std::string const end2 = "999999999999900000002\n";

std::string const road_begin = "00012345620250101\n";
std::string const road_one = "00101010020202501010000\n";

}  // namespace

BOOST_AUTO_TEST_SUITE(cpr_file_reader)

BOOST_AUTO_TEST_CASE(line_form_is_padded) {
  auto const got = read(begin + one + name + end2, file_family::persons);
  BOOST_TEST(got.error == "");
  BOOST_REQUIRE(got.records.size() == 2U);
  BOOST_TEST(got.records[0] == padded("0010101010000          01", 106));
  BOOST_TEST(got.records[1] == padded("0080101010000Ada", 193));
}

BOOST_AUTO_TEST_CASE(both_encodings_and_both_line_ends_give_the_same) {
  auto const lines = read(begin + one + name + end2, file_family::persons);
  std::string crlf;
  for (char const c : begin + one + name + end2) crlf += c == '\n' ? std::string("\r\n") : std::string(1, c);
  BOOST_TEST(read(crlf, file_family::persons).records == lines.records);
  std::string solid = begin.substr(0, 35);
  for (auto const& record : lines.records) solid += record;
  solid += end2.substr(0, 21);
  BOOST_TEST(read(solid, file_family::persons).records == lines.records);
  BOOST_TEST(read(solid, file_family::persons).error == "");
}

BOOST_AUTO_TEST_CASE(a_last_line_without_end_and_blank_lines_at_the_end_are_taken) {
  std::string const file = begin + one + end1;
  BOOST_TEST(read(file.substr(0, file.size() - 1), file_family::persons).error == "");
  BOOST_TEST(read(file + "\n   \r\n\n", file_family::persons).error == "");
  BOOST_TEST(read(file + "  ", file_family::persons).error == "");
}

BOOST_AUTO_TEST_CASE(the_dates_of_000) {
  cpr_file file(begin, file_family::persons, "f");
  auto const header = file.header();
  BOOST_REQUIRE(header.has_value());
  BOOST_TEST(header->opgavenr == "012010");
  BOOST_TEST(header->proddto == "20250102");
  BOOST_TEST(header->proddtoforrig == "00000000");
}

BOOST_AUTO_TEST_CASE(solid_form_is_told_by_the_byte_behind_the_first_record) {
  std::string const full = padded(begin.substr(0, 35), 35);
  BOOST_TEST(cpr_file(full + "\n", file_family::persons, "f").line_form());
  BOOST_TEST(cpr_file(full + "\r\n", file_family::persons, "f").line_form());
  BOOST_TEST(!cpr_file(full + one, file_family::persons, "f").line_form());
  BOOST_TEST(cpr_file("000\n", file_family::persons, "f").line_form());
}

struct broken {
  char const* what;
  std::string file;
  std::string error;
};

BOOST_AUTO_TEST_CASE(broken_person_files) {
  std::string const solid = begin.substr(0, 35) + padded(one.substr(0, 25), 106) + padded(name.substr(0, 16), 193);
  std::string const latin = "\xD8";
  std::vector<broken> const table{
      {"empty", "", "f: record 1: RECORDTYPE, byte 1: expected record 000"},
      {"blank lines only", "\n\n", "f: record 1: RECORDTYPE, byte 1: expected record 000"},
      {"no 000", one + end1, "f: record 1: PERSON-001: RECORDTYPE, byte 1: expected record 000 first"},
      {"no 000, a long line", padded(one.substr(0, 25), 90) + "\n" + end1,
       "f: record 1: PERSON-001: RECORDTYPE, byte 1: expected record 000 first"},
      {"not a file", "hello\n", "f: record 1: RECORDTYPE, byte 1: expected a record type of this file"},
      {"byte order mark", "\xEF\xBB\xBF" + begin,
       "f: record 1: RECORDTYPE, byte 1: expected a record type of this file"},
      {"PRODDTO no date", "00000000000000120102025023000000000\n" + end1,
       "f: record 1: PERSON-000: PRODDTO, byte 20: expected a date yyyyMMdd"},
      {"PRODDTO blank", "0000000000000012010\n" + end1,
       "f: record 1: PERSON-000: PRODDTO, byte 20: expected a date yyyyMMdd"},
      {"PRODDTOFORRIG no date", "00000000000000120102025010220251301\n" + end1,
       "f: record 1: PERSON-000: PRODDTOFORRIG, byte 28: expected a date yyyyMMdd or zeros"},
      {"PRODDTOFORRIG blank", "000000000000001201020250102\n" + end1,
       "f: record 1: PERSON-000: PRODDTOFORRIG, byte 28: expected a date yyyyMMdd or zeros"},
      {"a second 000", begin + begin,
       "f: record 2: PERSON-000: RECORDTYPE, byte 1: expected one record 000, at the beginning"},
      {"unknown type", begin + "0310101010000\n" + end1,
       "f: record 2: RECORDTYPE, byte 1: expected a record type of this file"},
      {"type of letters", begin + "0A10101010000\n" + end1,
       "f: record 2: RECORDTYPE, byte 1: expected a record type of this file"},
      {"owner with a letter", begin + "001010101000A          01\n" + end1,
       "f: record 2: PERSON-001: PNR, byte 4: expected 10 digits"},
      {"owner cut", begin + one + "00801010\n" + end2, "f: record 3: PERSON-008: PNR, byte 4: expected 10 digits"},
      {"owner of 022", begin + one + "022 1010100000101010000\n" + end2,
       "f: record 3: PERSON-022: PNRGAELD, byte 4: expected 10 digits"},
      {"line too long", begin + "014010101000002020200001\n" + end1,
       "f: record 2: PERSON-014: byte 24: expected a line end, the record has 23 bytes"},
      {"UTF-8 in a full line", begin + padded("0100101010000", 30) + latin + "\n" + end1,
       "f: record 2: PERSON-010: byte 31: expected a line end, the record has 30 bytes"},
      {"UTF-8 in a short line", begin + "0080101010000\xC3\x98\n" + end1,
       "f: record 2: PERSON-008: byte 15: expected no control character"},
      {"tab", begin + "0080101010000A\tB\n" + end1, "f: record 2: PERSON-008: byte 15: expected no control character"},
      {"NUL", begin + "0080101010000" + std::string(1, '\0') + "\n" + end1,
       "f: record 2: PERSON-008: byte 14: expected no control character"},
      {"carriage return inside", begin + "0080101010000A\rB\n" + end1,
       "f: record 2: PERSON-008: byte 15: expected no control character"},
      {"delete", begin + "0080101010000\x7F\n" + end1,
       "f: record 2: PERSON-008: byte 14: expected no control character"},
      {"blank line between", begin + "\n" + one + end1,
       "f: record 2: byte 1: expected a record (blank lines stand at the end only)"},
      {"line of blanks between", begin + one + "     \n" + end1,
       "f: record 3: byte 1: expected a record (blank lines stand at the end only)"},
      {"no 999", begin + one, "f: record 3: RECORDTYPE, byte 1: expected record 999"},
      {"TAELLER too small", begin + one + name + end1,
       "f: record 4: PERSON-999: TAELLER, byte 14: expected 00000002, the records between 000 and 999"},
      {"TAELLER too large", begin + one + end2,
       "f: record 3: PERSON-999: TAELLER, byte 14: expected 00000001, the records between 000 and 999"},
      {"TAELLER cut", begin + one + "9999999999999\n",
       "f: record 3: PERSON-999: TAELLER, byte 14: expected 00000001, the records between 000 and 999"},
      {"two 999", begin + one + end1 + end1, "f: record 4: byte 1: expected nothing behind record 999"},
      {"records behind 999", begin + one + end1 + name, "f: record 4: byte 1: expected nothing behind record 999"},
      {"solid: short last record", solid.substr(0, solid.size() - 1),
       "f: record 3: PERSON-008: byte 193: expected 193 bytes"},
      {"solid: no 999", solid, "f: record 4: RECORDTYPE, byte 1: expected record 999"},
      {"solid: two bytes left", solid + "99", "f: record 4: RECORDTYPE, byte 3: expected 3 digits"},
      {"solid: short 999", solid + "99999999999990000000", "f: record 4: PERSON-999: byte 21: expected 21 bytes"},
      {"solid: line end at the end", solid + end2, "f: record 5: byte 1: expected nothing behind record 999"},
      {"solid: line end between", begin.substr(0, 35) + padded(one.substr(0, 25), 106) + "\n" + end1,
       "f: record 3: RECORDTYPE, byte 1: expected a record type of this file"},
  };
  for (auto const& [what, file, error] : table)
    BOOST_TEST_CONTEXT(what) { BOOST_TEST(read(file, file_family::persons).error == error); }
}

BOOST_AUTO_TEST_CASE(roads_and_authorities) {
  std::vector<broken> const table{
      {"good", road_begin + road_one + "99900000001\n", ""},
      {"no 999", road_begin + road_one, "f: record 3: RECORDTYPE, byte 1: expected record 999"},
      {"TAELLER", road_begin + road_one + "99900000002\n",
       "f: record 3: ROAD-999: TAELLER, byte 4: expected 00000001, the records between 000 and 999"},
      {"KOMKOD", road_begin + "0010A0100202\n", "f: record 2: ROAD-001: KOMKOD, byte 4: expected 4 digits"},
      {"VEJKOD", road_begin + "0010101 020\n", "f: record 2: ROAD-001: VEJKOD, byte 8: expected 4 digits"},
      {"VEJKOD cut", road_begin + "0010101\n", "f: record 2: ROAD-001: VEJKOD, byte 8: expected 4 digits"},
      {"PRODDTO", "00012345600000000\n", "f: record 1: ROAD-000: PRODDTO, byte 10: expected a date yyyyMMdd"},
      {"a person record", road_begin + "0200101\n",
       "f: record 2: RECORDTYPE, byte 1: expected a record type of this file"},
      {"015 in line form", road_begin + road_one + "015??\n99900000002\n", ""},
      {"015 too long", road_begin + padded("015", 66) + "x\n",
       "f: record 2: ROAD-015: byte 67: expected a line end, the record has 66 bytes"},
      {"015 in solid form", road_begin.substr(0, 17) + padded("01501010020", 64),
       "f: record 2: ROAD-015: RECORDTYPE, byte 1: expected no record 015 in solid form, its length is in doubt"},
  };
  for (auto const& [what, file, error] : table)
    BOOST_TEST_CONTEXT(what) { BOOST_TEST(read(file, file_family::roads).error == error); }

  BOOST_TEST(read(road_begin + "001010105\n99900000001\n", file_family::authorities).error == "");
  BOOST_TEST(read(road_begin + "0010101X5\n", file_family::authorities).error ==
             "f: record 2: AUTHORITY-001: MYNTYP, byte 8: expected 2 digits");
  BOOST_TEST(read(road_begin + "003010105\n", file_family::authorities).error ==
             "f: record 2: RECORDTYPE, byte 1: expected a record type of this file");
}

BOOST_AUTO_TEST_CASE(a_file_without_end_is_taken_on_request_only_for_its_end) {
  auto const got = read(road_begin + road_one, file_family::roads, true);
  BOOST_TEST(got.error == "");
  BOOST_TEST(got.records.size() == 1U);
  BOOST_TEST(read(road_begin + "\n" + road_one, file_family::roads, true).error ==
             "f: record 2: byte 1: expected a record (blank lines stand at the end only)");
  BOOST_TEST(read(road_begin + road_one + "99900000002\n", file_family::roads, true).error != "");
}

BOOST_AUTO_TEST_CASE(a_notice_may_be_about_a_number_that_is_none) {
  BOOST_TEST(read(begin + "910\n" + end1, file_family::persons).error == "");
  BOOST_TEST(read(begin + "910abc\n" + end1, file_family::persons).error == "");
  BOOST_TEST(read(begin + "997abc\n" + end1, file_family::persons).error ==
             "f: record 2: PERSON-997: PNR, byte 4: expected 10 digits");
}

/// Whatever is cut off or changed, the reader ends with an error or a result: no crash, no endless loop.
BOOST_AUTO_TEST_CASE(every_cut_and_every_changed_byte_is_survived) {
  std::string const lines = begin + one + name + end2;
  std::string const solid = begin.substr(0, 35) + padded(one.substr(0, 25), 106) + padded(name.substr(0, 16), 193) +
                            end2.substr(0, 21);
  for (std::string const& file : {lines, solid}) {
    for (std::size_t n = 0; n < file.size(); ++n) {
      std::string const cut = file.substr(0, n);
      if (n + 1 < file.size()) BOOST_TEST(read(cut, file_family::persons).error != "");
      for (char const c : {'\n', '\r', '\0', 'A', '9', ' '}) {
        std::string changed = file;
        changed[n] = c;
        read(changed, file_family::persons);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(files_of_the_real_registers) {
  struct real {
    char const* name;
    file_family family;
    std::size_t records;
    bool ended;
  };
  for (auto const& [file_name, family, records, ended] :
       {real{"persons-u12170.txt", file_family::persons, 1098, true},
        real{"authorities-p02680.txt", file_family::authorities, 6241, true},
        real{"roads-a370715.txt", file_family::roads, 49'999, false}}) {
    std::ifstream in(std::string(SAMSPIL_SOURCE "/../shared/data/") + file_name, std::ios::binary);
    if (!in) continue;
    std::string const bytes(std::istreambuf_iterator<char>(in), {});
    cpr_file file(bytes, family, file_name, !ended);
    BOOST_REQUIRE(file.header().has_value());
    while (true) {
      auto const next = file.next();
      BOOST_REQUIRE_MESSAGE(next.has_value(), next.error().text());
      if (!*next) break;
    }
    BOOST_TEST(file.count() == records);
    BOOST_TEST(file.ended() == ended);
  }
}

BOOST_AUTO_TEST_SUITE_END()
