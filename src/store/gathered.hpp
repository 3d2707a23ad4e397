// Internal. What the pieces of work of a transaction have written and the tables get at its end.
#pragma once

#include "store/audit_values.hpp"
#include "store/journal_values.hpp"

namespace samspil::store {

struct gathered {
  audit_values audits;
  journal_values journals;

  /// Forgets it: the transaction is undone.
  void clear() {
    audits.clear();
    journals.clear();
  }
};

}  // namespace samspil::store
