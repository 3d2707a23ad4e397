// One connection's work: plays units step by step.
#pragma once

#include <atomic>
#include <chrono>
#include <map>
#include <mutex>

#include "client/replay_ledger.hpp"
#include "client/replay_schedule.hpp"

namespace samspil::client::replay {

/// When the next message may leave, by --rate.
class pace {
 public:
  pace(double rate, steady_time start);
  /// The time of the next message's turn; each call takes one. Turns that were not taken in time are not made up for.
  steady_time turn(steady_time now);

 private:
  std::chrono::nanoseconds const between_;
  std::mutex mutex_;
  steady_time next_;
};

/// What the connections of one run share.
struct shared_run {
  run_options const& options;
  environment const& world;
  name_set names;  ///< that answers are searched for
  sessions& own;
  ledger& books;
  pace& timing;
  bool resumed = false;  ///< it goes on where another was killed
  std::atomic<bool> ending{false};
};

class player {
 public:
  explicit player(shared_run& run) : run_(run) {}

  /// Plays a unit to its end, or until the run ends. Nothing is thrown: a refused
  /// logon and a failing connection stand in what it gives.
  unit_result play(task const& what);

 private:
  struct scene;  ///< the unit at hand

  bool play_step(scene& at, step const& what);
  result<std::string, missing_value> request_of(scene& at, step const& what);
  void fill_in(scene& at, target const& to, std::string& message);
  void fill_in_direkte(scene& at, target const& to, std::string& message);
  std::string own_direkte_token(target const& to, std::string_view function);
  std::string own_token(target const& to);
  exchange& connection_to(target const& to);
  bool was_saved_before(scene& at, step const& what, std::string const& message, std::string const& came);
  bool judge(scene& at, step const& what, std::string const& message, std::string const& came);
  void differ(scene& at, std::string const& line);

  shared_run& run_;
  std::map<std::string, exchange> open_;
};

}  // namespace samspil::client::replay
