// The copybooks agree with the contract's tables in name, position, length,
// occurrence and type. Skipped where the contract is not beside the project;
// the golden tables cover the same always.
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <map>
#include <set>

#include "unit/layout/read.hpp"

namespace {

namespace fs = std::filesystem;
using samspil::layout::category;
using samspil::layout::item;
using samspil::layout::record;

fs::path const spec = fs::path(SAMSPIL_SOURCE) / ".." / "shared" / "spec";

boost::test_tools::assertion_result contract_is_there(boost::unit_test::test_unit_id) {
  boost::test_tools::assertion_result there(fs::exists(spec / "dialogue.tsv"));
  there.message() << "no contract beside the project";
  return there;
}
auto const with_contract = boost::unit_test::precondition(contract_is_there);

using row = std::map<std::string, std::string>;

std::vector<std::string> split(std::string const& line) {
  std::vector<std::string> out(1);
  for (char c : line) {
    if (c == '\t')
      out.emplace_back();
    else
      out.back() += c;
  }
  return out;
}

/// The rows of a .tsv by column name.
std::vector<row> rows_of(std::string const& name) {
  std::istringstream in(samspil::test::file_text(spec / name));
  std::string line;
  std::getline(in, line);
  std::vector<std::string> const heads = split(line);
  std::vector<row> out;
  while (std::getline(in, line)) {
    std::vector<std::string> const values = split(line);
    row r;
    for (std::size_t i = 0; i < heads.size(); ++i) r[heads[i]] = i < values.size() ? values[i] : "";
    out.push_back(std::move(r));
  }
  BOOST_REQUIRE(!out.empty());
  return out;
}

std::map<std::string, record> shipped() {
  std::map<std::string, record> out;
  for (fs::path const& file : samspil::test::copybook_files())
    for (record& r : samspil::test::read(samspil::test::file_text(file))) out.emplace(r.name, std::move(r));
  return out;
}

/// `HUSSTAND`'s items as a note has them: "PNR 9(10), RELATION X(2), ADRNVN X(34)".
std::string items_as_note(record const& r, std::size_t group) {
  std::string out;
  for (std::size_t i = group + 1; i <= group + r.items[group].below; ++i) {
    item const& line = r.items[i];
    out += (out.empty() ? "" : ", ") + line.name + " " + line.picture;
  }
  return out;
}

/// A note without the words between a picture and the next item, which explain codes.
std::string note_items(std::string const& note) {
  std::string out = note.substr(std::string("group: ").size());
  for (std::size_t at = out.find(") "); at != std::string::npos; at = out.find(") ", at + 1)) {
    // "RELATION X(2) .. spouse, PA partner, .. child, ADRNVN X(34)": the next item is the last word before its picture.
    std::size_t const picture = out.find('(', at);
    if (picture == std::string::npos) continue;
    std::size_t const name_end = out.rfind(' ', picture);
    std::size_t const name_start = out.rfind(' ', name_end - 1);
    out.replace(at, name_start - at, "),");
  }
  return out;
}

void check(record const& r, std::size_t at, row const& want, bool digits, std::string const& occurs) {
  item const& have = r.items[at];
  BOOST_TEST_CONTEXT(r.name << " " << have.name << " against " << want.at("field")) {
    BOOST_TEST(have.name == want.at("field"));
    BOOST_TEST(std::to_string(have.start) == want.at("pos"));
    BOOST_TEST(std::to_string(have.length) == want.at("len"));
    BOOST_TEST(std::to_string(have.occurs) == occurs);
    BOOST_TEST(std::to_string(r.length) == want.at("record_length"));
    if (want.at("type") == "G")
      BOOST_TEST(items_as_note(r, at) == note_items(want.at("note")));
    else
      BOOST_TEST((have.kind == category::digits) == digits);
  }
}

/// Holds the items of `r` right below its level 01 against the rows of one record.
void check_record(record const& r, std::vector<row> const& rows) {
  std::size_t at = 1;
  for (row const& want : rows) {
    BOOST_REQUIRE_MESSAGE(at < r.items.size(), r.name << " ends before " << want.at("field"));
    bool const digits = want.at("type") == "9" || want.at("type") == "N";
    check(r, at, want, digits, want.count("occurs") ? want.at("occurs") : "1");
    at += 1 + r.items[at].below;
  }
  BOOST_TEST(at == r.items.size(), r.name << " has more items than the contract");
}

void check_table(std::string const& file, std::string const& prefix) {
  auto const records = shipped();
  std::map<std::string, std::vector<row>> wanted;
  for (row& r : rows_of(file)) wanted[prefix + r.at("record")].push_back(std::move(r));
  for (auto const& [name, rows] : wanted) {
    auto const found = records.find(name);
    BOOST_TEST(bool(found != records.end()), "no copybook has " << name);
    if (found != records.end()) check_record(found->second, rows);
  }
  // And nothing of that family that the contract does not have.
  for (auto const& [name, r] : records)
    if (!prefix.empty() && name.starts_with(prefix) && name.find_first_not_of("0123456789", prefix.size()) == name.npos)
      BOOST_TEST(wanted.count(name) == 1u, name << " is not in " << file);
}

BOOST_AUTO_TEST_CASE(sams_records, *with_contract) { check_table("dialogue.tsv", ""); }
BOOST_AUTO_TEST_CASE(person_records, *with_contract) { check_table("p12170.tsv", "PERSON-"); }
BOOST_AUTO_TEST_CASE(priv_records, *with_contract) { check_table("priv.tsv", "PRIV-"); }
BOOST_AUTO_TEST_CASE(road_records, *with_contract) { check_table("road.tsv", "ROAD-"); }
BOOST_AUTO_TEST_CASE(authority_records, *with_contract) { check_table("authority.tsv", "AUTHORITY-"); }

}  // namespace
