// Internal. The one writer: a queue and the thread that empties it. What it has
// committed the flusher makes durable.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

#include "store/chain.hpp"
#include "store/environment.hpp"
#include "store/flusher.hpp"
#include "store/gathered.hpp"
#include "store/options.hpp"
#include "store/write_scope.hpp"

namespace samspil::store {

class committer {
 public:
  using work = std::function<void(write_scope&)>;
  using done = completion;

  committer(environment& env, options const& how);
  ~committer();
  /// Does what is queued, makes it durable, tells it; what comes later gets
  /// closed. Rows of a load of persons that are not taken in yet wait for the
  /// next open.
  void close();

  /// Shares a transaction with the work beside it.
  void submit(work w, done d);
  /// In a transaction of its own: for work that reads outside of it too, which would wait for ever for what its
  /// neighbours have written.
  void submit_alone(work w, done d);
  void audit(audit_entry entry, done d);
  bool note(audit_entry entry);
  void when_durable(std::uint64_t sequence, done d) { flusher_->when_durable(sequence, std::move(d)); }

  std::uint64_t committed_sequence() const { return committed_.load(); }
  std::uint64_t shown_sequence() const { return shown_.load(); }
  std::uint64_t durable_sequence() const { return flusher_->durable(); }
  std::uint64_t security_version() const { return security_.load(); }
  audit_mark head() const;
  std::size_t queued() const;
  clock const& time() const { return clock_; }
  /// On the writer's thread, after a load of persons was published: taking in
  /// begins when nobody holds `before`, the state without it.
  void take_in_after(std::weak_ptr<generations const> before) { before_persons_ = std::move(before); }
  /// Blocks until no load of persons is being taken in.
  void wait_for_persons();
  /// Whether the calling thread is one that others wait for.
  bool on_writer() const { return std::this_thread::get_id() == thread_.get_id() || flusher_->on_thread(); }

 private:
  struct job {
    work run;
    done tell;
    bool alone = false;
  };
  struct row {
    audit_entry entry;
    done tell;
  };
  struct queue {
    std::vector<job> jobs;
    std::vector<row> rows;
    std::size_t size() const { return jobs.size() + rows.size(); }
    void clear() {
      jobs.clear();
      rows.clear();
    }
  };

  /// Puts something in the queue, or tells it at once that there is no room.
  template <class Put>
  void enqueue(done& d, Put const& put);
  /// Puts something in the queue; what is in the way when it could not.
  template <class Put>
  std::exception_ptr put_in(Put const& put);
  void run();
  void do_batch(queue& batch);
  /// Does work of the batch in one transaction, each piece in one of its own when that fails. Gives how many
  /// pieces have got their answers: all, or those up to one after whose commit the next must look anew.
  std::size_t do_jobs(job* jobs, std::size_t count);
  std::exception_ptr do_rows(row const* rows, std::size_t count);
  void write_rows(__db_txn* txn, row const* rows, std::size_t count);
  /// Runs `f` on a copy of the end in a transaction; again after a conflict. Calls
  /// `after` behind the commit, before the commit counts.
  template <class F, class G>
  std::exception_ptr transaction(F const& f, G const& after);
  void hand_over();
  bool take_in_a_piece();
  void committed();

  environment& env_;
  options const how_;
  clock const& clock_;

  mutable std::mutex mutex_;
  std::condition_variable wake_;
  queue queue_;
  std::atomic<std::size_t> in_hand_{0};  // of the batch that runs, not handed over yet
  bool closing_ = false;

  // The writer thread's own.
  tail end_;       // committed
  tail next_;      // of the transaction that runs
  stamp time_;
  std::vector<answer> answers_;
  std::vector<char> bulk_;
  std::string bytes_;
  gathered rows_;  // of the transaction that runs

  std::atomic<std::uint64_t> committed_{0};
  std::atomic<std::uint64_t> shown_{0};  // committed, or about to be: readers may see it a moment before it counts
  std::atomic<std::uint64_t> security_{0};
  mutable std::mutex head_mutex_;
  audit_mark head_;
  std::mutex persons_mutex_;
  std::condition_variable persons_taken_in_;
  std::weak_ptr<generations const> before_persons_;  // taking in waits for its readers

  std::unique_ptr<flusher> flusher_;
  std::thread thread_;
};

}  // namespace samspil::store
