// Internal. Removing many rows in small transactions, beside other work.
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>

#include "store/environment.hpp"

namespace samspil::store {

/// Removes every row whose key begins with `prefix`; how many it were.
std::uint64_t erase_all(environment& env, table t, std::string_view prefix);

/// Removes the rows of every generation of `kind` of which `goes` is true.
std::uint64_t erase_generations(environment& env, reference kind,
                                std::function<bool(std::uint64_t generation)> const& goes);

}  // namespace samspil::store
