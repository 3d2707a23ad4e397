// Internal. What the parts of verify share: a list of suspicions, each with the
// check that raised it, so that it can be looked at again while nobody writes.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/database_state.hpp"
#include "store/environment.hpp"
#include "store/verify.hpp"

namespace samspil::store {

class verification {
 public:
  using check = std::function<std::optional<std::string>()>;
  using row_check = std::function<std::optional<std::string>(std::string_view key, std::string_view row)>;

  verification(environment& env, committer& writer, utc_micros now, verify_options const& how);

  /// Begins a phase of about as many rows as `t` has.
  void phase(std::string_view name, table t);
  /// One more row of the phase; ends everything by an exception when the caller cancels.
  void counted();
  /// Something looks wrong: `again` gives the text if it still does. `key` is
  /// shown as it stands, so it must be masked.
  void suspect(table t, std::string key, std::string text, check again);
  /// Reads all of `t` from `from` on and suspects what `wrong` gives a text for.
  void each(table t, std::string_view from, row_check const& wrong);

  bool is_damaged(table t) const { return damaged_[static_cast<std::size_t>(t)]; }
  /// Reading `t` would end the process: a page of it is broken.
  void damaged(table t) { damaged_[static_cast<std::size_t>(t)] = true; }

  /// Looks at the suspicions again, a few at a time, on the writer's thread.
  std::vector<finding> confirm();

  environment& env;
  verify_options const& how;
  /// The last audit row when the scan began; what is younger is left out.
  audit_mark const head;
  /// The first audit sequence that is kept, 1 at least.
  std::uint64_t const first_audit;
  utc_micros const now;

  struct cancelled {};

 private:
  struct suspicion {
    finding what;
    check again;
  };
  std::uint64_t estimate(table t) const;

  committer& writer_;
  std::vector<suspicion> suspicions_;
  std::array<bool, table_count> damaged_{};
  std::string phase_;
  std::uint64_t done_ = 0;
  std::uint64_t total_ = 0;
};

/// A key as a person may see it: personnummer masked, nothing of a token.
std::string shown(table t, std::string_view key);

// The parts, in this order.
void verify_pages(verification& v);
/// One table of that part.
void verify_pages_of(verification& v, table t);
void verify_rows(verification& v);
void verify_indexes(verification& v);
void verify_persons(verification& v);
void verify_subscriptions(verification& v);
void verify_events(verification& v);
void verify_numbers(verification& v);
void verify_receipts(verification& v);
void verify_chain(verification& v);

}  // namespace samspil::store
