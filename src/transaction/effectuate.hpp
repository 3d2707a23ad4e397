// The daily run: what has been approved goes into the register when its date has come.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <string>

#include "base/clock.hpp"
#include "store/database.hpp"
#include "transaction/world.hpp"

namespace samspil::transaction {

struct effectuated {
  std::uint64_t done = 0;    ///< in the register now
  std::uint64_t failed = 0;  ///< no longer held: in state F with its reason
  std::uint64_t broken = 0;  ///< left in state G by a fault of the machine; the next run takes them
  std::string fault;         ///< what the first of those said
  bool cancelled = false;
};

/// The audit row of an event that the server effectuates by itself; an
/// administrator's command begins with one of its own.
store::audit_entry row_of_the_server();

/// Effectuates every approved event whose date has come by `business_date`, by
/// date, then VENTENR, each in a transaction of its own that looks at its state
/// again: killed anywhere it can be run again, run twice, or twice at a time, it
/// does nothing the second time. What no longer holds becomes F with its first
/// message. `row` is the beginning of each event's audit row.
/// `progress(done, total)` is called on the caller's thread; false from it ends
/// the run between two events. Throws store::error when the database is closing.
/// Not on the store's writer thread.
effectuated effectuate(store::database& db, world_cache& worlds, clock const& time, date business_date,
                       std::function<bool(std::uint64_t, std::uint64_t)> const& progress = {},
                       store::audit_entry const& row = row_of_the_server());

/// What the runs of one process have done, whoever began them: for its metrics.
struct effectuation_totals {
  std::atomic<std::uint64_t> effectuated{0};
  std::atomic<std::uint64_t> failed{0};
  std::atomic<std::int64_t> last_run{0};  ///< end of the last run that was not cut short, seconds since 1970; 0: none

  void add(transaction::effectuated const& run, utc_micros now);
};

}  // namespace samspil::transaction
