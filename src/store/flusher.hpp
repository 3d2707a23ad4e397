// Internal. The second half of a commit: one sync of the log for everything
// that was committed before it, then the answers. While it waits for the disk
// the writer goes on with the next work.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace samspil::store {

class environment;

using completion = std::function<void(std::exception_ptr)>;

/// Calls `d`; what it throws is logged and goes no further.
void tell(completion const& d, std::exception_ptr what);

struct answer {
  completion tell;
  std::exception_ptr what;
};

class flusher {
 public:
  /// `durable`: the last audit row on disk. `waits_max`: when_durable beyond it gets busy.
  flusher(environment& env, std::uint64_t durable, std::size_t waits_max);
  ~flusher();
  /// Makes the rest durable and tells it; waits for rows that never came get closed.
  void close();
  flusher(flusher const&) = delete;
  flusher& operator=(flusher const&) = delete;

  /// Whether a hand_over would be taken up at once.
  bool idle() const { return !busy_.load(std::memory_order_acquire); }
  /// Takes `answers` (they are empty afterwards) to be told once everything
  /// committed before this call is on disk, `sequence` being its last audit row.
  void hand_over(std::vector<answer>& answers, std::uint64_t sequence);
  /// The same on the calling thread, when idle(): no thread to wake up. The
  /// writer alone calls these two.
  void flush_here(std::vector<answer>& answers, std::uint64_t sequence);

  void when_durable(std::uint64_t sequence, completion d);
  std::uint64_t durable() const { return durable_.load(); }
  /// Answers taken over and not told yet.
  std::size_t outstanding() const { return outstanding_.load(std::memory_order_relaxed); }
  bool on_thread() const { return std::this_thread::get_id() == thread_.get_id(); }

 private:
  struct wait {
    std::uint64_t sequence;
    completion tell;
  };
  void run();
  void sync_and_tell(std::vector<answer>& answers, std::uint64_t sequence);

  environment& env_;
  std::size_t const waits_max_;
  std::atomic<std::uint64_t> durable_;
  std::atomic<std::size_t> outstanding_{0};
  std::atomic<bool> busy_{false};  // syncing, or about to

  std::mutex mutex_;
  std::condition_variable wake_;
  std::vector<answer> answers_;
  std::uint64_t sequence_ = 0;
  std::vector<wait> waits_;
  bool handed_over_ = false;
  bool closing_ = false;
  std::thread thread_;
};

}  // namespace samspil::store
