#include <boost/test/unit_test.hpp>

#include "admin/parse.hpp"

using namespace samspil::admin;

namespace {

std::variant<invocation, help_text, usage_error> parsed(std::vector<std::string> const& words) { return parse(words); }

bool refused(std::vector<std::string> const& words) { return std::holds_alternative<usage_error>(parsed(words)); }

}  // namespace

BOOST_AUTO_TEST_SUITE(command_line)

BOOST_AUTO_TEST_CASE(words_options_and_values) {
  auto const seen = parsed({"--home", "/h", "customer", "add", "--kundenr", "7", "--name", "A B", "--address",
                            "10.0.0.0/8", "--address", "::1", "--json"});
  auto const& what = std::get<invocation>(seen);
  BOOST_TEST(what.what->words == "customer add");
  BOOST_TEST(what.home.value() == "/h");
  BOOST_TEST(what.json);
  BOOST_TEST(what.given.value("--kundenr") == "7");
  BOOST_TEST(what.given.value("--name") == "A B");
  BOOST_TEST(what.given.values("--address") == (std::vector<std::string>{"10.0.0.0/8", "::1"}),
             boost::test_tools::per_element());
  BOOST_TEST(!what.given.has("--task"));
}

BOOST_AUTO_TEST_CASE(home_and_json_behind_the_command) {
  auto const seen = parsed({"stat", "--json", "--home=/h"});
  BOOST_TEST(std::get<invocation>(seen).json);
  BOOST_TEST(std::get<invocation>(seen).home.value() == "/h");
}

BOOST_AUTO_TEST_CASE(an_input_line_is_a_flag) {
  auto const seen = parsed({"user", "reset", "--kundenr", "1", "--user", "x", "--password-stdin"});
  BOOST_TEST(std::get<invocation>(seen).given.has("--password-stdin"));
}

BOOST_AUTO_TEST_CASE(what_is_refused) {
  BOOST_TEST(refused({}));
  BOOST_TEST(refused({"nonsense"}));
  BOOST_TEST(refused({"user"}));
  BOOST_TEST(refused({"user", "nonsense"}));
  BOOST_TEST(refused({"person", "show"}));
  BOOST_TEST(refused({"person", "show", "1", "2"}));
  BOOST_TEST(refused({"stat", "--nonsense"}));
  BOOST_TEST(refused({"customer", "add", "--kundenr", "7"}));
  BOOST_TEST(refused({"customer", "show", "--kundenr", "7", "--kundenr", "8"}));
  BOOST_TEST(refused({"customer", "show", "--kundenr"}));
  BOOST_TEST(refused({"load", "persons", "f", "--without-end"}));
}

BOOST_AUTO_TEST_CASE(no_value_stands_in_an_error) {
  for (std::vector<std::string> const& words :
       {std::vector<std::string>{"person", "show", "0101011234", "0101015678"}, {"person", "show", "0101011234", "--x"},
        {"person", "0101011234"}, {"user", "list", "--kundenr", "1", "--kundenr", "0101011234"}}) {
    std::string const text = std::get<usage_error>(parsed(words)).text;
    BOOST_TEST(text.find("010101") == std::string::npos, text);
  }
}

BOOST_AUTO_TEST_CASE(help_of_every_command) {
  for (command const& c : commands()) {
    std::vector<std::string> words;
    for (auto blank = c.words.find(' '), from = std::size_t{0}; words.size() < 2;
         from = blank + 1, blank = std::string_view::npos) {
      words.emplace_back(c.words.substr(from, blank - from));
      if (blank == std::string_view::npos) break;
    }
    words.emplace_back("--help");
    auto const seen = parsed(words);
    BOOST_REQUIRE(std::holds_alternative<help_text>(seen));
    std::string const& text = std::get<help_text>(seen).text;
    BOOST_TEST(text.find(c.help) != std::string::npos, text);
    for (option const& o : c.options) BOOST_TEST(text.find(o.name) != std::string::npos, text);
  }
  BOOST_TEST(std::holds_alternative<help_text>(parsed({"--help"})));
  BOOST_TEST(std::get<help_text>(parsed({"--version"})).text == "samspil " SAMSPIL_VERSION "\n");
}

BOOST_AUTO_TEST_CASE(every_command_has_its_place) {
  for (command const& c : commands()) {
    BOOST_TEST(find_command(c.words) == &c);
    BOOST_TEST((c.run != nullptr));
    // audit_now needs a database.
    BOOST_TEST((c.need != needs::nothing || c.audit == audited::no));
  }
  BOOST_TEST(find_command("nonsense") == nullptr);
}

BOOST_AUTO_TEST_SUITE_END()
