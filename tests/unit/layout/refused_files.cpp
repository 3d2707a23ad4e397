// tests/copybooks/refused: each copybook is refused with the place and the
// words that expected.txt has.
#include <boost/test/unit_test.hpp>

#include <set>

#include "unit/layout/read.hpp"

namespace {

namespace fs = std::filesystem;

fs::path const folder = SAMSPIL_SOURCE "/tests/copybooks/refused";

struct refusal {
  std::string name;
  std::string place;
  std::string reason;
};

/// Name, line:column and reason, in columns.
std::vector<refusal> expected() {
  std::istringstream in(samspil::test::file_text(folder / "expected.txt"));
  std::vector<refusal> out;
  for (std::string line; std::getline(in, line);) {
    std::istringstream words(line);
    refusal& r = out.emplace_back();
    words >> r.name >> r.place >> std::ws;
    std::getline(words, r.reason);
  }
  return out;
}

BOOST_AUTO_TEST_CASE(bad_copybooks_are_refused_as_the_table_says) {
  std::set<std::string> names;
  for (refusal const& r : expected()) {
    names.insert(r.name);
    auto const found = samspil::layout::check_copybook(samspil::test::file_text(folder / (r.name + ".cpy")), "");
    BOOST_TEST_CONTEXT(r.name) {
      BOOST_REQUIRE(!found.faults.empty());
      BOOST_TEST(found.faults.front().text() == r.place + ": " + r.reason);
    }
  }
  for (auto const& entry : fs::directory_iterator(folder))
    if (entry.path().extension() == ".cpy")
      BOOST_TEST(names.count(entry.path().stem().string()) == 1u, entry.path().filename().string());
}

}  // namespace
