// [business] effectuate_at: the daily run of the waiting register by itself, on
// a thread of its own, so that nothing else of the server waits for it.
#pragma once

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "base/clock.hpp"
#include "store/database.hpp"
#include "transaction/effectuate.hpp"

namespace samspil::server {

/// The business date whose run should have been by now: today's from `at`
/// (HH:MM of the process's zone) on, yesterday's before.
date run_due(clock const& time, std::string const& at);

class daily_run {
 public:
  /// `at`: HH:MM, empty for never. `db` and `time` outlive this.
  daily_run(store::database& db, clock const& time, std::string at);
  /// Stops between two events and waits for that.
  ~daily_run();
  daily_run(daily_run const&) = delete;
  daily_run& operator=(daily_run const&) = delete;

  /// Once a second: begins the run that is due and was not made since this
  /// object was made. So the first call catches up with what a server that was
  /// down has missed; where nothing was missed that run does nothing. A run that
  /// a fault left incomplete is made again after a minute. Returns at once:
  /// whether a run begins.
  bool tick();
  /// Whether a run has begun and not ended.
  bool under_way() const;
  /// A run under way ends between two events, and none begins any more. Returns at once.
  void stop();

  transaction::effectuation_totals& totals() { return totals_; }
  transaction::effectuation_totals const& totals() const { return totals_; }

 private:
  void work();
  bool make(date day);

  store::database& db_;
  clock const& time_;
  std::string const at_;
  transaction::world_cache worlds_;
  transaction::effectuation_totals totals_;

  std::atomic<bool> stopping_{false};
  mutable std::mutex mutex_;
  std::condition_variable wake_;
  std::optional<date> wanted_;  // a run that is to begin or under way
  std::optional<date> done_;    // the last that was complete
  steady_time not_before_{};
  std::thread thread_;
};

}  // namespace samspil::server
