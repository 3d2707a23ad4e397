// Which unit a free connection takes next. Files are played in their order, as
// often as asked for; within one playing of a file units begin in order, and one
// that stands alone begins when all before it are done and keeps back all behind
// it. Different playings do not wait for each other.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "client/replay_conversation.hpp"
#include "client/replay_script.hpp"

namespace samspil::client::replay {

/// One playing of one file.
struct playing {
  script const* of = nullptr;
  std::uint64_t first = 0;  ///< ordinal of its first unit
  std::size_t begun = 0;
  std::size_t running = 0;
  bool alone_running = false;
  conversation known;  ///< from the units that are done
};

/// A unit to do: `ordinal` counts them over all playings from 0.
struct task {
  std::shared_ptr<playing> in;
  unit const* what = nullptr;
  std::uint64_t ordinal = 0;
  conversation known;  ///< at its beginning
};

class schedule {
 public:
  /// `repeat` 0: without end. Units with an ordinal below `done` are left out, but for
  /// those that log on; `known` is what their answers had told.
  schedule(std::vector<script> const& scripts, std::uint64_t repeat, std::size_t connections, std::uint64_t done,
           conversation known);

  /// Waits for a unit that may begin; nothing when all are taken or after stop().
  std::optional<task> take();
  /// A unit has ended; `known` is what it knows now.
  void finish(task const& ended, conversation known);
  /// Nothing more is begun.
  void stop();

  /// Units of all playings; 0 without end.
  std::uint64_t units() const { return units_; }

 private:
  std::optional<task> next();
  bool open_next();
  static bool may_begin(playing const& p);

  std::vector<script> const& scripts_;
  std::uint64_t const repeat_;
  std::size_t const connections_;
  std::uint64_t const done_;
  conversation const known_;
  std::uint64_t units_ = 0;

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::shared_ptr<playing>> open_;
  std::uint64_t opened_ = 0;  ///< playings so far
  std::uint64_t next_ordinal_ = 0;
  bool stopped_ = false;
};

}  // namespace samspil::client::replay
