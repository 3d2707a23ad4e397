// Who is logged on. Each session stands in the database (durable at logon) and
// here, where a message finds it; the two are compared again when the store
// says that customers, users or sessions have changed.
#pragma once

#include <atomic>
#include <cstdint>
#include <deque>
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

/// SESSION-KIND: a token of the one family is none in the other.
enum class family : char { sams = 'S', direkte = 'D' };

/// A token of CPR Direkte is good for so long from its last use (protocol.md, section 1).
inline constexpr std::chrono::minutes direkte_idle{30};

class session {
 public:
  /// As the row says.
  explicit session(codec::view<rec::SESSION_ROW> row);

  std::string const token_hash;
  std::string const kundenr;
  std::string const user;     ///< BRUGER-ID without trailing blanks
  std::string const address;  ///< that logged on
  family const of;
  utc_micros const ends;      ///< absolute end

  std::atomic<std::chrono::steady_clock::rep> last_used{0};
  std::atomic<unsigned> dialogues_open{0};
  /// When the dialogue that was idle longest was used, or earlier: none expires before that and dialogue_idle.
  /// The first moment: not known.
  mutable std::atomic<steady_time> longest_idle_since{steady_time::min()};
  std::atomic<bool> ended{false};
  std::atomic<bool> heard{false};  ///< a message has come since the server started

  /// What the database says of the session's user and customer.
  struct rights {
    rules::actor actor;
    bool may_sams = false;    ///< the customer was given the transaction
    std::string certificate;  ///< that the customer is bound to, blank: none
    /// The customer has no list of addresses, so that a token of CPR Direkte is good from the address alone that
    /// logged on.
    bool bound_to_address = false;
    std::uint64_t security_version = 0;  ///< database::security_version when this was read, or before
  };
  /// As of the last comparison with the database; null before the first.
  std::shared_ptr<rights const> rights_now() const;

  /// True the first time for a person: 7020 is sent once per session and person.
  bool warn_once(std::string_view pnr);
  /// Takes that back: the answer with the warning could not be given.
  void not_warned(std::string_view pnr);

 private:
  friend class session_table;
  mutable std::mutex mutex_;
  std::shared_ptr<rights const> rights_;
  std::set<std::string, std::less<>> warned_;
};

class session_table {
 public:
  /// Takes over the sessions of the database: they survive a restart, their idle time starts afresh.
  session_table(store::database& db, clock const& time);

  /// The session of a token if it lives, is the user's of this customer, and
  /// its customer's certificate is the peer's. Marks it as used. Null: 68, in CPR Direkte 07.
  std::shared_ptr<session> find(family of, std::string_view token, std::string_view kundenr, std::string_view user,
                                peer const& from, limits const& limit);
  /// Takes in one that has just been made.
  void add(std::shared_ptr<session> made);
  void remove(std::string_view token_hash);
  /// Removes and gives back the sessions that are over: idle, past their end or gone from the database. What
  /// the erasing of one from the database ends with goes to erased(): one that failed is given back again.
  std::vector<std::shared_ptr<session>> take_ended(limits const& limit);
  store::database::done erased(std::shared_ptr<session> ended);
  std::size_t size() const;
  /// When the last message of a session came; nothing when there is no such
  /// session, or none has come since the server started.
  std::optional<utc_micros> last_message(std::string_view token_hash) const;

 private:
  /// Reads session, user and customer again when that may have changed; null when one of them is gone.
  std::shared_ptr<session::rights const> refresh(session& s);
  bool is_over(session const& s, limits const& limit, steady_time now) const;

  store::database& db_;
  clock const& time_;
  mutable std::mutex mutex_;
  std::unordered_map<std::string, std::shared_ptr<session>> by_hash_;
  /// Ended sessions that the database still holds. The writer may come to them when this table is gone.
  struct left_over {
    std::mutex mutex;
    std::vector<std::shared_ptr<session>> sessions;
  };
  std::shared_ptr<left_over> const left_ = std::make_shared<left_over>();
};

/// INITs of each user in the last minute ([limits] inits_per_user_and_minute).
class init_counter {
 public:
  /// Takes one; false, and it does not count, when `max` were taken in the minute before it.
  bool take(std::string_view kundenr, std::string_view user, unsigned max, steady_time now);

 private:
  std::mutex mutex_;
  std::unordered_map<std::string, std::deque<steady_time>> taken_;
};

}  // namespace samspil::session
