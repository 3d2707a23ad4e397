// The dialogue (SAMS) behind the socket: sessions, dialogues, precedence of
// FEJLNR, and the transaction handlers. One object serves every connection.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/clock.hpp"
#include "session/handler.hpp"

namespace samspil::store {
class database;
}

namespace samspil::session {

/// [limits] of the configuration, as far as they are not the socket's.
struct limits {
  std::chrono::milliseconds session{8 * 3600 * 1000};  ///< absolute end of a session
  std::chrono::milliseconds idle{600 * 1000};          ///< a session idle as long ends
  std::chrono::milliseconds dialogue_idle{1200 * 1000};
  unsigned dialogues_per_session = 10'000;
  unsigned inits_per_user_and_minute = 0;        ///< 0 = unlimited
};

struct options {
  limits limit;
  bool durable_lookups = true;                   ///< [audit] lookups = "durable"
  unsigned password_threads = 1;
  std::size_t password_queue_max = 256;          ///< logons waiting for their hash; more get 08
};

class service final : public handler {
 public:
  struct state;  // internal

  /// `pepper` as secrets::read gives it. Tables are read from `db` here and again when their generation changes.
  service(store::database& db, clock const& time, std::string pepper, options how);
  ~service() override;

  void handle(std::string_view message, peer const& from, completion done) override;
  /// Once a second: ends idle sessions and dialogues, writes the counted refusals of strangers.
  void tick();
  /// New limits take effect at once (SIGHUP).
  void set_limits(limits const& next);
  /// Logons that may wait for their password's hash; more get 08.
  void set_logons_waiting(std::size_t most);
  /// Whether GEMH and the decisions get 09 instead of being written: the disk is
  /// nearly full. Stored receipts and look-ups go on (engineering.md, "Audit").
  void refuse_saves(bool yes);
  /// Answers of LOGN etc. that are still being worked on.
  std::size_t in_progress() const;

  /// When the last message of a session came, an administrator asks; nothing
  /// when none has come since this object was made.
  std::optional<utc_micros> last_message(std::string_view token_hash) const;

  /// Counters for the metrics page: name (with labels) and value.
  std::vector<std::pair<std::string, std::uint64_t>> counters() const;

 private:
  std::unique_ptr<state> state_;
};

}  // namespace samspil::session
