// Internal. What decides which rows a scope sees besides the transaction: the
// current generation of each kind of reference data, and an activated load of
// persons that the register is still taking in. Every scope holds the object
// that was current when it began; rows that only an old one can see are left
// alone until nobody holds it.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
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
  /// Whether that is a change extract.
  bool persons_are_changes = false;
  /// What was published after this one, so that it lives as long as anything
  /// older does: when nobody holds an object, nobody holds an older one. Set
  /// once, by environment::publish.
  mutable std::shared_ptr<generations const> successor{};

  /// A copy that `f(generations&)` has changed, to be published after this one.
  template <class F>
  std::shared_ptr<generations const> changed(F const& f) const {
    auto next = std::make_shared<generations>(*this);
    next->successor = nullptr;
    f(*next);
    return next;
  }

  one const& operator[](reference kind) const { return of[static_cast<std::size_t>(kind)]; }
  one& operator[](reference kind) { return of[static_cast<std::size_t>(kind)]; }
};

}  // namespace samspil::store
