// Keeps the writer busy, so that what is submitted meanwhile queues up.
#pragma once

#include <latch>
#include <utility>

#include "unit/store/fixture.hpp"

namespace samspil::store {

/// Holds the writer inside a piece of work until it is let go.
class held_writer {
 public:
  explicit held_writer(database& db) {
    db.submit([this](write_scope&) {
      entered_.count_down();
      released_.wait();
    }, outcome_.done());
    entered_.wait();
  }
  ~held_writer() { release(); }
  held_writer(held_writer const&) = delete;
  held_writer& operator=(held_writer const&) = delete;
  void release() {
    if (!std::exchange(is_released_, true)) released_.count_down();
    outcome_.wait();
  }

 private:
  std::latch entered_{1};
  std::latch released_{1};
  bool is_released_ = false;
  outcome outcome_;
};

}  // namespace samspil::store
