#include "transaction/initiate.hpp"

#include <algorithm>

#include "rules/aktuel.hpp"
#include "rules/checks.hpp"
#include "rules/stam.hpp"
#include "transaction/store_source.hpp"

namespace samspil::transaction {

initiated initiate(store::read_scope const& scope, world const& around, rules::actor const& who, std::string_view keys,
                   date business_date, std::uint64_t committed) {
  store_source source(scope, around);
  rules::key_facts const facts(keys, who, around.tables(business_date), source, business_date);
  initiated out;
  out.rule_version = facts.table.rule_version;
  out.messages = rules::check_keys(facts);
  out.ok = !rules::refused(out.messages);
  if (!out.ok) return out;
  out.stam = rules::make_stam(*facts.person, source, around.tables(business_date), who.language, business_date);
  out.aktuel = rules::make_aktuel(facts);
  out.others = source.persons_in(out.aktuel, facts.pnr());
  // A reader may see a commit a moment before the store counts it, so what was
  // read counts too.
  out.seen = std::max(committed, source.latest_change());
  return out;
}

}  // namespace samspil::transaction
