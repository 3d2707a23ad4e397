// The house's rules held against the project, and against made-up breaches so
// that the rules themselves are known to bite.
#include <boost/test/unit_test.hpp>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "unit/house/rules.hpp"

namespace {

namespace fs = std::filesystem;
namespace house = samspil::house;

fs::path const root = SAMSPIL_SOURCE;

std::string text_of(fs::path const& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

/// The C++ files below `folder`, by path relative to `base`.
std::vector<std::pair<std::string, std::string>> files_below(fs::path const& folder, fs::path const& base) {
  std::vector<std::pair<std::string, std::string>> out;
  if (!fs::exists(folder)) return out;
  for (auto const& entry : fs::recursive_directory_iterator(folder)) {
    std::string const kind = entry.path().extension().string();
    if (kind == ".cpp" || kind == ".hpp" || kind == ".ipp")
      out.emplace_back(fs::relative(entry.path(), base).generic_string(), text_of(entry.path()));
  }
  return out;
}

house::layers const& known() {
  static house::layers const all = house::layers_of(text_of(root / "src" / "CMakeLists.txt"));
  return all;
}

BOOST_AUTO_TEST_CASE(layers_are_read_from_the_build) {
  BOOST_REQUIRE(known().size() >= 10u);
  using names = std::set<std::string>;
  BOOST_TEST((known().at("base") == names{"base"}));
  BOOST_TEST((known().at("record") == names{"base", "layout", "codec", "record"}));
  BOOST_TEST(known().at("rules").count("store") == 0u);
  BOOST_TEST(known().at("store").count("rules") == 0u);
  BOOST_TEST(known().at("server").count("base") == 1u);
  BOOST_TEST(known().at("client").count("store") == 0u);
  for (auto const& entry : fs::directory_iterator(root / "src"))
    if (entry.is_directory()) BOOST_TEST(known().count(entry.path().filename().string()) == 1u, entry.path());
}

BOOST_AUTO_TEST_CASE(includes_point_left_only) {
  auto const files = files_below(root / "src", root / "src");
  BOOST_REQUIRE(files.size() > 50u);
  for (auto const& [path, text] : files)
    for (std::string const& fault : house::include_faults(path, text, known())) BOOST_ERROR("src/" << fault);
}

BOOST_AUTO_TEST_CASE(sources_follow_the_style) {
  for (char const* folder : {"src", "tests", "tools"})
    for (auto const& [path, text] : files_below(root / folder, root))
      for (std::string const& fault : house::style_faults(path, text)) BOOST_ERROR(fault);
}

BOOST_AUTO_TEST_CASE(breaches_of_include_rules_are_found) {
  auto const count = [](char const* path, char const* text) {
    return house::include_faults(path, text, known()).size();
  };
  BOOST_TEST(count("rules/a.cpp", "#include \"record/person.hpp\"\n#include \"rec/person.hpp\"\n") == 0u);
  BOOST_TEST(count("rules/a.cpp", "#include \"store/database.hpp\"\n") == 1u);
  BOOST_TEST(count("base/a.hpp", "#include \"codec/field.hpp\"\n") == 1u);
  BOOST_TEST(count("layout/a.hpp", "#include \"rec/person.hpp\"\n") == 1u);
  BOOST_TEST(count("client/a.cpp", "  #  include  \"admin/actor.hpp\"\n") == 1u);
  BOOST_TEST(count("session/a.cpp", "#include \"helpers.hpp\"\n") == 1u);
  BOOST_TEST(count("unknown/a.cpp", "#include \"base/result.hpp\"\n") == 1u);
  BOOST_TEST(count("layout/a.cpp", "#include <boost/spirit/home/x3.hpp>\n") == 0u);
  BOOST_TEST(count("layout/a.hpp", "#include <boost/spirit/home/x3.hpp>\n") == 1u);
  BOOST_TEST(count("codec/a.hpp", "#include \"codec/fixed_width.ipp\"\n") == 1u);
  BOOST_TEST(count("store/a.cpp", "#include <db.h>\n") == 0u);
  BOOST_TEST(count("transaction/a.cpp", "#include <db.h>\n") == 1u);
  BOOST_TEST(count("session/a.cpp", "#include <openssl/evp.h>\n") == 1u);
  BOOST_TEST(count("base/crypto_hash.cpp", "#include <openssl/evp.h>\n") == 0u);
  BOOST_TEST(count("base/log.cpp", "#include <openssl/evp.h>\n") == 1u);
  BOOST_TEST(count("session/a.cpp", "#include <boost/asio/post.hpp>\n") == 1u);
  BOOST_TEST(count("server/a.cpp", "#include <boost/asio/post.hpp>\n") == 0u);
}

BOOST_AUTO_TEST_CASE(breaches_of_style_are_found) {
  auto const count = [](char const* path, std::string const& text) { return house::style_faults(path, text).size(); };
  BOOST_TEST(count("a.hpp", "#pragma once\nint a;\n") == 0u);
  BOOST_TEST(count("a.hpp", "int a;\n") == 1u);
  BOOST_TEST(count("a.cpp", "int a;") == 1u);
  BOOST_TEST(count("a.cpp", "int a; \n") == 1u);
  BOOST_TEST(count("a.cpp", "\tint a;\n") == 1u);
  BOOST_TEST(count("a.cpp", std::string(120, '/') + "\n") == 0u);
  BOOST_TEST(count("a.cpp", std::string(121, '/') + "\n") == 1u);
  BOOST_TEST(count("a.cpp", std::string("// TO") + "DO later\n") == 1u);
  BOOST_TEST(count("a.cpp", "// \xe6\n") == 1u);
}

}  // namespace
