// Internal. What decides which rows a scope sees besides the transaction: the
// current generation of each kind of reference data, and an activated load of
// persons that the register is still taking in. Every scope holds the object
// that was current when it began; rows that only an old one can see are left
// alone until nobody holds it.
#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "store/reference.hpp"

namespace samspil::store {

struct generations {
  struct one {
    std::uint64_t number = 0;    ///< 0: never loaded
    std::uint64_t sequence = 0;  ///< the audit row of its load
  };
  std::array<one, reference_count> of{};
  /// The audit sequence of the load of persons being taken in, 0 when there is none.
  std::uint64_t persons_sequence = 0;

  one const& operator[](reference kind) const { return of[static_cast<std::size_t>(kind)]; }
  one& operator[](reference kind) { return of[static_cast<std::size_t>(kind)]; }
};

}  // namespace samspil::store
