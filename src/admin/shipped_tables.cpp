#include "admin/shipped_tables.hpp"

#include <stdexcept>

#include "admin/embedded.hpp"
#include "rules/shipped_rules.hpp"

namespace samspil::admin {

std::string shipped_table(store::reference kind) {
  if (kind == store::reference::rules) {
    std::string text;
    for (std::string const& line : rules::shipped_rule_rows()) text += line + "\n";
    return text;
  }
  auto const file = embedded(std::string(store::name(kind)) + ".txt");
  if (!file) throw std::logic_error("no shipped table of " + std::string(store::name(kind)));
  return std::string(*file);
}

}  // namespace samspil::admin
