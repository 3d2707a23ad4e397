#include "store/committer.hpp"

#include <algorithm>
#include <random>

#include "base/log.hpp"
#include "store/error.hpp"
#include "store/meta_names.hpp"
#include "store/staged.hpp"

namespace samspil::store {
namespace {

// So much is written between two syncs at most, so that the first answer of a
// long queue does not wait for its last.
constexpr std::size_t jobs_per_sync = 256;
constexpr std::size_t rows_per_sync = 2048;
// Staged persons moved between two looks at the queue: about a millisecond.
constexpr std::size_t persons_per_piece = 64;

clock const& machine_clock() {
  static system_clock const clock;
  return clock;
}

void tell(committer::done const& d, std::exception_ptr what) {
  try {
    d(std::move(what));
  } catch (std::exception const& e) {
    log::error(std::string("store: a completion threw: ") + e.what());
  }
}

}  // namespace

committer::committer(environment& env, options const& how)
    : env_(env), how_(how), clock_(how.time != nullptr ? *how.time : machine_clock()), end_(tail::read(env)) {
  committed_ = end_.audit_sequence;
  durable_ = end_.audit_sequence;
  head_ = {end_.audit_sequence, end_.audit_head};
  thread_ = std::thread([this] { run(); });
}

committer::~committer() {
  {
    std::lock_guard const lock(mutex_);
    closing_ = true;
  }
  wake_.notify_all();
  thread_.join();
}

template <class Put>
void committer::enqueue(done& d, Put const& put) {
  std::exception_ptr refused;
  bool was_empty = false;
  {
    std::lock_guard const lock(mutex_);
    was_empty = queue_.size() == 0;
    if (closing_)
      refused = std::make_exception_ptr(closed("the database is closing"));
    else if (queue_.size() + in_hand_ >= how_.queue_max)
      refused = std::make_exception_ptr(busy("the writer's queue is full"));
    else
      put(queue_);
  }
  if (refused)
    tell(d, refused);
  else if (was_empty)
    wake_.notify_one();
}

void committer::submit(work w, done d) {
  enqueue(d, [&](queue& q) { q.jobs.push_back({std::move(w), std::move(d)}); });
}

void committer::audit(audit_entry entry, done d) {
  if (entry.others.size() % 10 != 0 || entry.others.size() > 990)
    return tell(d, std::make_exception_ptr(error("audit: an entry's other persons are not whole or too many")));
  enqueue(d, [&](queue& q) { q.rows.push_back({std::move(entry), std::move(d)}); });
}

void committer::when_durable(std::uint64_t sequence, done d) {
  if (sequence <= durable_.load()) return tell(d, nullptr);
  enqueue(d, [&](queue& q) { q.waits.push_back({sequence, std::move(d)}); });
}

audit_mark committer::head() const {
  std::lock_guard const lock(head_mutex_);
  return head_;
}

std::size_t committer::queued() const {
  std::lock_guard const lock(mutex_);
  return queue_.size() + in_hand_;
}

void committer::wait_for_persons() {
  std::unique_lock lock(persons_mutex_);
  persons_taken_in_.wait(lock, [this] { return env_.current()->persons_sequence == 0; });
}

void committer::run() {
  queue batch;
  for (;;) {
    bool const taking_in = env_.current()->persons_sequence != 0;
    {
      std::unique_lock lock(mutex_);
      in_hand_ = 0;
      auto const something = [this] { return queue_.size() != 0 || closing_; };
      if (taking_in)
        wake_.wait_for(lock, std::chrono::milliseconds(before_persons_.expired() ? 0 : 1), something);
      else
        wake_.wait(lock, something);
      if (queue_.size() == 0 && closing_) break;
      std::swap(batch, queue_);
      in_hand_ = batch.size();
    }
    do_batch(batch);
    batch.jobs.clear();
    batch.rows.clear();
    batch.waits.clear();
    if (taking_in && take_in_a_piece()) persons_taken_in_.notify_all();
  }
  if (dirty_) flush_and_tell();
}

void committer::do_batch(queue& batch) {
  if (batch.size() == 0) return;
  auto const now = clock_.now();
  time_ = {utc_digits(now), local_digits(now)};
  std::size_t job_at = 0;
  std::size_t row_at = 0;
  while (job_at < batch.jobs.size() || row_at < batch.rows.size()) {
    std::size_t const jobs_end = std::min(batch.jobs.size(), job_at + jobs_per_sync);
    for (; job_at < jobs_end; ++job_at) {
      auto what = do_job(batch.jobs[job_at].run);
      answers_.push_back({std::move(batch.jobs[job_at].tell), std::move(what)});
    }
    std::size_t const rows_end = std::min(batch.rows.size(), row_at + rows_per_sync);
    if (row_at < rows_end) {
      auto const what = do_rows(&batch.rows[row_at], rows_end - row_at);
      for (; row_at < rows_end; ++row_at) answers_.push_back({std::move(batch.rows[row_at].tell), what});
    }
    flush_and_tell();
  }
  if (dirty_) flush_and_tell();  // waits alone, for pieces of a load
  for (auto& one : batch.waits) tell(one.tell, nullptr);
}

void committer::flush_and_tell() {
  if (dirty_) env_.flush();
  dirty_ = false;
  durable_ = end_.audit_sequence;
  std::vector<wait> met;
  {
    std::lock_guard const lock(mutex_);
    auto const first_met = std::stable_partition(queue_.waits.begin(), queue_.waits.end(),
                                                 [this](wait const& one) { return one.sequence > durable_.load(); });
    std::move(first_met, queue_.waits.end(), std::back_inserter(met));
    queue_.waits.erase(first_met, queue_.waits.end());
  }
  for (auto& one : answers_) tell(one.tell, std::move(one.what));
  answers_.clear();
  for (auto& one : met) tell(one.tell, nullptr);
}

template <class F>
std::exception_ptr committer::transaction(F const& f) {
  thread_local std::minstd_rand jitter(std::random_device{}());
  for (unsigned attempt = 0;; ++attempt) {
    next_ = end_;
    __db_txn* txn = nullptr;
    bool committing = false;
    try {
      txn = env_.begin();
      f(txn);
      if (env_.had_conflict()) throw conflict("conflict with another transaction");  // f must not hide it
      committing = true;
      env_.commit(txn);
    } catch (conflict const&) {
      if (!committing && txn != nullptr) env_.abort(txn);
      if (attempt >= how_.retries_max) return std::current_exception();
      std::this_thread::sleep_for(std::chrono::microseconds(jitter() % (50 * (attempt + 1))));
      continue;
    } catch (...) {
      if (!committing && txn != nullptr) env_.abort(txn);
      return std::current_exception();
    }
    committed();
    return nullptr;
  }
}

void committer::committed() {
  dirty_ = true;
  if (next_.audit_sequence != end_.audit_sequence) {
    std::lock_guard const lock(head_mutex_);
    head_ = {next_.audit_sequence, next_.audit_head};
  }
  std::swap(end_, next_);
  committed_ = end_.audit_sequence;
}

std::exception_ptr committer::do_job(work const& w) {
  std::function<void()> after;
  auto what = transaction([&](__db_txn* txn) {
    write_scope scope(env_, txn, next_, time_);
    w(scope);
    after = std::move(scope.committed_);
  });
  if (!what && after) after();
  return what;
}

std::exception_ptr committer::do_rows(row const* rows, std::size_t count) {
  return transaction([&](__db_txn* txn) { write_rows(txn, rows, count); });
}

bool committer::take_in_a_piece() {
  if (!before_persons_.expired()) return false;
  auto const now = env_.current();
  bool finished = false;
  auto const what = transaction([&](__db_txn* txn) {
    finished = take_in(env_, txn, *now, persons_per_piece) < persons_per_piece;
    if (finished) env_.erase(table::meta, txn, meta::persons_loading);
  });
  if (what || !finished) return false;  // a conflict: the next round tries again
  flush_and_tell();
  auto next = std::make_shared<generations>(*now);
  next->persons_sequence = 0;
  std::lock_guard const lock(persons_mutex_);
  env_.publish(std::move(next));
  return true;
}

}  // namespace samspil::store
