// What a disk below Linux's page cache would hold. The files themselves play
// the page cache; the model remembers, page by page, what is on the disk where
// that differs. It stands in memory that outlives the process whose seams feed
// it, so that a power cut can be made up after that process has ended.
//
//   written             the page is dirty: the disk has what was there before
//   synced              the disk has what the cache has
//   synced with EIO     the page is clean and the disk has what was there
//                       before: only a further write to that page changes it
//
// Names and lengths of files count as durable.
#pragma once

#include <sys/types.h>

#include <cstddef>
#include <cstdint>
#include <random>

namespace samspil::crash {

/// What goes wrong, counted from 1 over the life of the child; 0 is never.
struct plan {
  std::uint64_t fail_sync = 0;       ///< this sync of the log gets EIO, once
  bool any_file = false;             ///< ... of any file
  std::uint64_t exit_before_sync = 0;
  std::uint64_t exit_after_sync = 0;
  std::uint64_t full_from_write = 0; ///< every write from this one on gets ENOSPC
};

class disk_model {
 public:
  /// Exit status of a process that the plan ends.
  static constexpr int cut_status = 17;

  disk_model();
  ~disk_model();
  disk_model(disk_model const&) = delete;
  disk_model& operator=(disk_model const&) = delete;

  /// In the child, before it opens anything: the functions below follow `what`.
  void arm(plan const& what);
  /// The seams.
  static int sync(int descriptor);
  static ssize_t write(int descriptor, void const* bytes, std::size_t count, off_t at);

  /// Whether the plan's fault has happened.
  bool has_failed() const;
  /// Pages of which a failed sync has lost the last content.
  std::uint64_t lost_pages() const;
  /// The end of the power, in the parent: what a failed sync lost is not there;
  /// each dirty page has reached the disk or not, as `random` says, a page of
  /// the log perhaps only in part. Forgets everything.
  void cut_power(std::minstd_rand& random);

 private:
  struct arena;
  arena* arena_;
};

}  // namespace samspil::crash
