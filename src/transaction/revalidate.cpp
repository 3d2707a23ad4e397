#include "transaction/revalidate.hpp"

#include "rules/checks.hpp"
#include "rules/validate.hpp"

namespace samspil::transaction {
namespace {

rules::messages only_errors(rules::messages list) {
  std::erase_if(list, [](rules::message const& m) { return m.klasse != 'F'; });
  return list;
}

}  // namespace

rules::messages still_refused(rules::key_facts const& facts, std::string_view data) {
  rules::messages list = only_errors(rules::check_keys(facts, rules::when_deciding));
  if (!list.empty()) return list;
  return only_errors(rules::validate(facts, data).list);
}

}  // namespace samspil::transaction
