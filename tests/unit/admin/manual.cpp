// Manual and completion say what the table of commands says.
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>

#include "admin/command.hpp"

using namespace samspil::admin;

namespace {

std::string read(std::string const& name) {
  std::ifstream in(std::string(SAMSPIL_SOURCE) + "/" + name, std::ios::binary);
  BOOST_REQUIRE_MESSAGE(in.good(), name);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// The manual's text with its hyphens as they are printed.
std::string manual() {
  std::string text = read("docs/man/samspil.1");
  text.erase(std::remove(text.begin(), text.end(), '\\'), text.end());
  return text;
}

/// What bash offers behind `line`, one word a line.
std::string offered(std::string const& line) {
  std::string const script =
      "source '" + std::string(SAMSPIL_SOURCE) + "/tools/completion/samspil.bash'; compopt() { :; }; COMP_WORDS=(" +
      line + " ''); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _samspil; printf '%s\\n' \"${COMPREPLY[@]}\"";
  std::string const command = "bash -c \"" + [&] {
    std::string quoted;
    for (char const c : script) {
      if (c == '"' || c == '$' || c == '\\') quoted += '\\';
      quoted += c;
    }
    return quoted;
  }() + "\"";
  std::unique_ptr<std::FILE, int (*)(std::FILE*)> const pipe(::popen(command.c_str(), "r"), ::pclose);
  BOOST_REQUIRE(pipe != nullptr);
  std::string text = "\n";
  std::array<char, 4096> room{};
  while (std::size_t const n = std::fread(room.data(), 1, room.size(), pipe.get())) text.append(room.data(), n);
  return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(manual_and_completion)

BOOST_AUTO_TEST_CASE(the_manual_names_every_command_and_option) {
  std::string const text = manual();
  for (command const& c : commands()) {
    BOOST_TEST(text.find(c.words) != std::string::npos, c.words);
    for (option const& o : c.options) BOOST_TEST(text.find(o.name) != std::string::npos, o.name);
  }
}

BOOST_AUTO_TEST_CASE(completion_offers_every_command_and_option) {
  std::string const first = offered("samspil");
  for (command const& c : commands()) {
    std::string const words(c.words);
    auto const blank = words.find(' ');
    BOOST_TEST(first.find("\n" + words.substr(0, blank) + "\n") != std::string::npos, words);
    if (blank != std::string::npos) {
      std::string const second = offered("samspil --home /h " + words.substr(0, blank));
      BOOST_TEST(second.find("\n" + words.substr(blank + 1) + "\n") != std::string::npos, words);
    }
    // Behind a word that takes a file name, file names are offered; a hyphen asks for the options.
    bool const has_options =
        std::any_of(c.options.begin(), c.options.end(), [](option const& o) { return o.name.starts_with("--"); });
    if (!has_options) continue;
    std::string const script = read("tools/completion/samspil.bash");
    for (option const& o : c.options)
      if (o.name.starts_with("--")) BOOST_TEST(script.find(o.name) != std::string::npos, o.name);
  }
}

BOOST_AUTO_TEST_SUITE_END()
