#include "store/environment.hpp"

#include <db.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <random>
#include <thread>
#include <utility>

#include "base/log.hpp"
#include "store/disk.hpp"
#include "store/error.hpp"
#include "store/fail_stop.hpp"
#include "store/layout_check.hpp"

namespace samspil::store {
namespace {

constexpr u_int32_t log_buffer_bytes = 4U << 20;
constexpr u_int32_t log_memory_bytes = 64U << 20;
// Limits, which cost nothing with private regions until they are used.
constexpr u_int32_t locks_max = 1'000'000;
constexpr u_int32_t lockers_max = 50'000;
// Buckets for what is locked at a time. Without this Berkeley DB makes buckets for
// all objects that may be locked, and fills them with zeros at each open: 66 MiB.
constexpr u_int32_t lock_buckets = 65'536;
constexpr u_int32_t transactions_max = 10'000;
// A net below the detector, in microseconds. Berkeley DB's timers follow the
// wall clock, so a jump of the clock may time a lock out: a conflict like any other.
constexpr db_timeout_t lock_timeout = 10'000'000;

extern "C" {
static void samspil_database_message(DB_ENV const*, char const*, char const* text) {
  log::error(std::string("database: ") + text);
}
static void samspil_database_event(DB_ENV*, u_int32_t event, void*) {
  if (event == DB_EVENT_PANIC) fail_stop("the environment panicked", DB_RUNRECOVERY);
}
}

thread_local bool met_conflict = false;

void check(int code, char const* what) {
  if (code != 0) raise(code, "environment", what);
}

}  // namespace

void raise(int code, std::string_view table_name, char const* what) {
  if (code == DB_LOCK_DEADLOCK || code == DB_LOCK_NOTGRANTED) {
    met_conflict = true;
    throw conflict("conflict with another transaction");
  }
  if (code == DB_RUNRECOVERY || code == ENOMEM) fail_stop(what, code);
  throw error(std::string(table_name) + ": " + what + ": " + db_strerror(code));
}

environment::environment(std::filesystem::path directory, options const& how, bool create)
    : directory_(std::move(directory)), current_(std::make_shared<generations const>()), persons_(how.persons_bytes) {
  if (!how.in_memory) owner_ = std::make_unique<home_owner>(directory_);
  install_disk(how.testing);
  check(db_env_create(&env_, 0), "a handle");
  try {
    configure(how);
    u_int32_t flags = DB_CREATE | DB_INIT_MPOOL | DB_INIT_LOCK | DB_INIT_LOG | DB_INIT_TXN | DB_PRIVATE | DB_THREAD;
    if (!how.in_memory) flags |= DB_RECOVER;
    check(env_->open(env_, how.in_memory ? nullptr : directory_.c_str(), flags, 0600), "opening and recovering");
    if (!create && !how.in_memory) check_layout(env_);
    tables_ = std::make_unique<table_set>(env_, how.in_memory, create || how.in_memory);
  } catch (...) {
    close();
    throw;
  }
}

void environment::configure(options const& how) {
  env_->set_errcall(env_, samspil_database_message);
  check(env_->set_event_notify(env_, samspil_database_event), "events");
  constexpr std::uint64_t gigabyte = std::uint64_t{1} << 30;
  check(env_->set_cachesize(env_, static_cast<u_int32_t>(how.cache_bytes / gigabyte),
                            static_cast<u_int32_t>(how.cache_bytes % gigabyte), 1), "cache size");
  check(env_->set_lg_max(env_, log_file_bytes), "log file size");
  check(env_->set_lg_bsize(env_, how.in_memory ? log_memory_bytes : log_buffer_bytes), "log buffer size");
  if (how.in_memory) check(env_->log_set_config(env_, DB_LOG_IN_MEMORY, 1), "log in memory");
  check(env_->set_lk_max_locks(env_, locks_max), "locks");
  check(env_->set_lk_max_objects(env_, locks_max), "lock objects");
  check(env_->set_lk_max_lockers(env_, lockers_max), "lockers");
  check(env_->set_lk_tablesize(env_, lock_buckets), "lock buckets");
  check(env_->set_tx_max(env_, transactions_max), "transactions");
  check(env_->set_lk_detect(env_, DB_LOCK_MINWRITE), "deadlock detection");
  check(env_->set_timeout(env_, lock_timeout, DB_SET_LOCK_TIMEOUT), "lock timeout");
  check(env_->set_flags(env_, DB_TIME_NOTGRANTED, 1), "lock timeout");
  // One for each page of the cache and its hash buckets, each lock and each locker.
  auto const pages = static_cast<u_int32_t>(std::min<std::uint64_t>(how.cache_bytes / 4096, 100'000'000));
  check(env_->mutex_set_max(env_, 3 * pages + 2 * locks_max + 2 * lockers_max), "mutexes");
}

environment::~environment() {
  bool clean = false;
  try {
    if (owner_) checkpoint(0, 0);
    clean = true;
  } catch (std::exception const& e) {
    log::error(std::string("database: closing: ") + e.what());
  }
  close();
  if (clean && owner_) owner_->mark_clean();
}

void environment::close() noexcept {
  tables_.reset();
  if (env_ != nullptr) env_->close(env_, 0);
  env_ = nullptr;
}

bool environment::had_conflict() { return std::exchange(met_conflict, false); }

DB_TXN* environment::begin() {
  DB_TXN* txn = nullptr;
  if (int const code = env_->txn_begin(env_, nullptr, &txn, 0); code != 0) raise(code, "transaction", "beginning");
  return txn;
}

void environment::commit(DB_TXN* txn) {
  int const code = txn->commit(txn, DB_TXN_NOSYNC);
  if (code == DB_LOCK_DEADLOCK || code == DB_LOCK_NOTGRANTED) raise(code, "transaction", "committing");
  if (code != 0) fail_stop("commit", code);
}

void environment::abort(DB_TXN* txn) noexcept {
  if (int const code = txn->abort(txn); code != 0) fail_stop("undoing a transaction", code);
}

void environment::end_reading(DB_TXN* txn) noexcept { abort(txn); }

void environment::flush() {
  if (int const code = env_->log_flush(env_, nullptr); code != 0) fail_stop("sync of the log", code);
}

void environment::in_transaction(std::function<void(DB_TXN*)> const& f) {
  std::minstd_rand jitter(std::random_device{}());
  for (unsigned attempt = 0;; ++attempt) {
    had_conflict();
    DB_TXN* const txn = begin();
    try {
      f(txn);
      if (had_conflict()) throw conflict("conflict with another transaction");  // f must not hide it
    } catch (conflict const&) {
      abort(txn);
      if (attempt >= 100) throw;
      std::this_thread::sleep_for(std::chrono::microseconds(jitter() % (100 * (attempt + 1))));
      continue;
    } catch (...) {
      abort(txn);
      throw;
    }
    commit(txn);
    return;
  }
}

std::shared_ptr<generations const> environment::current() const {
  std::lock_guard const lock(current_mutex_);
  return current_;
}

void environment::publish(std::shared_ptr<generations const> next) {
  std::shared_ptr<generations const> before;  // let go of outside the lock
  std::lock_guard const lock(current_mutex_);
  current_->successor = next;
  persons_sequence_.store(next->persons_sequence, std::memory_order_release);
  before = std::exchange(current_, std::move(next));
}

void environment::checkpoint(std::uint64_t log_bytes, unsigned minutes) {
  auto const kilobytes = static_cast<u_int32_t>(log_bytes / 1024);
  if (int const code = env_->txn_checkpoint(env_, kilobytes, minutes, 0); code != 0)
    raise(code, "environment", "checkpoint");
}

std::uint64_t environment::log_offset() const {
  DB_LOG_STAT* found = nullptr;
  if (int const code = env_->log_stat(env_, &found, 0); code != 0) raise(code, "environment", "the log's size");
  std::uint64_t const offset = found->st_cur_offset;
  std::free(found);
  return offset;
}

void environment::trickle() {
  int written = 0;
  if (int const code = env_->memp_trickle(env_, 20, &written); code != 0) raise(code, "environment", "writing pages");
}

}  // namespace samspil::store
