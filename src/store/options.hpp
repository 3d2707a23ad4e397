// How a database home is opened.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstddef>
#include <cstdint>

#include "base/clock.hpp"

namespace samspil::store {

struct options {
  /// Page cache. Should hold the working set; 20 KiB at least.
  std::uint64_t cache_bytes = std::uint64_t{256} << 20;
  /// What look-ups keep of persons above it, unpacked; 0: nothing.
  std::uint64_t persons_bytes = std::uint64_t{256} << 20;
  /// Work, look-up rows and waits that may stand in the writer's queue; more get store::busy.
  std::size_t queue_max = 50'000;
  /// How often work is run again after a lock conflict before its `done` gets store::conflict.
  unsigned retries_max = 50;
  /// A checkpoint is taken when the log has grown by so much, or after so long
  /// when it has grown at all.
  std::uint64_t checkpoint_log_bytes = std::uint64_t{256} << 20;
  std::chrono::seconds checkpoint_interval{300};
  /// Stamps audit rows whose times the caller left at zero. Null: the machine's clock.
  clock const* time = nullptr;
  /// The environment lives in memory and dies with the database object: tests only.
  bool in_memory = false;

  /// Seams for the fault campaigns (tests/crash/store). Never set by the programs.
  struct seams {
    /// Called in place of fdatasync; -1 and errno as that gives.
    int (*sync)(int descriptor) = nullptr;
    /// Called for every write of the library, in place of pwrite.
    ssize_t (*write)(int descriptor, void const* bytes, std::size_t count, off_t at) = nullptr;
    /// False: sync errors go back into Berkeley DB, which loses acknowledged
    /// commits then. It exists so that a campaign can show this.
    bool fail_stop = true;
  } testing{};
};

}  // namespace samspil::store
