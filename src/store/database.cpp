#include "store/database.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <random>
#include <stdexcept>
#include <thread>

#include "store/audit_index.hpp"
#include "store/database_state.hpp"
#include "store/keys.hpp"
#include "store/meta_names.hpp"
#include "store/wait.hpp"

namespace samspil::store {
namespace {

/// Holds the home while a database is made in it.
class creation_lock {
 public:
  explicit creation_lock(std::filesystem::path const& home)
      : file_(::open(home.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {
    if (file_ < 0) throw error(home.string() + ": cannot be opened");
    if (::flock(file_, LOCK_EX | LOCK_NB) == 0) return;
    ::close(file_);
    throw in_use(home.string() + ": another process is making a database there");
  }
  ~creation_lock() { ::close(file_); }
  creation_lock(creation_lock const&) = delete;
  creation_lock& operator=(creation_lock const&) = delete;

 private:
  int file_;
};

}  // namespace

bool database::exists(std::filesystem::path const& home) {
  return std::filesystem::exists(data_directory(home) / "owner");
}

void database::create(std::filesystem::path const& home) {
  std::filesystem::create_directories(home);
  creation_lock const lock(home);
  if (exists(home)) throw wrong_home(home.string() + ": holds a database already");
  // Made beside its place and renamed, so that it is there whole or not at all.
  std::filesystem::path const half = home / "db.new";
  std::filesystem::remove_all(half);
  home_owner::prepare(half);
  {
    options how;
    how.cache_bytes = 4U << 20;
    environment env(half, how, true);
    env.in_transaction([&](__db_txn* txn) { env.put(table::meta, txn, meta::layout, std::to_string(layout_version)); });
    env.flush();
  }
  std::filesystem::rename(half, data_directory(home));
  sync_names(home);
}

database::database(std::filesystem::path const& home, options const& how)
    : state_(std::make_unique<state>(home, how)) {}
database::~database() = default;

read_scope database::read() const { return read_scope(state_->env, nullptr); }

read_scope database::read_shared() const { return read_scope(state_->env, &state_->env.persons()); }

read_scope database::glance() const { return read_scope(state_->env, nullptr, lock_for::reading); }

void database::pause_before_retry(unsigned attempt) {
  thread_local std::minstd_rand jitter(std::random_device{}());
  if (attempt >= 200) throw;  // the conflict that is being handled
  if (attempt != 0) std::this_thread::sleep_for(std::chrono::microseconds(jitter() % (20 * attempt)));
}

void database::submit(work w, done d) { state_->writer->submit(std::move(w), std::move(d)); }
void database::write(work const& w) { submit_and_wait(*state_->writer, w); }
void database::audit(audit_entry entry, done d) { state_->writer->audit(std::move(entry), std::move(d)); }
bool database::note(audit_entry entry) { return state_->writer->note(std::move(entry)); }
void database::when_durable(std::uint64_t sequence, done d) { state_->writer->when_durable(sequence, std::move(d)); }
std::uint64_t database::committed_sequence() const { return state_->writer->committed_sequence(); }
std::uint64_t database::shown_sequence() const { return state_->writer->shown_sequence(); }
std::uint64_t database::durable_sequence() const { return state_->writer->durable_sequence(); }
std::uint64_t database::security_version() const { return state_->writer->security_version(); }
audit_mark database::audit_head() const { return state_->writer->head(); }
std::size_t database::queued() const { return state_->writer->queued(); }
void database::wait_for_persons() { state_->writer->wait_for_persons(); }
void database::checkpoint() { state_->env.checkpoint(0, 0); }
std::filesystem::path const& database::home() const { return state_->home; }

std::uint64_t database::reserve_dialogue_numbers(std::uint64_t count) {
  std::uint64_t first = 0;
  write([&](write_scope& scope) {
    auto const stored = scope.meta(meta::dialogue_next);
    first = stored ? codec::number(*stored) : 1;
    scope.put_meta(meta::dialogue_next, std::to_string(first + count));
  });
  return first;
}

void database::catch_up_audit_index(std::function<bool(std::uint64_t, std::uint64_t)> const& progress) {
  std::lock_guard const one_at_a_time(state_->audit_index_mutex);
  index_audit(state_->env, durable_sequence(), progress);
}

}  // namespace samspil::store
