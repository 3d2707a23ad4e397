// Internal. Persons of an activated load that the register has not taken in yet.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string_view>

#include "store/environment.hpp"
#include "store/rows.hpp"

namespace samspil::store {

/// The staged person as it will stand in the register: the load's records and
/// CHANGED, the register's WAITING-OPEN and WAITING-CHANGED.
std::optional<person_row> staged_person(environment const& env, __db_txn* txn, lock_for lock, generations const& of,
                                        std::string_view pnr);

/// Walks over the register with the staged persons in their places. `f` gets
/// PNR and the row as the register's table would have it.
void walk_with_staged(environment const& env, __db_txn* txn, generations const& of, std::string_view from,
                      std::function<bool(std::string_view pnr, std::string_view row)> const& f);

/// The person that is about to be written is not staged any more: what the load
/// means for its subscribers goes into their feed, as when it is moved.
void take_in_one(environment& env, __db_txn* txn, generations const& of, std::string_view pnr);

/// Moves up to `rows_max` staged persons into the register; how many it were.
std::size_t take_in(environment& env, __db_txn* txn, generations const& of, std::size_t rows_max);

}  // namespace samspil::store
