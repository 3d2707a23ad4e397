#include "store/stat.hpp"

#include <db.h>
#include <fcntl.h>
#include <sys/stat.h>

#include <cstdlib>
#include <filesystem>
#include <memory>

#include "store/database_state.hpp"
#include "store/rows.hpp"
#include "store/value_rows.hpp"

namespace samspil::store {
namespace {

struct free_memory {
  void operator()(void* memory) const { std::free(memory); }
};
/// What a stat call of the library gives, in memory of its own.
template <class T>
using from_library = std::unique_ptr<T, free_memory>;

/// Where values hold several rows each, whose numbers have no gap.
std::uint64_t rows_without_gap(environment const& env, table t) {
  auto const last = env.last_key(t, nullptr);
  if (!last) return 0;
  std::uint64_t rows = 0;
  env.walk(t, nullptr, {}, {}, [&](std::string_view first, std::string_view) {
    rows = codec::number(*last) - codec::number(first) + 1;
    return false;
  });
  return rows;
}

std::uint64_t rows_of(environment const& env, table t, bool exact) {
  if (shares_values(t)) return rows_without_gap(env, t);
  DB* const db = env.handle(t);
  for (;;) {
    DB_BTREE_STAT* found = nullptr;
    int const code = db->stat(db, nullptr, &found, exact ? 0 : DB_FAST_STAT);
    if (code == DB_LOCK_DEADLOCK || code == DB_LOCK_NOTGRANTED) continue;
    if (code != 0) raise(code, name(t), "counting");
    from_library<DB_BTREE_STAT> const stat(found);
    return stat->bt_ndata;
  }
}

std::uint64_t size_of(std::filesystem::path const& file) {
  std::error_code failed;
  auto const size = std::filesystem::file_size(file, failed);
  return failed ? 0 : size;
}

/// When the file was made, else when it was last written.
utc_micros birth_of(std::filesystem::path const& file) {
  struct statx about {};
  if (::statx(AT_FDCWD, file.c_str(), 0, STATX_BTIME | STATX_MTIME, &about) != 0) return {};
  auto const& time = (about.stx_mask & STATX_BTIME) != 0 ? about.stx_btime : about.stx_mtime;
  return utc_micros(std::chrono::seconds(time.tv_sec) + std::chrono::microseconds(time.tv_nsec / 1000));
}

void add_log(database_stat& out, environment const& env, utc_micros now) {
  std::optional<std::filesystem::path> oldest;
  for (auto const& entry : std::filesystem::directory_iterator(env.directory())) {
    if (!entry.path().filename().string().starts_with("log.")) continue;
    ++out.log_files;
    if (!oldest || entry.path() < *oldest) oldest = entry.path();
  }
  if (!oldest) return;
  // The last file has its full size from the beginning.
  out.log_bytes = (out.log_files - 1) * log_file_bytes + env.log_offset();
  auto const age = now - birth_of(*oldest);
  if (age < std::chrono::minutes(1)) return;
  constexpr double day = 24.0 * 3600 * 1'000'000;
  out.log_bytes_per_day =
      static_cast<std::uint64_t>(static_cast<double>(out.log_bytes) * day / static_cast<double>(age.count()));
  if (out.log_bytes_per_day != 0) out.days_until_full = out.disk_free_bytes / out.log_bytes_per_day;
}

void add_library(database_stat& out, DB_ENV* env) {
  DB_MPOOL_STAT* cache = nullptr;
  DB_LOG_STAT* log = nullptr;
  DB_TXN_STAT* transactions = nullptr;
  DB_LOCK_STAT* locks = nullptr;
  int code = env->memp_stat(env, &cache, nullptr, 0);
  from_library<DB_MPOOL_STAT> const cache_stat(cache);
  if (code == 0) code = env->log_stat(env, &log, 0);
  from_library<DB_LOG_STAT> const log_stat(log);
  if (code == 0) code = env->txn_stat(env, &transactions, 0);
  from_library<DB_TXN_STAT> const txn_stat(transactions);
  if (code == 0) code = env->lock_stat(env, &locks, 0);
  from_library<DB_LOCK_STAT> const lock_stat(locks);
  if (code != 0) raise(code, "environment", "counting");
  out.cache_bytes = (std::uint64_t{cache->st_gbytes} << 30) + cache->st_bytes;
  out.cache_hits = cache->st_cache_hit;
  out.cache_misses = cache->st_cache_miss;
  out.syncs = log->st_scount;
  out.transactions = transactions->st_ncommits;
  out.deadlocks = locks->st_ndeadlocks;
  if (transactions->st_time_ckp > 0) out.last_checkpoint = utc_micros(std::chrono::seconds(transactions->st_time_ckp));
}

}  // namespace

/// The way in to what a database object holds.
class statistics {
 public:
  static database_stat of(database& db, bool exact_rows) {
    auto& s = *db.state_;
    database_stat out;
    for (std::size_t i = 0; i < table_count; ++i) {
      auto const t = static_cast<table>(i);
      std::uint64_t const bytes = s.env.in_memory() ? 0 : size_of(s.env.directory() / (std::string(name(t)) + ".db"));
      out.tables.push_back({std::string(name(t)), rows_of(s.env, t, exact_rows), bytes});
      out.data_bytes += bytes;
    }
    out.audit_sequence = s.writer->committed_sequence();
    out.layout_version = layout_version;
    add_library(out, s.env.handle());
    auto const kept = s.env.persons().count();
    out.persons_kept = kept.persons;
    out.persons_bytes = kept.bytes;
    out.persons_hits = kept.hits;
    out.persons_misses = kept.misses;
    if (s.env.in_memory()) return out;
    std::error_code failed;
    if (auto const space = std::filesystem::space(s.env.directory(), failed); !failed)
      out.disk_free_bytes = space.available;
    add_log(out, s.env, s.writer->time().now());
    return out;
  }
};

database_stat stat(database& db, bool exact_rows) { return statistics::of(db, exact_rows); }

}  // namespace samspil::store
