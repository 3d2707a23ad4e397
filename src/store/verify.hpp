// `samspil verify`: reads everything and cross-checks it, while the server works.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "codec/field.hpp"
#include "rec/store.hpp"

namespace samspil::store {

class database;

/// One thing that is wrong. Personnummer are masked (the first six digits and xxxx).
struct finding {
  std::string table;  ///< "person", "audit", ...
  std::string key;    ///< where; may be empty
  std::string text;   ///< what; one line
  std::string line() const { return table + (key.empty() ? "" : " " + key) + ": " + text; }
  bool operator==(finding const&) const = default;
};

struct verify_options {
  /// Looks at one person's records; the text of what is wrong, if anything.
  /// (Store does not know rules; record::person::parse is called besides.)
  std::function<std::optional<std::string>(std::string_view pnr, std::string_view records)> check_person;
  /// Called now and then; false cancels (the findings so far are given back).
  /// `done` and `total` count rows; total is an estimate until the end.
  std::function<bool(std::string_view phase, std::uint64_t done, std::uint64_t total)> progress;
  /// Ends after so many findings.
  std::size_t findings_max = 1000;
};

/// Checks: every page's checksum and every table's order (by reading all of
/// it), indexes against tables both ways, each person's records and
/// WAITING-OPEN, each person's events from LAST-EVENT back against the journal,
/// the customers and persons of subscriptions and what their feed holds,
/// receipts against journal against audit rows, numbers without a gap, the audit
/// chain from its first row to its last and that no row that a receipt, journal
/// row or person names is missing behind its end. What looks wrong is looked at
/// once more while no writer runs, so that a change during the scan is no
/// finding. An empty list: all is well. Throws store::error when reading itself
/// fails.
std::vector<finding> verify(database& db, verify_options const& how = {});

/// The audit chain alone: `samspil audit verify`.
std::vector<finding> verify_audit(database& db, verify_options const& how = {});

}  // namespace samspil::store
