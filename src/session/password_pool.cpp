#include "session/password_pool.hpp"

#include <algorithm>

#include "base/thread.hpp"

namespace samspil::session {

password_pool::password_pool(unsigned threads, std::size_t queue_max) : queue_max_(queue_max) {
  for (unsigned i = 0; i < std::max(1U, threads); ++i) threads_.push_back(named_thread("password", [this] { run(); }));
}

password_pool::~password_pool() {
  {
    std::lock_guard const lock(mutex_);
    closing_ = true;
  }
  wake_.notify_all();
  for (std::thread& t : threads_) t.join();
}

bool password_pool::submit(std::function<void()> work) {
  {
    std::lock_guard const lock(mutex_);
    if (closing_ || queue_.size() >= queue_max_) return false;
    queue_.push_back(std::move(work));
  }
  wake_.notify_one();
  return true;
}

void password_pool::set_queue_max(std::size_t most) {
  std::lock_guard const lock(mutex_);
  queue_max_ = most;
}

void password_pool::run() {
  for (;;) {
    std::function<void()> work;
    {
      std::unique_lock lock(mutex_);
      wake_.wait(lock, [this] { return closing_ || !queue_.empty(); });
      if (queue_.empty()) return;
      work = std::move(queue_.front());
      queue_.pop_front();
    }
    work();
  }
}

}  // namespace samspil::session
