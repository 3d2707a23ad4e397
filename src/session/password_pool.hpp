// Threads that hash passwords, behind a bounded queue: a storm of logons cannot
// stop the other messages (engineering.md, "TLS and Asio").
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace samspil::session {

class password_pool {
 public:
  password_pool(unsigned threads, std::size_t queue_max);
  /// Does what is queued, then ends.
  ~password_pool();
  /// False when the queue is full.
  bool submit(std::function<void()> work);
  /// What is queued already stays.
  void set_queue_max(std::size_t most);

 private:
  void run();
  std::mutex mutex_;
  std::size_t queue_max_;
  std::condition_variable wake_;
  std::deque<std::function<void()>> queue_;
  bool closing_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace samspil::session
