// docs/integrators.md says of every FEJLNR what it means and what to do.
#include <boost/test/unit_test.hpp>

#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace {

struct row {
  std::string means, what_to_do;
};
using table = std::map<unsigned, row>;

/// The cells of a line "| a | b |".
std::vector<std::string> cells_of(std::string const& line) {
  std::vector<std::string> out;
  for (std::size_t at = line.find('|'), next; (next = line.find('|', at + 1)) != std::string::npos; at = next) {
    std::string const cell = line.substr(at + 1, next - at - 1);
    std::size_t const first = cell.find_first_not_of(' ');
    out.push_back(first == std::string::npos ? "" : cell.substr(first, cell.find_last_not_of(' ') - first + 1));
  }
  return out;
}

/// The page's table whose first column is called `name`.
table rows_of(std::string const& name) {
  std::ifstream in(SAMSPIL_SOURCE "/docs/integrators.md");
  table out;
  bool within = false;
  for (std::string line; std::getline(in, line);) {
    auto const cells = line.starts_with("|") ? cells_of(line) : std::vector<std::string>();
    if (cells.size() == 3 && cells[0] == name) within = true;
    if (cells.empty()) within = false;
    if (!within || cells.size() != 3 || cells[0].find_first_not_of("0123456789") != std::string::npos) continue;
    BOOST_TEST(cells[0].size() == 2U, line);
    BOOST_TEST((out.emplace(std::stoi(cells[0]), row{cells[1], cells[2]}).second), "twice: " << line);
  }
  return out;
}

std::set<unsigned> numbers_of(table const& all) {
  std::set<unsigned> out;
  for (auto const& [number, row] : all) out.insert(number);
  return out;
}

/// FEJLNR that have a text: MEDDNR 9001 to 9099.
std::set<unsigned> numbers_with_a_text() {
  std::ifstream in(SAMSPIL_SOURCE "/records/messages.txt");
  std::set<unsigned> out;
  for (std::string line; std::getline(in, line);)
    if (line.starts_with("90")) out.insert(static_cast<unsigned>(std::stoi(line.substr(2, 2))));
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(integrators_page)

BOOST_AUTO_TEST_CASE(both_tables_have_the_numbers_of_the_contract) {
  std::set<unsigned> const sams{0, 1, 2, 3, 4, 6, 8, 9, 16, 18, 60, 61, 62, 63, 64, 65, 66, 67, 68};
  std::set<unsigned> const direkte{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 16, 18};
  BOOST_TEST(numbers_of(rows_of("SAMS")) == sams, boost::test_tools::per_element());
  BOOST_TEST(numbers_of(rows_of("CPR Direkte")) == direkte, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(every_number_with_a_text_has_a_row) {
  auto all = numbers_of(rows_of("SAMS"));
  all.merge(numbers_of(rows_of("CPR Direkte")));
  all.erase(0);
  auto const texts = numbers_with_a_text();
  BOOST_TEST(texts.size() > 20U);
  BOOST_TEST(all == texts, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(every_row_says_what_to_do) {
  for (char const* name : {"SAMS", "CPR Direkte"})
    for (auto const& [number, row] : rows_of(name)) {
      BOOST_TEST(!row.means.empty(), name << " " << number);
      bool said = number == 0;
      for (char const* what : {"retry", "log on again", "correct", "call"})
        said = said || row.what_to_do.find(what) != std::string::npos;
      BOOST_TEST(said, name << " " << number << ": " << row.what_to_do);
    }
}

BOOST_AUTO_TEST_SUITE_END()
