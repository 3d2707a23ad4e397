// Who is logged on. Each session stands in the database (durable at logon) and
// here, where a message finds it; the two are compared again when the store
// says that customers, users or sessions have changed.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/clock.hpp"
#include "rules/source.hpp"
#include "session/service.hpp"
#include "store/database.hpp"

namespace samspil::session {

class session {
 public:
  session(std::string token_hash_, std::string kundenr_, std::string user_, utc_micros ends_)
      : token_hash(std::move(token_hash_)), kundenr(std::move(kundenr_)), user(std::move(user_)), ends(ends_) {}

  std::string const token_hash;
  std::string const kundenr;
  std::string const user;  ///< BRUGER-ID without trailing blanks
  utc_micros const ends;   ///< absolute end

  std::atomic<std::chrono::steady_clock::rep> last_used{0};
  std::atomic<unsigned> dialogues_open{0};
  std::atomic<bool> ended{false};
  std::atomic<bool> heard{false};  ///< a message has come since the server started

  /// Who acts, as of the last comparison with the database.
  std::shared_ptr<rules::actor const> actor() const;
  std::string certificate() const;
  /// database::security_version at the last comparison.
  std::uint64_t security_version() const;

  /// True the first time for a person: 7020 is sent once per session and person.
  bool warn_once(std::string_view pnr);

 private:
  friend class session_table;
  mutable std::mutex mutex_;
  std::shared_ptr<rules::actor const> actor_;
  std::string certificate_;  // that the customer is bound to, blank: none
  std::uint64_t security_version_ = 0;
  std::set<std::string, std::less<>> warned_;
};

class session_table {
 public:
  /// Takes over the sessions of the database: they survive a restart, their idle time starts afresh.
  session_table(store::database& db, clock const& time);

  /// The session of a token if it lives, is the user's of this customer, and
  /// its customer's certificate is the peer's. Marks it as used. Null: 68.
  std::shared_ptr<session> find(std::string_view token, std::string_view kundenr, std::string_view user,
                                peer const& from, limits const& limit);
  /// Takes in one that has just been made.
  void add(std::shared_ptr<session> made);
  void remove(std::string_view token_hash);
  /// Removes and gives back the sessions that are over: idle, past their end or gone from the database.
  std::vector<std::shared_ptr<session>> take_ended(limits const& limit);
  std::size_t size() const;
  /// When the last message of a session came; nothing when there is no such
  /// session, or none has come since the server started.
  std::optional<utc_micros> last_message(std::string_view token_hash) const;

 private:
  /// Reads session, user and customer again; false when one of them is gone.
  bool refresh(session& s);
  bool is_over(session const& s, limits const& limit) const;

  store::database& db_;
  clock const& time_;
  mutable std::mutex mutex_;
  std::unordered_map<std::string, std::shared_ptr<session>> by_hash_;
};

/// INITs of each user in the minute that runs ([limits] inits_per_user_and_minute).
class init_counter {
 public:
  /// Counts one; false when that is more than `max` in this minute (0 = unlimited).
  bool take(std::string_view kundenr, std::string_view user, unsigned max, steady_time now);

 private:
  std::mutex mutex_;
  std::int64_t minute_ = 0;
  std::unordered_map<std::string, unsigned> counts_;
};

}  // namespace samspil::session
