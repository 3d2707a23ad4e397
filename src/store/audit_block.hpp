// Internal. Audit rows as a value holds them (row_block.hpp). Behind the AUDIT-ROW:
//
//   OTHERS-COUNT times ten bytes as they are
//   the hash, 32 bytes
#pragma once

#include "rec/store.hpp"
#include "store/row_block.hpp"

namespace samspil::store {

struct audit_form {
  using record = rec::AUDIT_ROW;
  /// False also for a hash that is not in lower-case hex digits.
  static bool append_tail(std::string_view row, std::string& to);
  static bool take_tail(std::string_view& rest, char const* head, std::string& rows);
};
using audit_block = row_block<audit_form>;

}  // namespace samspil::store
