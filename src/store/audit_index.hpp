// Internal. The audit log's index by person is not kept up while look-ups run;
// it is brought up to date before somebody asks it.
#pragma once

#include <cstdint>
#include <functional>

#include "store/environment.hpp"

namespace samspil::store {

/// The last sequence that the index holds.
std::uint64_t audit_indexed(environment const& env);

/// Adds the entries of the rows up to `last`. One caller at a time.
void index_audit(environment& env, std::uint64_t last,
                 std::function<bool(std::uint64_t done, std::uint64_t total)> const& progress);

}  // namespace samspil::store
