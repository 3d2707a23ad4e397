// Internal. A thread for what must not stand on the way of an answer:
// checkpoints, writing dirty pages and the next log file in advance, removing
// rows nobody can see any more.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "store/environment.hpp"
#include "store/options.hpp"

namespace samspil::store {

class committer;

class maintenance {
 public:
  maintenance(environment& env, committer const& writer, options const& how);
  ~maintenance();

  /// Removes the rows of the generations of `kind` below that number as soon as
  /// nobody holds `seen_by`, the last state in which they could be read.
  void remove_generations(reference kind, std::uint64_t below, std::weak_ptr<generations const> seen_by);

 private:
  struct removal {
    reference kind;
    std::uint64_t below;
    std::weak_ptr<generations const> seen_by;
  };
  void run();
  void each_second();
  void remove_what_nobody_sees(std::unique_lock<std::mutex>& lock);
  void prepare_next_log_file();

  environment& env_;
  committer const& writer_;
  options const how_;
  std::uint64_t const log_when_opened_;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::atomic<bool> closing_{false};
  std::vector<removal> removals_;
  std::uint64_t noted_sequence_ = 0;
  std::thread thread_;
};

/// Notes the audit chain's head in the table meta, so that a later cut of the
/// log's end shows. A noted row that the chain has no more stays noted for ever:
/// what grew behind a cut does not hide it. Not durable by itself.
void note_audit_head(environment& env, audit_mark const& head);

}  // namespace samspil::store
