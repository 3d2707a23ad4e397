// The examples of docs/rules.md are conditions and rows that hold.
#include <boost/test/unit_test.hpp>
#include <sstream>

#include "rules/case_row.hpp"
#include "rules/condition_compile.hpp"
#include "scene.hpp"

namespace samspil::test {
namespace {

struct example {
  std::string kind, event, felt;  ///< "condition FLY VEJKOD" behind the fence
  std::vector<std::string> lines;
};

std::vector<example> examples() {
  std::ifstream in(SAMSPIL_SOURCE "/docs/rules.md");
  std::vector<example> out;
  bool within = false;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("```")) {
      within = !within;
      if (!within) continue;
      std::istringstream words(line.substr(3));
      words >> out.emplace_back().kind >> out.back().event >> out.back().felt;
    } else if (within) {
      out.back().lines.push_back(line);
    }
  }
  return out;
}

BOOST_AUTO_TEST_CASE(the_examples_of_the_document_hold) {
  std::size_t conditions = 0;
  for (example const& one : examples()) {
    if (one.kind == "rules") {
      for (auto const& f : rules::rule_table::check(one.lines, shipped_tables())) BOOST_ERROR(f.text());
      continue;
    }
    if (one.kind == "cases") {
      rules::rule_findings findings;
      BOOST_TEST(rules::read_cases(one.lines, findings).size() == 2u);
      for (auto const& f : findings) BOOST_ERROR(f.text());
      continue;
    }
    if (one.kind == "sh") continue;  // commands; unit_admin plays them
    codec::column const* felt = rules::find_column(one.event + "-DATA", one.felt);
    bool const of_keys = felt == nullptr;
    if (of_keys) felt = rules::find_column("INIT-ANMODNING", one.felt);
    BOOST_TEST_REQUIRE(felt != nullptr, one.felt);
    for (std::string const& text : one.lines) {
      auto const made = rules::compile_condition(text, {.event = one.event, .felt = felt, .felt_of_keys = of_keys});
      BOOST_TEST(made.has_value(), text << ": " << (made ? "" : made.error().what));
      ++conditions;
    }
  }
  BOOST_TEST(conditions >= 18u);
}

}  // namespace
}  // namespace samspil::test
