// Short ways to a layout for the tests of this layer.
#pragma once

#include <boost/test/unit_test.hpp>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "layout/layout.hpp"

namespace samspil::test {

/// The records of `copybook`, which must be a good one.
inline std::vector<layout::record> read(std::string_view copybook, layout::format as = layout::format::automatic) {
  auto const records = layout::read_copybook(copybook, "test", as);
  BOOST_REQUIRE_MESSAGE(records, (records ? "" : records.error().text()));
  return *records;
}

/// The item `name` of `r`, which must be there.
inline layout::item const& find(layout::record const& r, std::string_view name) {
  for (layout::item const& i : r.items)
    if (i.name == name) return i;
  BOOST_FAIL("no item " << name << " in " << r.name);
  return r.items.front();
}

inline std::string file_text(std::filesystem::path const& path) {
  std::ifstream in(path, std::ios::binary);
  BOOST_REQUIRE_MESSAGE(in, path.string() << " cannot be read");
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

/// layouts/*.cpy by name.
inline std::vector<std::filesystem::path> copybook_files() {
  std::vector<std::filesystem::path> out;
  for (auto const& entry : std::filesystem::directory_iterator(SAMSPIL_SOURCE "/layouts"))
    if (entry.path().extension() == ".cpy") out.push_back(entry.path());
  std::sort(out.begin(), out.end());
  BOOST_REQUIRE(!out.empty());
  return out;
}

}  // namespace samspil::test
