#include "transaction/world.hpp"

#include "rec/authority.hpp"
#include "rules/rule_table.hpp"
#include "rules/shipped_rules.hpp"
#include "store/error.hpp"
#include "transaction/rule_versions.hpp"

namespace samspil::transaction {
namespace {

using store::reference;

constexpr std::size_t codes = 10'000;

std::array<std::uint64_t, 5> generations_of(store::read_scope const& scope) {
  return {scope.generation(reference::groups), scope.generation(reference::texts),
          scope.generation(reference::messages), scope.generation(reference::authorities),
          scope.generation(reference::rules)};
}

template <class Table>
Table read_table(store::read_scope const& scope, reference kind) {
  std::vector<std::string> rows;
  scope.each_row(kind, {}, [&](std::string_view, std::string_view row) {
    rows.emplace_back(row);
    return true;
  });
  auto parsed = Table::parse(rows);
  if (!parsed) throw store::error("table " + std::string(store::name(kind)) + ": " + parsed.error().text());
  return std::move(*parsed);
}

}  // namespace

world::world(store::read_scope const& scope) : generations_(generations_of(scope)), authorities_(codes) {
  rules::tables const others{read_table<rules::group_table>(scope, reference::groups),
                             read_table<rules::message_texts>(scope, reference::messages),
                             read_table<rules::code_texts>(scope, reference::texts)};
  for (rule_version const& one : rule_versions(scope)) {
    if (one.withdrawn) continue;
    version& next = versions_.emplace_back(version{one.from, others});
    next.all.rules = compiled(one);
    next.all.rule_version = one.number;
  }
  if (versions_.empty()) {  // a home that was made before rules were kept in it
    versions_.push_back({std::string(8, '0'), others});
    versions_.back().all.rules = rules::shipped_rules();
  }
  constexpr std::size_t length = rec::AUTHORITY_001::length;
  scope.each_authority({}, [&](std::string_view key, std::string_view records) {
    std::string_view const mynkod = key.substr(0, 4);
    if (codec::is_digits(mynkod) && records.size() >= length)
      authorities_[codec::number(mynkod)].emplace_back(records.substr(0, length));
    return true;
  });
}

rules::tables const& world::tables(date business_date) const {
  std::string const day = date8(business_date);
  for (auto one = versions_.rbegin(); one != versions_.rend(); ++one)
    if (one->from <= day) return one->all;
  return versions_.front().all;
}

std::vector<std::string> const& world::authorities(std::string_view mynkod) const {
  static std::vector<std::string> const none;
  if (mynkod.size() != 4 || !codec::is_digits(mynkod)) return none;
  return authorities_[codec::number(mynkod)];
}

bool world::is_current(store::read_scope const& scope) const { return generations_ == generations_of(scope); }

std::shared_ptr<world const> world_cache::of(store::read_scope const& scope) {
  auto found = current_.load();
  if (found && found->is_current(scope)) return found;
  std::lock_guard const one_at_a_time(making_);
  found = current_.load();
  if (found && found->is_current(scope)) return found;
  found = std::make_shared<world const>(scope);
  current_.store(found);
  return found;
}

}  // namespace samspil::transaction
