#include "store/committer.hpp"

#include <algorithm>
#include <random>

#include "base/log.hpp"
#include "base/thread.hpp"
#include "store/error.hpp"
#include "store/keys.hpp"
#include "store/meta_names.hpp"
#include "store/staged.hpp"

namespace samspil::store {
namespace {

// Answers that are worth a sync of their own while the batch goes on.
constexpr std::size_t answers_per_sync = 16;
// Pieces of work in one transaction, a millisecond or two of the writer.
constexpr std::size_t jobs_per_transaction = 16;
// Look-up rows in one transaction, a quarter of a millisecond of the writer.
constexpr std::size_t rows_per_transaction = 64;
// Staged persons moved between two looks at the queue: about a millisecond.
constexpr std::size_t persons_per_piece = 32;

bool is_whole(audit_entry const& entry) { return entry.others.size() % 10 == 0 && entry.others.size() <= 990; }

clock const& machine_clock() {
  static system_clock const clock;
  return clock;
}

}  // namespace

committer::committer(environment& env, options const& how)
    : env_(env), how_(how), clock_(how.time != nullptr ? *how.time : machine_clock()), end_(tail::read(env)) {
  committed_ = shown_ = end_.audit_sequence;
  head_ = {end_.audit_sequence, end_.audit_head};
  flusher_ = std::make_unique<flusher>(env, end_.audit_sequence, how.queue_max);
  // Each batch has its price, so it should be no hurry to begin one.
  thread_ = named_thread("writer", [this] { run(); }, turn::in_batches);
}

committer::~committer() { close(); }

void committer::close() {
  {
    std::lock_guard const lock(mutex_);
    closing_ = true;
  }
  wake_.notify_all();
  if (thread_.joinable()) thread_.join();
  flusher_->close();
}

template <class Put>
void committer::enqueue(done& d, Put const& put) {
  if (auto const refused = put_in(put)) tell(d, refused);
}

template <class Put>
std::exception_ptr committer::put_in(Put const& put) {
  std::exception_ptr refused;
  bool was_empty = false;
  {
    std::lock_guard const lock(mutex_);
    was_empty = queue_.size() == 0;
    if (closing_)
      refused = std::make_exception_ptr(closed("the database is closing"));
    else if (queue_.size() + in_hand_ + flusher_->outstanding() >= how_.queue_max)
      refused = std::make_exception_ptr(busy("the writer's queue is full"));
    else
      put(queue_);
  }
  if (!refused && was_empty) wake_.notify_one();
  return refused;
}

void committer::submit(work w, done d) {
  enqueue(d, [&](queue& q) { q.jobs.push_back({std::move(w), std::move(d)}); });
}

void committer::submit_alone(work w, done d) {
  enqueue(d, [&](queue& q) { q.jobs.push_back({std::move(w), std::move(d), true}); });
}

bool committer::note(audit_entry entry) {
  auto const logged = [](std::exception_ptr const& what) {
    if (what) log::error("store: the row of a look-up that was answered could not be written");
  };
  return is_whole(entry) && !put_in([&](queue& q) { q.rows.push_back({std::move(entry), logged}); });
}

void committer::audit(audit_entry entry, done d) {
  if (!is_whole(entry))
    return tell(d, std::make_exception_ptr(error("audit: an entry's other persons are not whole or too many")));
  enqueue(d, [&](queue& q) { q.rows.push_back({std::move(entry), std::move(d)}); });
}

audit_mark committer::head() const {
  std::lock_guard const lock(head_mutex_);
  return head_;
}

std::size_t committer::queued() const {
  std::lock_guard const lock(mutex_);
  return queue_.size() + in_hand_ + flusher_->outstanding();
}

void committer::wait_for_persons() {
  std::unique_lock lock(persons_mutex_);
  persons_taken_in_.wait(lock, [this] { return env_.persons_sequence() == 0; });
}

void committer::run() {
  queue batch;
  for (;;) {
    bool const taking_in = env_.persons_sequence() != 0;
    {
      std::unique_lock lock(mutex_);
      auto const something = [this] { return queue_.size() != 0 || closing_; };
      if (taking_in)
        wake_.wait_for(lock, std::chrono::milliseconds(before_persons_.expired() ? 0 : 1), something);
      else
        wake_.wait(lock, something);
      if (queue_.size() == 0 && closing_) return;
      std::swap(batch, queue_);
      in_hand_ = batch.size();
    }
    do_batch(batch);
    batch.clear();
    if (taking_in && take_in_a_piece()) persons_taken_in_.notify_all();
  }
}

void committer::do_batch(queue& batch) {
  if (batch.size() == 0) return;
  auto const now = clock_.now();
  time_ = {utc_digits(now), local_digits(now)};
  for (std::size_t at = 0; at < batch.rows.size();) {  // first, they are quick
    std::size_t const end = std::min(batch.rows.size(), at + rows_per_transaction);
    auto const what = do_rows(&batch.rows[at], end - at);
    for (; at < end; ++at) answers_.push_back({std::move(batch.rows[at].tell), what});
    // With jobs behind them, which take long; rows alone are written sooner than another thread has synced.
    if (!batch.jobs.empty() && flusher_->idle()) hand_over();
  }
  for (std::size_t at = 0; at < batch.jobs.size();) {
    at += do_jobs(&batch.jobs[at], std::min(batch.jobs.size() - at, jobs_per_transaction));
    if (answers_.size() >= answers_per_sync && at < batch.jobs.size() && flusher_->idle()) hand_over();
  }
  // One alone, and rows alone, are answered from this thread: waking another one
  // would cost more than can be done meanwhile, and the rows that come during the
  // sync make a larger batch.
  if ((batch.size() == 1 || batch.jobs.empty()) && flusher_->idle()) {
    in_hand_ = 0;
    flusher_->flush_here(answers_, end_.audit_sequence);
  } else {
    hand_over();
  }
}

void committer::hand_over() {
  in_hand_ -= answers_.size();
  flusher_->hand_over(answers_, end_.audit_sequence);
}

template <class F, class G>
std::exception_ptr committer::transaction(F const& f, G const& after) {
  thread_local std::minstd_rand jitter(std::random_device{}());
  for (unsigned attempt = 0;; ++attempt) {
    next_ = end_;
    __db_txn* txn = nullptr;
    bool committing = false;
    try {
      env_.had_conflict();
      txn = env_.begin();
      f(txn);
      if (env_.had_conflict()) throw conflict("conflict with another transaction");  // f must not hide it
      committing = true;
      shown_ = next_.audit_sequence;
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
    after();
    committed();
    return nullptr;
  }
}

void committer::committed() {
  if (next_.audit_sequence != end_.audit_sequence) {
    std::lock_guard const lock(head_mutex_);
    head_ = {next_.audit_sequence, next_.audit_head};
  }
  std::swap(end_, next_);
  committed_ = end_.audit_sequence;
}

// What a piece does behind its commit, and what it changes of customers, users and
// sessions, the next one must see: it ends the transaction. Work that wants one of its own gets it.
std::size_t committer::do_jobs(job* jobs, std::size_t count) {
  auto const alone = std::find_if(jobs, jobs + count, [](job const& one) { return one.alone; });
  count = alone == jobs ? 1 : static_cast<std::size_t>(alone - jobs);
  std::size_t ran = 0;
  std::function<void()> after;
  bool security = false;
  auto const run = [&](__db_txn* txn) {
    rows_.clear();
    after = nullptr;
    security = false;
    for (ran = 0; ran < count && !after && !security; ++ran) {
      write_scope scope(env_, txn, next_, time_, rows_, security_.load());
      jobs[ran].run(scope);
      after = std::move(scope.committed_);
      security = scope.touched_security_;
    }
    rows_.audits.finish([&](std::uint64_t last, std::string_view value) {
      env_.append_value(table::audit, txn, audit_key(last), value);
    });
    rows_.journals.finish([&](std::uint64_t last, std::string_view value) {
      env_.append_value(table::journal, txn, journal_key(last), value);
    });
  };
  auto const committed_now = [&] {
    if (security) ++security_;
    if (after) after();
  };
  auto what = transaction(run, committed_now);
  if (what && count > 1) {  // by one of them, and the others must not fail with it
    for (std::size_t i = 0; i < count; ++i) do_jobs(&jobs[i], 1);
    return count;
  }
  std::size_t const answered = what ? 1 : ran;
  for (std::size_t i = 0; i < answered; ++i) answers_.push_back({std::move(jobs[i].tell), what});
  return answered;
}

std::exception_ptr committer::do_rows(row const* rows, std::size_t count) {
  return transaction([&](__db_txn* txn) { write_rows(txn, rows, count); }, [] {});
}

bool committer::take_in_a_piece() {
  if (!before_persons_.expired()) return false;
  auto const now = env_.current();
  bool finished = false;
  auto const what = transaction([&](__db_txn* txn) {
    finished = take_in(env_, txn, *now, persons_per_piece) < persons_per_piece;
    if (finished) env_.erase(table::meta, txn, meta::persons_loading);
  }, [] {});
  if (what || !finished) return false;  // a conflict: the next round tries again
  env_.flush();
  // Nobody holds the state before the load any more: what is kept of it can go for good.
  env_.persons().clear();
  auto next = now->changed([](generations& g) { g.persons_sequence = 0; });
  std::lock_guard const lock(persons_mutex_);
  env_.publish(std::move(next));
  return true;
}

}  // namespace samspil::store
