// The printed offset table of every copybook stands in tests/golden/layouts. A
// change of a layout must show there. SAMSPIL_REWRITE_GOLDEN=1 writes them anew.
#include <boost/test/unit_test.hpp>

#include <cstdlib>

#include "layout/offset_table.hpp"
#include "unit/layout/read.hpp"

namespace {

namespace fs = std::filesystem;

fs::path const golden = SAMSPIL_SOURCE "/tests/golden/layouts";

std::string tables_of(fs::path const& copybook) {
  std::string out;
  for (auto const& r : samspil::test::read(samspil::test::file_text(copybook)))
    out += (out.empty() ? "" : "\n") + samspil::layout::offset_table(r);
  return out;
}

BOOST_AUTO_TEST_CASE(offset_tables_are_the_golden_ones) {
  bool const rewrite = std::getenv("SAMSPIL_REWRITE_GOLDEN") != nullptr;
  for (fs::path const& copybook : samspil::test::copybook_files()) {
    fs::path const file = golden / (copybook.stem().string() + ".txt");
    std::string const tables = tables_of(copybook);
    if (rewrite) std::ofstream(file, std::ios::binary) << tables;
    BOOST_TEST_CONTEXT(file.filename().string()) {
      BOOST_TEST_REQUIRE(fs::exists(file));
      BOOST_TEST(samspil::test::file_text(file) == tables);
    }
  }
}

BOOST_AUTO_TEST_CASE(every_golden_table_has_its_copybook) {
  for (auto const& entry : fs::directory_iterator(golden)) {
    fs::path const copybook = fs::path(SAMSPIL_SOURCE "/layouts") / (entry.path().stem().string() + ".cpy");
    BOOST_TEST(fs::exists(copybook), entry.path().string() << " has no copybook");
  }
}

}  // namespace
