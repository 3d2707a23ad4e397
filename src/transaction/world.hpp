// What the register knows besides persons, kept in memory: the tables (rights,
// texts) and the authorities. Made anew when a load changes them, shared by
// every message meanwhile.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "rules/tables.hpp"
#include "store/read_scope.hpp"
#include "transaction/road_cache.hpp"

namespace samspil::transaction {

/// What rules depend on: a save is refused (7024) when it is no longer what it
/// was at its VALI. Reference data by its generations, rules by the version in force.
struct versions {
  std::uint64_t roads = 0;
  std::uint64_t authorities = 0;
  std::uint64_t rules = 0;
  std::uint64_t rights_changed = 0;  ///< of the user
  std::string rights;                ///< of the user's group: another group's do not matter
  std::string business_date;         ///< yyyyMMdd
  bool operator==(versions const&) const = default;
};

class world {
 public:
  /// Reads tables and authorities of the scope's generations. Throws
  /// store::error that names table and row when a row is not what it should be.
  explicit world(store::read_scope const& scope);

  /// Rights, texts and rules, each of the version that is in force on a business date: the
  /// newest of those that begin on it or before; before all of them the first one.
  rules::tables const& tables(date business_date) const;
  /// The records 001 of an authority, one for each MYNTYP, ascending by it.
  std::vector<std::string> const& authorities(std::string_view mynkod) const;
  /// Roads by "GENERATION KOMKODVEJKOD".
  road_cache& roads() const { return roads_; }
  /// Whether it holds what `scope` would read.
  bool is_current(store::read_scope const& scope) const;

 private:
  /// From a day on, until the next one begins.
  struct period {
    std::string from;  ///< yyyyMMdd
    rules::tables all;
  };
  std::array<std::uint64_t, 5> generations_;
  std::vector<period> periods_;  ///< in the order of time; the first begins before every day
  std::vector<std::vector<std::string>> authorities_;  // by MYNKOD
  mutable road_cache roads_;
};

/// Hands out the world of a scope.
class world_cache {
 public:
  std::shared_ptr<world const> of(store::read_scope const& scope);
  /// `known` when it is that one, without asking further.
  std::shared_ptr<world const> of(store::read_scope const& scope, std::shared_ptr<world const> const& known) {
    return known && known->is_current(scope) ? known : of(scope);
  }

 private:
  std::atomic<std::shared_ptr<world const>> current_;
  std::mutex making_;
};

}  // namespace samspil::transaction
