// A clock that stands still until a test moves it.
#pragma once

#include <atomic>
#include <mutex>

#include "base/clock.hpp"
#include "base/date.hpp"

namespace samspil::test {

class fake_clock final : public clock {
 public:
  explicit fake_clock(date business = {std::chrono::year(2026), std::chrono::month(3), std::chrono::day(10)})
      : business_(business), now_(std::chrono::sys_days(business) + std::chrono::hours(9)) {}

  utc_micros now() const override {
    std::lock_guard const lock(mutex_);
    return now_;
  }
  steady_time steady() const override {
    std::lock_guard const lock(mutex_);
    return steady_;
  }
  date business_date() const override {
    std::lock_guard const lock(mutex_);
    return business_;
  }
  /// Moves the system and the steady clock on; the business date stays.
  void pass(std::chrono::microseconds time) {
    std::lock_guard const lock(mutex_);
    now_ += time;
    steady_ += time;
  }
  void set_business(date d) {
    std::lock_guard const lock(mutex_);
    business_ = d;
  }

 private:
  mutable std::mutex mutex_;
  date business_;
  utc_micros now_;
  steady_time steady_{std::chrono::hours(1000)};
};

}  // namespace samspil::test
