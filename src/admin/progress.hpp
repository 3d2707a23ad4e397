// One line on a terminal for work longer than a second: how far, how fast, how
// long still. And the place where work learns that nobody waits for it any more.
#pragma once

#include <cstdint>
#include <ostream>
#include <stop_token>
#include <string>
#include <string_view>

#include "base/clock.hpp"

namespace samspil::admin {

class progress {
 public:
  /// `columns` of the terminal that `to` goes to, 0 when it is none: then nothing is ever shown.
  progress(std::ostream& to, unsigned columns, clock const& time, std::stop_token cancelled)
      : to_(to), columns_(columns), time_(time), cancelled_(std::move(cancelled)) {}
  ~progress() { clear(); }
  progress(progress const&) = delete;
  progress& operator=(progress const&) = delete;

  /// `done` of `total` `units` ("rows") of `phase` ("checking"); total 0 = unknown. False when the work is cancelled.
  bool update(std::string_view phase, std::uint64_t done, std::uint64_t total, std::string_view units = {});
  bool cancelled() const { return cancelled_.stop_requested(); }
  /// Takes the line away, so that something else can be written.
  void clear();

 private:
  std::ostream& to_;
  unsigned columns_;
  clock const& time_;
  std::stop_token cancelled_;
  std::string phase_;
  steady_time begun_{};
  steady_time shown_{};
  bool visible_ = false;
};

/// `persons: 43 % of 100000, 25000 a second, 2 s left`: what the line says.
std::string progress_text(std::string_view phase, std::uint64_t done, std::uint64_t total, std::string_view units,
                          double seconds);

}  // namespace samspil::admin
