#include "rules/shipped_rules.hpp"

#include <stdexcept>

#include "rules/embedded.hpp"
#include "rules/rule_table.hpp"

namespace samspil::rules {

std::vector<std::string> shipped_rule_rows() {
  std::vector<std::string> rows;
  for (std::string_view const name : {"keys.txt", "data.txt"})
    for (embedded_file const& file : embedded_files())
      if (file.name == name)
        for (std::string& line : rule_lines(file.bytes)) rows.push_back(std::move(line));
  return rows;
}

std::shared_ptr<rule_table const> const& shipped_rules() {
  static auto const all = [] {
    rule_findings findings;
    auto table = rule_table::load(shipped_rule_rows(), nullptr, findings);
    if (!table) throw std::logic_error("the shipped rules: " + findings.front().text());
    return std::make_shared<rule_table const>(*std::move(table));
  }();
  return all;
}

std::vector<shipped_case_table> shipped_cases() {
  std::vector<shipped_case_table> out;
  for (embedded_file const& file : embedded_files())
    if (file.name.ends_with(".cases")) out.push_back({file.name, file.bytes});
  return out;
}

}  // namespace samspil::rules
