#include "store/flusher.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "base/log.hpp"
#include "base/thread.hpp"
#include "store/environment.hpp"
#include "store/error.hpp"

namespace samspil::store {

void tell(completion const& d, std::exception_ptr what) {
  try {
    d(std::move(what));
  } catch (std::exception const& e) {
    log::error(std::string("store: a completion threw: ") + e.what());
  }
}

flusher::flusher(environment& env, std::uint64_t durable, std::size_t waits_max)
    : env_(env), waits_max_(waits_max), durable_(durable), sequence_(durable) {
  thread_ = named_thread("flusher", [this] { run(); });
}

flusher::~flusher() { close(); }

void flusher::close() {
  {
    std::lock_guard const lock(mutex_);
    closing_ = true;
  }
  wake_.notify_all();
  if (thread_.joinable()) thread_.join();
  for (auto& one : waits_) samspil::store::tell(one.tell, std::make_exception_ptr(closed("the database is closing")));
  waits_.clear();
}

void flusher::hand_over(std::vector<answer>& answers, std::uint64_t sequence) {
  outstanding_ += answers.size();
  {
    std::lock_guard const lock(mutex_);
    if (answers_.empty())
      std::swap(answers_, answers);
    else
      std::move(answers.begin(), answers.end(), std::back_inserter(answers_));
    sequence_ = sequence;
    handed_over_ = true;
    busy_.store(true, std::memory_order_release);
  }
  answers.clear();
  wake_.notify_one();
}

void flusher::flush_here(std::vector<answer>& answers, std::uint64_t sequence) {
  outstanding_ += answers.size();
  sync_and_tell(answers, sequence);
}

void flusher::when_durable(std::uint64_t sequence, completion d) {
  std::exception_ptr refused;
  if (sequence > durable_.load()) {
    std::lock_guard const lock(mutex_);
    if (closing_) {
      refused = std::make_exception_ptr(closed("the database is closing"));
    } else if (sequence > durable_.load()) {  // it moves under the lock
      if (waits_.size() < waits_max_) {
        waits_.push_back({sequence, std::move(d)});
        return;
      }
      refused = std::make_exception_ptr(busy("too many wait for the disk"));
    }
  }
  tell(d, refused);
}

void flusher::run() {
  std::vector<answer> answers;
  std::unique_lock lock(mutex_);
  for (;;) {
    if (!handed_over_) busy_.store(false, std::memory_order_release);
    wake_.wait(lock, [this] { return handed_over_ || closing_; });
    if (!handed_over_) return;
    std::swap(answers, answers_);
    handed_over_ = false;
    std::uint64_t const sequence = sequence_;
    lock.unlock();
    sync_and_tell(answers, sequence);
    lock.lock();
  }
}

void flusher::sync_and_tell(std::vector<answer>& answers, std::uint64_t sequence) {
  env_.flush();
  std::vector<wait> met;
  {
    std::lock_guard const lock(mutex_);
    if (sequence > durable_.load()) durable_ = sequence;
    auto const first_met = std::stable_partition(waits_.begin(), waits_.end(),
                                                 [this](wait const& one) { return one.sequence > durable_.load(); });
    std::move(first_met, waits_.end(), std::back_inserter(met));
    waits_.erase(first_met, waits_.end());
  }
  outstanding_ -= answers.size();
  for (auto& one : answers) tell(one.tell, std::move(one.what));
  answers.clear();
  for (auto& one : met) tell(one.tell, nullptr);
}

}  // namespace samspil::store
