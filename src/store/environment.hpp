// Internal. Berkeley DB's environment and the few calls that the rest of store
// is made of. Nothing here knows what a row means; only that audit and journal rows
// lie several in a value (value_rows.hpp). Who reads, puts and erases need not know.
#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "store/generations.hpp"
#include "store/home.hpp"
#include "store/options.hpp"
#include "store/person_cache.hpp"
#include "store/tables.hpp"

namespace samspil::store {

/// Size of a log file. Recovery, and so each open, writes the rest of the last
/// one with zeros.
inline constexpr std::uint32_t log_file_bytes = 16U << 20;

/// How a get locks: `update` takes the write lock at once, so that a put of the
/// same row later cannot deadlock with a reader.
/// `moment` keeps no lock after the get.
enum class lock_for { reading, update, moment };

class environment {
 public:
  /// Opens the environment of a data directory, recovering it. `create`: the
  /// directory has just been prepared and the tables are made.
  environment(std::filesystem::path directory, options const& how, bool create);
  /// Takes a checkpoint and closes; the end is clean when that works.
  ~environment();
  environment(environment const&) = delete;
  environment& operator=(environment const&) = delete;

  // ---- transactions
  __db_txn* begin();
  /// Whether a conflict was met on this thread since the last time this was
  /// asked: then the transaction can only be aborted, even if somebody caught
  /// the exception.
  static bool had_conflict();
  /// Locks are let go, the log record is written but not yet on disk. Any
  /// failure ends the process.
  void commit(__db_txn* txn);
  void abort(__db_txn* txn) noexcept;
  /// Ends a transaction that has only read.
  void end_reading(__db_txn* txn) noexcept;
  /// Makes everything committed so far durable. Any failure ends the process.
  void flush();
  /// Runs `f` in a transaction on this thread, again after a conflict; not durable.
  void in_transaction(std::function<void(__db_txn*)> const& f);

  // ---- rows. All throw conflict or error.
  /// The value, in memory of this thread that the next get on it overwrites.
  std::optional<std::string_view> get(table t, __db_txn* txn, std::string_view key,
                                      lock_for lock = lock_for::reading) const;
  /// At most `length` bytes of the value from its start.
  std::optional<std::string_view> get_start(table t, __db_txn* txn, std::string_view key, std::uint32_t length,
                                            lock_for lock = lock_for::reading) const;
  bool has(table t, __db_txn* txn, std::string_view key) const;
  void put(table t, __db_txn* txn, std::string_view key, std::string_view value);
  /// False when the key is there already; then nothing is written.
  bool add(table t, __db_txn* txn, std::string_view key, std::string_view value);
  bool erase(table t, __db_txn* txn, std::string_view key);
  /// Puts a value of audit or journal rows (gathered.hpp) behind all others; `last` is the key of its last row.
  void append_value(table t, __db_txn* txn, std::string_view last, std::string_view value);
  /// The table's last key, nothing when it is empty.
  std::optional<std::string> last_key(table t, __db_txn* txn) const;
  /// Rows from the first key not below `from` whose key begins with `prefix`,
  /// ascending, until `f` gives false. No locks are held during `f` but those
  /// the transaction had; see read_scope.
  void walk(table t, __db_txn* txn, std::string_view prefix, std::string_view from,
            std::function<bool(std::string_view key, std::string_view value)> const& f) const;

  // ---- the state that every scope takes a share of
  std::shared_ptr<generations const> current() const;
  /// persons_sequence of the current state, without a share of it.
  std::uint64_t persons_sequence() const { return persons_sequence_.load(std::memory_order_acquire); }
  void publish(std::shared_ptr<generations const> next);

  /// Persons in memory. Who puts or erases a person supersedes it there before the commit.
  person_cache& persons() { return persons_; }

  // ---- care
  /// A checkpoint now (0, 0), or when the log has grown by so many bytes or after so many minutes.
  void checkpoint(std::uint64_t log_bytes, unsigned minutes);
  /// Where in its file the log ends, in bytes.
  std::uint64_t log_offset() const;
  /// Writes dirty pages until a fifth of the cache is clean.
  void trickle();

  __db_env* handle() const { return env_; }
  __db* handle(table t) const { return (*tables_)[t]; }
  std::filesystem::path const& directory() const { return directory_; }
  bool in_memory() const { return !owner_; }

 private:
  void configure(options const& how);
  void close() noexcept;
  std::optional<std::string_view> get_shared(table t, __db_txn* txn, std::string_view number, lock_for lock) const;
  void put_shared(table t, __db_txn* txn, std::string_view number, std::string_view row);
  void append_alone(table t, __db_txn* txn, std::string_view number, std::string_view row);
  bool erase_shared(table t, __db_txn* txn, std::string_view number);
  void put_value(table t, __db_txn* txn, std::string_view key, std::string_view value);

  std::filesystem::path directory_;
  std::unique_ptr<home_owner> owner_;
  __db_env* env_ = nullptr;
  std::unique_ptr<table_set> tables_;
  mutable std::mutex current_mutex_;
  std::shared_ptr<generations const> current_;
  std::atomic<std::uint64_t> persons_sequence_{0};
  person_cache persons_;
};

/// Throws conflict or error for a Berkeley DB return code; ends the process
/// when the code says that the environment is lost or memory is out.
[[noreturn]] void raise(int code, std::string_view table_name, char const* what);

}  // namespace samspil::store
