#include "store/maintenance.hpp"

#include <algorithm>
#include <chrono>

#include "base/log.hpp"
#include "base/thread.hpp"
#include "store/committer.hpp"
#include "store/disk.hpp"
#include "store/error.hpp"
#include "store/keys.hpp"
#include "store/meta_names.hpp"
#include "store/removal.hpp"

namespace samspil::store {

namespace {

/// Whether the noted end is still a row of the chain, or was pruned with the rows before it.
bool chain_has(environment const& env, __db_txn* txn, audit_mark const& noted) {
  auto const anchor = read_mark(env.get(table::meta, txn, meta::audit_anchor));
  if (anchor && noted.sequence <= anchor->sequence) return true;
  auto const row = env.get(table::audit, txn, audit_key(noted.sequence), lock_for::moment);
  return row && row->ends_with(noted.head);
}

}  // namespace

maintenance::maintenance(environment& env, committer const& writer, options const& how)
    : env_(env), writer_(writer), how_(how), log_when_opened_(env.log_offset()) {
  thread_ = named_thread("maintenance", [this] { run(); });
}

maintenance::~maintenance() {
  {
    std::lock_guard const lock(mutex_);
    closing_ = true;
  }
  wake_.notify_all();
  thread_.join();
}

void maintenance::remove_generations(reference kind, std::uint64_t below, std::weak_ptr<generations const> seen_by) {
  std::lock_guard const lock(mutex_);
  removals_.push_back({kind, below, std::move(seen_by)});
  wake_.notify_all();
}

void maintenance::remove_what_nobody_sees(std::unique_lock<std::mutex>& lock) {
  for (std::size_t i = 0; i < removals_.size();) {
    if (!removals_[i].seen_by.expired()) {
      ++i;
      continue;
    }
    reference const kind = removals_[i].kind;
    std::uint64_t const below = removals_[i].below;  // a later load has a removal of its own, which may have to wait
    removals_.erase(removals_.begin() + static_cast<std::ptrdiff_t>(i));
    lock.unlock();
    erase_generations(env_, kind, [&](std::uint64_t generation) { return generation < below; });
    lock.lock();
  }
}

void maintenance::each_second() {
  auto const minutes = static_cast<unsigned>(std::max<std::int64_t>(1, how_.checkpoint_interval.count() / 60));
  if (audit_mark const head = writer_.head(); head.sequence != noted_sequence_) {
    note_audit_head(env_, head);
    noted_sequence_ = head.sequence;
  }
  env_.checkpoint(how_.checkpoint_log_bytes, minutes);
  env_.trickle();
}

// The next log file is written ahead while this one fills, but not for those
// who open the database to look something up or to change a row.
void maintenance::prepare_next_log_file() {
  if (env_.in_memory()) return;
  std::uint64_t const now = env_.log_offset();
  bool const grows = now < log_when_opened_ || now - log_when_opened_ >= log_file_bytes / 64;
  if (grows && now >= log_file_bytes / 8)
    prepare_log_file(env_.directory(), log_file_bytes, [this] { return !closing_; });
}

void maintenance::run() {
  using namespace std::chrono_literals;
  auto next_second = std::chrono::steady_clock::now() + 1s;
  std::unique_lock lock(mutex_);
  for (bool last = false; !last;) {
    if (!closing_) wake_.wait_for(lock, removals_.empty() ? 200ms : 20ms);
    last = closing_;
    try {
      // At the end too: the next opening would have to take it for what an interrupted load left.
      remove_what_nobody_sees(lock);
      if (last) return;
      lock.unlock();
      prepare_next_log_file();
      if (auto const now = std::chrono::steady_clock::now(); now >= next_second) {
        next_second = now + 1s;
        each_second();
      }
    } catch (error const& e) {  // a conflict, mostly: the next round tries again
      log::warning(std::string("store: maintenance: ") + e.what());
    }
    if (!lock.owns_lock()) lock.lock();
  }
}

void note_audit_head(environment& env, audit_mark const& head) {
  if (head.sequence == 0) return;
  std::string const value = std::string(audit_key(head.sequence).text()) + head.head;
  env.in_transaction([&](__db_txn* txn) {
    auto const noted = read_mark(env.get(table::meta, txn, meta::audit_head, lock_for::update));
    if (noted && !chain_has(env, txn, *noted)) return;
    env.put(table::meta, txn, meta::audit_head, value);
  });
}

}  // namespace samspil::store
