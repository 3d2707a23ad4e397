#include "transaction/world.hpp"

#include <map>
#include <set>

#include "rec/authority.hpp"
#include "rules/rule_table.hpp"
#include "rules/shipped_rules.hpp"
#include "store/error.hpp"
#include "transaction/table_versions.hpp"

namespace samspil::transaction {
namespace {

using store::reference;

constexpr std::size_t codes = 10'000;

std::array<std::uint64_t, 5> generations_of(store::read_scope const& scope) {
  return {scope.generation(reference::groups), scope.generation(reference::texts),
          scope.generation(reference::messages), scope.generation(reference::authorities),
          scope.generation(reference::rules)};
}

/// Every standing version of a kind, made once.
template <class Made>
class made_versions {
 public:
  template <class Make>
  made_versions(store::read_scope const& scope, reference kind, Make const& make) : all_(table_versions(scope, kind)) {
    for (table_version const& one : all_)
      if (!one.withdrawn) made_.emplace(one.number, make(one));
  }
  /// Null when there is no version at all.
  table_version const* at(std::string_view day) const { return version_in_force(all_, day); }
  Made const& of(table_version const& one) const { return made_.at(one.number); }
  /// Adds the days on which a standing version begins.
  void add_starts(std::set<std::string>& to) const {
    for (table_version const& one : all_)
      if (!one.withdrawn) to.insert(one.from);
  }

 private:
  std::vector<table_version> all_;
  std::map<unsigned, Made> made_;
};

template <class Table>
made_versions<Table> read_table(store::read_scope const& scope, reference kind) {
  return {scope, kind, [&](table_version const& one) {
            auto parsed = Table::parse(table_rows(kind, one.text));
            if (!parsed) throw store::error("table " + std::string(store::name(kind)) + ": " + parsed.error().text());
            return std::move(*parsed);
          }};
}

}  // namespace

world::world(store::read_scope const& scope) : generations_(generations_of(scope)), authorities_(codes) {
  auto const groups = read_table<rules::group_table>(scope, reference::groups);
  auto const messages = read_table<rules::message_texts>(scope, reference::messages);
  auto const texts = read_table<rules::code_texts>(scope, reference::texts);
  made_versions<std::shared_ptr<rules::rule_table const>> const compiled_rules(scope, reference::rules, compiled);
  std::set<std::string> starts{std::string(8, '0')};
  groups.add_starts(starts);
  messages.add_starts(starts);
  texts.add_starts(starts);
  compiled_rules.add_starts(starts);
  for (std::string const& day : starts) {
    period& next = periods_.emplace_back(period{day, {}});
    if (auto const* const one = groups.at(day)) next.all.groups = groups.of(*one);
    if (auto const* const one = messages.at(day)) next.all.messages = messages.of(*one);
    if (auto const* const one = texts.at(day)) next.all.codes = texts.of(*one);
    next.all.rules = rules::shipped_rules();  // of a home that was made before rules were kept in it
    if (auto const* const one = compiled_rules.at(day)) {
      next.all.rules = compiled_rules.of(*one);
      next.all.rule_version = one->number;
    }
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
  if (periods_.size() == 1) return periods_.front().all;
  std::string const day = date8(business_date);
  auto one = periods_.rbegin();
  while (one->from > day) ++one;  // the first begins before every day
  return one->all;
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
