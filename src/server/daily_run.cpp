#include "server/daily_run.hpp"

#include <cstdio>

#include "admin/masking.hpp"
#include "base/date.hpp"
#include "base/log.hpp"
#include "base/thread.hpp"
#include "store/error.hpp"

namespace samspil::server {
namespace {

constexpr std::chrono::seconds again_after{60};

std::string seconds_text(steady_time::duration took) {
  char text[32];
  std::snprintf(text, sizeof text, "%.3f s", std::chrono::duration<double>(took).count());
  return text;
}

}  // namespace

date run_due(clock const& time, std::string const& at) {
  // The date first: at midnight the time may be of the next day then, which is
  // before `at` and asks for a run that has been.
  date const today = time.business_date();
  std::string const now = local_digits(time.now());
  bool const has_come = now.substr(8, 2) + ":" + now.substr(10, 2) >= at;
  return has_come ? today : add_days(today, -1);
}

daily_run::daily_run(store::database& db, clock const& time, std::string at)
    : db_(db), time_(time), at_(std::move(at)) {
  if (!at_.empty()) thread_ = named_thread("daily-run", [this] { work(); });
}

daily_run::~daily_run() {
  stop();
  if (thread_.joinable()) thread_.join();
}

void daily_run::stop() {
  {
    std::lock_guard const lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_all();
}

bool daily_run::tick() {
  if (at_.empty()) return false;
  date const due = run_due(time_, at_);
  {
    std::lock_guard const lock(mutex_);
    if (stopping_ || wanted_ || (done_ && due <= *done_) || time_.steady() < not_before_) return false;
    wanted_ = due;
  }
  wake_.notify_all();
  return true;
}

bool daily_run::under_way() const {
  std::lock_guard const lock(mutex_);
  return wanted_.has_value();
}

void daily_run::work() {
  for (;;) {
    date day;
    {
      std::unique_lock lock(mutex_);
      wake_.wait(lock, [this] { return stopping_ || wanted_; });
      if (stopping_) return;
      day = *wanted_;
    }
    bool const complete = make(day);
    std::lock_guard const lock(mutex_);
    wanted_.reset();
    if (complete)
      done_ = day;
    else
      not_before_ = time_.steady() + again_after;
  }
}

bool daily_run::make(date day) {
  std::string const name = "the daily run of " + date10(day) + ": ";
  try {
    steady_time const begun = time_.steady();
    auto const run = transaction::effectuate(db_, worlds_, time_, day,
                                             [this](std::uint64_t, std::uint64_t) { return !stopping_.load(); });
    totals_.add(run, time_.now());
    std::string line = name + std::to_string(run.done) + " effectuated, " + std::to_string(run.failed) + " failed, " +
                       seconds_text(time_.steady() - begun);
    if (run.cancelled) line += "; ended before its end";
    log::info(line);
    if (run.broken == 0) return !run.cancelled;
    log::error(name + std::to_string(run.broken) + " events were left by a fault and will be tried again, the first: " +
               admin::without_numbers(run.fault));
  } catch (store::closed const&) {
    log::info(name + "ended by the database's end");
  } catch (std::exception const& e) {
    log::error(name + "not made, will be tried again: " + admin::without_numbers(e.what()));
  }
  return false;
}

}  // namespace samspil::server
