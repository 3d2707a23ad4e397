// A home with a database in a temporary directory, and rows to put into it.
#pragma once

#include <sys/wait.h>
#include <unistd.h>

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "store/database.hpp"
#include "store/environment.hpp"
#include "support/temporary.hpp"

namespace samspil::store {

inline constexpr std::string_view anna = "0101801111", bo = "0202802222", cille = "0303803333";

/// The calling thread waits until `done` was called; rethrows what it got.
class outcome {
 public:
  database::done done();
  void wait();
  bool is_there() const;

 private:
  struct shared;
  std::shared_ptr<shared> shared_ = make();
  static std::shared_ptr<shared> make();
};

class home_fixture {
 public:
  home_fixture();
  std::filesystem::path home() const { return directory_.path() / "home"; }
  database& db() { return *db_; }
  void close() { db_.reset(); }
  void open(options const& how = small_options());
  void reopen(options const& how = small_options()) {
    close();
    open(how);
  }
  static options small_options();
  /// Changes tables behind the database's back; it is closed before.
  void tamper(std::function<void(environment&, __db_txn*)> const& f);

 private:
  samspil::test::temporary_directory directory_;
  std::unique_ptr<database> db_;
};

/// What a read_scope of its own gives for `keys`, again after a conflict: for
/// reading beside the maintenance, which writes whenever it wants.
template <class Get, class... Keys>
auto now(database const& db, Get get, Keys const&... keys) {
  return db.with_read([&](read_scope const& scope) { return std::invoke(get, scope, keys...); });
}

/// Runs `f` in a child process, which ends with _exit(0) behind it; the exit
/// status, or 128 and the signal. No database may be open in this process.
int in_child(std::function<void()> const& f);

/// A 001 record and a 002 that differ by `seed`: whole, 412 bytes.
std::string records_of(std::string_view pnr, unsigned seed = 0);

/// One whole save: audit row, person, journal row and receipt; gives the audit
/// row, so that the receipt can be checked.
audit_mark save(write_scope& scope, std::string_view pnr, std::string_view reference, std::string_view records);
/// The same from outside, durable when it returns.
audit_mark save(database& db, std::string_view pnr, std::string_view reference, std::string_view records);

audit_entry entry_for(std::string_view pnr, std::string_view note = {});
user_row user_of(std::string_view kundenr, std::string_view id);
customer_row customer_of(std::string_view kundenr);
session_row session_of(char letter);
waiting_row waiting_of(std::uint64_t ventenr, std::string_view pnr, char state, std::string_view hdto = "20260401");

}  // namespace samspil::store
