// What callers hand to the audit log, and what they get back.
//
// Rows are numbered from 1 without a gap and chained: each hash is SHA-256 over
// the previous row's hash (64 hex digits, 64 zeros before the first row) and
// the row's own bytes. The committer alone appends, so the chain has one end.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "codec/field.hpp"
#include "rec/store.hpp"

namespace samspil::store {

/// One row to be. The store fills in LAYOUT-VERSION, AUDIT-SEQUENCE and
/// OTHERS-COUNT, and WRITTEN-UTC and WRITTEN where the caller left zeros
/// (one reading of the clock for each batch). The rest is the caller's:
///   entry.row.set(rec::AUDIT_ROW::PNR, pnr)
/// PURPOSE of a save or decision of a customer (ACTOR-KIND C) holds its
/// KUNDEREFERENCE and NUMBER-GIVEN its KVITTERINGSNR: verify follows them.
struct audit_entry {
  codec::buffer<rec::AUDIT_ROW> row;
  /// Further personnummer shown or touched, ten digits each, one behind the
  /// other; 99 at most.
  std::string others;

  void add_other(std::string_view pnr) { others.append(pnr); }
};

/// An appended row: its sequence, and the chain's head with it.
struct audit_mark {
  std::uint64_t sequence = 0;
  std::string head;  ///< 64 hex digits

  /// What goes into LOGHOVED of a receipt: the first 32 hex digits.
  std::string_view loghoved() const { return std::string_view(head).substr(0, 32); }
};

}  // namespace samspil::store
