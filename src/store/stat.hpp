// `samspil stat` and the metrics page: sizes and counts, read cheaply.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.hpp"

namespace samspil::store {

class database;

struct table_stat {
  std::string name;
  std::uint64_t rows = 0;
  std::uint64_t bytes = 0;  ///< of its file
};

struct database_stat {
  std::vector<table_stat> tables;  ///< in a fixed order; indexes after their tables
  std::uint64_t log_bytes = 0;     ///< of all log files
  std::uint64_t log_files = 0;
  std::uint64_t data_bytes = 0;    ///< of all table files
  std::uint64_t disk_free_bytes = 0;
  std::optional<utc_micros> last_checkpoint;
  std::uint64_t audit_sequence = 0;
  std::uint64_t layout_version = 0;
  /// Log growth for each day over the age of the oldest log file, 0 when that
  /// is under a minute; and the days until the disk is full at that rate
  /// (nothing when the rate is 0).
  std::uint64_t log_bytes_per_day = 0;
  std::optional<std::uint64_t> days_until_full;
  std::uint64_t cache_bytes = 0;
  std::uint64_t cache_hits = 0;
  std::uint64_t cache_misses = 0;
  std::uint64_t persons_kept = 0;   ///< in memory, for look-ups
  std::uint64_t persons_bytes = 0;  ///< that they take
  std::uint64_t persons_hits = 0;
  std::uint64_t persons_misses = 0;
  std::uint64_t syncs = 0;         ///< of the log since the open
  std::uint64_t transactions = 0;  ///< committed since the open
  std::uint64_t deadlocks = 0;
};

/// `exact_rows` counts by reading every leaf page; else the tables' own last count. Audit rows are counted by their
/// sequences, which have no gap.
database_stat stat(database& db, bool exact_rows = true);

}  // namespace samspil::store
