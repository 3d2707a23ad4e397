// The parser of conditions, of rule rows and of cases: an error names a place of the text;
// what is taken can be evaluated, and says the same a second time and with a trace.
#include <string>

#include "fuzz/fuzz.hpp"
#include "rules/case_row.hpp"
#include "rules/condition_compile.hpp"
#include "rules/condition_constant.hpp"
#include "rules/condition_evaluate.hpp"
#include "rules/rule_row.hpp"

namespace samspil::fuzz {
namespace {

/// A message of zeros by nobody.
class nothing final : public rules::condition_facts {
 public:
  std::string_view keys() const override { return keys_; }
  std::string_view data() const override { return data_; }
  record::person const* person() const override { return &person_; }
  record::person const* person(std::string_view) const override { return &person_; }
  std::string_view road(std::string_view, std::string_view) const override { return {}; }
  std::span<std::string const> authorities(std::string_view) const override { return {}; }
  date today() const override { return date{std::chrono::year{2026} / 3 / 9}; }
  bool truth(rules::fact) const override { return true; }
  std::int64_t number(rules::fact) const override { return 1; }
  std::string_view text(rules::fact) const override { return "0101"; }
  bool has(rules::fact_list, std::string_view) const override { return false; }

 private:
  std::string keys_ = "FLY0101801111202603090101               ", data_ = std::string(400, '0');
  record::person person_ = record::person::trusted("0010101801111" + std::string(93, '0'));
};

void use(std::string_view text, rules::condition_scope const& scope) {
  auto const made = rules::compile_condition(text, scope);
  if (!made) return check(made.error().at <= text.size(), "an error names a place of the condition");
  static nothing const facts;
  static_cast<void>(rules::never_holds(*made));
  rules::condition_trace trace;
  rules::evaluation first(*made, facts, 1), again(*made, facts, 1, &trace);
  check(first.holds() == again.holds(), "a condition says the same with a trace");
  static_cast<void>(first.said());
}

}  // namespace
}  // namespace samspil::fuzz

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  using namespace samspil;
  std::string_view const text = fuzz::text(data, size);
  fuzz::use(text, {.event = "FLY", .felt = rules::find_column("FLY-DATA", "MEDFLYTTER")});
  fuzz::use(text, {.event = {}, .felt = rules::find_column("INIT-ANMODNING", "HDTO"), .felt_of_keys = true});
  rules::rule_findings findings;
  for (rules::rule_text const& r : rules::read_rules(rules::rule_lines(text), findings))
    fuzz::check(!r.rule.empty() && r.row >= 1, "a rule has a number and a row");
  for (rules::rule_case const& c : rules::read_cases(rules::rule_lines(text), findings))
    fuzz::check(!c.name.empty() && c.event.keys.size() == 40 && c.event.data.size() == 400, "a case is an event");
  return 0;
}
