#include "transaction/validate.hpp"

#include "rules/checks.hpp"
#include "rules/effects.hpp"
#include "rules/validate.hpp"
#include "transaction/store_source.hpp"

namespace samspil::transaction {

versions versions_of(store::read_scope const& scope, world const& around, std::string_view group,
                     std::uint64_t rights_changed, date business_date) {
  using store::reference;
  return {scope.generation(reference::roads),
          scope.generation(reference::authorities),
          around.tables(business_date).rule_version,
          rights_changed,
          std::string(around.tables(business_date).groups.rights(group)),
          date8(business_date)};
}

validated validate(store::read_scope const& scope, world const& around, rules::actor const& who, std::string_view keys,
                   std::string_view data, date business_date) {
  store_source source(scope, around);
  rules::key_facts const facts(keys, who, around.tables(business_date), source, business_date);
  validated out;
  out.rule_version = facts.table.rule_version;
  if (facts.person == nullptr) {
    out.messages = {rules::make_message(around.tables(business_date), who, "K0172", 172, 'F', "PNR")};
    return out;
  }
  out.messages = rules::check_caller(facts);
  if (!out.messages.empty()) return out;
  rules::validation checked = rules::validate(facts, data);
  out.messages = std::move(checked.list);
  out.ok = !rules::refused(out.messages);
  if (!out.ok) return out;
  out.data = std::move(checked.data);
  out.klartekst = std::move(checked.klartekst);
  out.others = source.persons_in(out.data, facts.pnr());
  if (facts.event->touches_relatives) out.touched = rules::touched_numbers(facts, out.data);
  out.at = versions_of(scope, around, who.group, who.rights_changed, business_date);
  return out;
}

}  // namespace samspil::transaction
