// The database of one home: many readers, one writer thread, durable before
// answered.
//
// The writer takes everything that stands in its queue, writes the look-up rows
// in one transaction and runs pieces of work in others, up to sixteen in each,
// committed without waiting for the disk. One that fails is undone alone: the
// others of its transaction run again without it. A second thread makes the log
// durable with one sync for all that was committed before it, and then calls
// every `done`, while the writer goes on. A failing sync ends the process with
// fail_stop_status: no `done` is called for what is not on disk.
#pragma once

#include <cstdint>
#include <exception>
#include <filesystem>
#include <functional>
#include <memory>
#include <string_view>
#include <type_traits>

#include "store/audit.hpp"
#include "store/error.hpp"
#include "store/options.hpp"
#include "store/person_load.hpp"
#include "store/read_scope.hpp"
#include "store/reference.hpp"
#include "store/write_scope.hpp"

namespace samspil::store {

class database {
 public:
  /// Exit status when a sync or commit fails, or the environment panics.
  static constexpr int fail_stop_status = 16;

  using work = std::function<void(write_scope&)>;
  /// Called exactly once: nullptr when what it stands for is on disk, else what
  /// went wrong. Runs on a thread that everybody waits for (store::busy and
  /// store::closed: on the caller's, before submit returns), so it must be quick
  /// and not throw.
  using done = std::function<void(std::exception_ptr)>;

  /// Makes HOME/db (mode 0700, parents too) with empty tables. wrong_home when one is there.
  static void create(std::filesystem::path const& home);
  /// Whether HOME holds a database.
  static bool exists(std::filesystem::path const& home);

  /// Opens HOME/db, after recovering it from whatever end it had. Throws in_use
  /// when another process has it open, wrong_home when there is none,
  /// wrong_layout when it is not of this program's version.
  explicit database(std::filesystem::path const& home, options const& how = {});
  /// Finishes the queue, takes a checkpoint, closes.
  ~database();
  database(database const&) = delete;
  database& operator=(database const&) = delete;

  // ---- reading, on any thread
  read_scope read() const;
  /// Outside of a transaction: each call sees what is committed at its time. For
  /// what never changes once it is there, such as the rows of a generation.
  read_scope glance() const;
  /// Calls f(read_scope&) and gives back what it gives; again with a new scope
  /// after a conflict. Persons that the scope shares may come from memory: what
  /// `f` saw was the register at one moment when this returns or throws, not before.
  template <class F>
  auto with_read(F&& f) const {
    for (unsigned attempt = 0;; ++attempt) {
      try {
        read_scope scope = read_shared();
        return confirmed(scope, f);
      } catch (conflict const&) {
        pause_before_retry(attempt);
      }
    }
  }

  // ---- writing
  /// Queues `w`. It runs on the writer's thread, once for each attempt (again
  /// after a conflict, and when another piece of its transaction failed): no
  /// effects outside its scope but results it overwrites each time. It may hold
  /// what earlier pieces wrote: it must wait for nothing that a reader holds. An
  /// exception it throws undoes what it wrote alone and reaches its own `d`.
  void submit(work w, done d);
  /// The same and waits: rethrows what `d` would have got. Not on the writer's thread.
  void write(work const& w);
  /// Queues a look-up's audit row: cheaper than submit, many share a transaction.
  void audit(audit_entry entry, done d);
  /// The same for a row that nobody waits for: what goes wrong with it is logged.
  /// False when there is no room for it, or the database is closing; then nothing may be shown.
  bool note(audit_entry entry);
  /// Calls `d` as soon as audit row `sequence` is on disk: at once on this
  /// thread, or after the sync. A row that is never written: store::closed at the end.
  void when_durable(std::uint64_t sequence, done d);
  /// The last audit sequence committed (readers may see its effects) and the last on
  /// disk. Read the first before a scope is made: what the scope shows has everything up to it.
  std::uint64_t committed_sequence() const;
  /// No scope that was made before this call shows the effects of a later row.
  std::uint64_t shown_sequence() const;
  std::uint64_t durable_sequence() const;
  /// Grows right after the commit of a transaction that put or erased a row of a
  /// customer, a user or a session. Read it before the row: what was read is
  /// good as long as this stays the same.
  std::uint64_t security_version() const;
  /// The last committed row's sequence and hash.
  audit_mark audit_head() const;
  /// Pieces in the writer's queue now.
  std::size_t queued() const;

  // ---- loads, on any thread but the writer's
  reference_load begin_reference(reference kind);
  /// `what` the load is decides what its persons are to their subscribers: those
  /// of a change extract are always news.
  person_load begin_persons(person_file what = person_file::status);
  /// Waits until the register has taken in the last activated load of persons.
  void wait_for_persons();

  // ---- numbers
  /// Reserves `count` DIALOGNR for ever, durable when it returns, and gives the
  /// first; 1 is the first of all. A waiting call: not on the writer's thread.
  std::uint64_t reserve_dialogue_numbers(std::uint64_t count);

  // ---- care
  /// Brings the audit log's index by person up to the last durable row.
  /// `progress(done, total)` in rows; false from it stops early.
  void catch_up_audit_index(std::function<bool(std::uint64_t, std::uint64_t)> const& progress = {});
  /// Takes a checkpoint now.
  void checkpoint();
  std::filesystem::path const& home() const;

 private:
  friend class verifier;
  friend class statistics;
  struct state;
  read_scope read_shared() const;
  /// What `f` gives or throws, if what it saw was the register at one moment: else conflict.
  template <class F>
  static auto confirmed(read_scope& scope, F& f) {
    try {
      if constexpr (std::is_void_v<decltype(f(scope))>) {
        f(scope);
        scope.confirm();
      } else {
        auto out = f(scope);
        scope.confirm();
        return out;
      }
    } catch (conflict const&) {
      throw;
    } catch (...) {
      scope.confirm();
      throw;
    }
  }
  static void pause_before_retry(unsigned attempt);
  std::unique_ptr<state> state_;
};

}  // namespace samspil::store
