// Internal. The growing ends of the numbered tables: the audit chain's head,
// the last journal number, the last VENTENR. The committer's thread owns one;
// a transaction works on a copy that replaces it at commit.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "store/audit.hpp"

namespace samspil::store {

class environment;

struct tail {
  std::uint64_t audit_sequence = 0;
  std::string audit_head = std::string(64, '0');
  std::uint64_t journal_number = 0;
  std::uint64_t ventenr = 0;

  /// As the tables have them. A first audit row behind a prune follows its anchor.
  static tail read(environment const& env);
};

/// An end of the chain as the table meta has it: sequence 15, hash 64.
std::optional<audit_mark> read_mark(std::optional<std::string_view> value);

/// The times that a row gets whose caller left them at zero: 20 digits each.
struct stamp {
  std::string utc;
  std::string local;
};

/// Appends the next row's bytes, hash included, to `bytes` and moves `end` on.
/// Throws error when `others` are not whole personnummer or more than 99.
void append_row(std::string& bytes, audit_entry const& entry, stamp const& time, tail& end);

/// The hash of a row that follows `previous`: `bytes` without its last 64.
std::string chained_hash(std::string_view previous, std::string_view bytes);

}  // namespace samspil::store
