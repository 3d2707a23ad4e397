// Internal. What a service holds, and the walk of one message through it.
#pragma once

#include <array>
#include <atomic>
#include <condition_variable>
#include <deque>
#include <exception>
#include <memory>
#include <mutex>
#include <string>

#include "session/dialogues.hpp"
#include "session/functions.hpp"
#include "session/password_pool.hpp"
#include "session/service.hpp"
#include "session/sessions.hpp"
#include "session/strangers.hpp"
#include "session/wire.hpp"
#include "store/database.hpp"
#include "store/dialogue_numbers.hpp"
#include "transaction/caller.hpp"
#include "transaction/decide.hpp"
#include "transaction/world.hpp"

namespace samspil::session {

/// One message under way: what the answer needs, whoever gives it. Counted by
/// the service while it lives.
class exchange {
 public:
  exchange(service::state& of, request const& asked, peer const& from, completion done);
  ~exchange();
  exchange(exchange const&) = delete;
  exchange& operator=(exchange const&) = delete;

  request asked() const;  ///< views of the copied header; the body is gone
  peer const& from() const { return from_; }
  /// The event that the message is about, so that a field can be named by its byte.
  void concerns(std::string_view haendelse) { event_ = haendelse; }
  /// The language of the user, once that is known; Danish until then.
  void speaks(std::string_view language) { language_ = language; }
  /// Encodes and hands over. `closes`: the connection ends after it.
  void answer(reply const& what, bool closes = false);
  /// An answer as it goes out, in the listener's code page.
  struct encoded {
    std::string bytes;
    unsigned fejlnr = 0;
    bool is_other = false;  ///< 09 with its reason, because the page or the framing cannot hold what was to be said
  };
  encoded encoded_in_page(reply const& what) const;
  /// Hands over what has been encoded before.
  void hand_over(encoded&& what, bool closes = false);
  /// FEJLNR with its one message.
  void refuse(fejl const& why, std::string_view language = "da", std::string_view text = {}, bool closes = false);
  /// 08 for a full queue, else 09; what went wrong is logged.
  void fail(std::exception_ptr what);
  /// The answer of a save or decision that the writer has done with: FEJLNR, the
  /// rules' messages, or the receipt.
  void answer_save(fejl const& wrong, rules::messages messages, std::string_view receipt, std::string_view language);

 private:
  /// 09 for an encoded answer that cannot go out, whose byte `lost` the page does not have.
  reply cannot_hold(std::string_view bytes, std::size_t lost) const;

  service::state& service_;
  std::string header_;
  function const* what_;
  peer from_;
  completion done_;
  std::string event_;
  std::string language_ = "da";
};
using exchange_ptr = std::shared_ptr<exchange>;

/// A message of one who is logged on.
struct logged_on_message {
  request const& asked;
  exchange_ptr ex;
  std::shared_ptr<session> who;
  transaction::caller caller;
  limits const& limit;
  std::shared_ptr<transaction::world const> around;  ///< when it came

  std::string_view language() const { return caller.actor.language; }
  std::string_view reference() const { return codec::trimmed(asked.hoved()[rec::HOVED::KUNDEREFERENCE]); }
  std::string_view dialognr() const { return asked.hoved()[rec::HOVED::DIALOGNR]; }
};

class direkte_exchange;

/// Places of the look-ups in messages_by_function, behind those of the dialogue.
inline constexpr std::size_t direkte_priv = 14;
inline constexpr std::size_t direkte_off4 = 15;

struct service::state {
  state(store::database& db_, clock const& time_, std::string pepper_, options how_);

  void handle(std::string_view message, peer const& from, completion done);
  void converse(std::string_view message, std::optional<unreadable_byte> const& lost, peer const& from,
                completion done);
  void dispatch(request const& asked, exchange_ptr ex, std::optional<fejl> const& unreadable);
  void logon(request const& asked, exchange_ptr ex);
  void direkte(std::string_view message, peer const& from, completion done);
  void direkte_logon(std::string_view message, std::shared_ptr<direkte_exchange> const& ex);
  void direkte_look_up(std::string_view message, std::shared_ptr<direkte_exchange> const& ex);
  void log_off(logged_on_message const& m);
  void heartbeat(logged_on_message const& m);
  void initiate(logged_on_message const& m);
  void validate(logged_on_message const& m);
  void save(logged_on_message const& m);
  void cancel(logged_on_message const& m);
  void status(logged_on_message const& m);
  void list_waiting(logged_on_message const& m);
  void show_waiting(logged_on_message const& m);
  void decide(logged_on_message const& m, transaction::decision what, std::optional<fejl> const& unreadable);

  /// Refuses a message of one who is logged on, with an audit row.
  void refuse(logged_on_message const& m, fejl const& why, std::string_view text = {});
  /// Answers once the row is on disk (at once when look-ups are buffered and
  /// nothing that was read is younger than the disk). `on_failure`: when the answer cannot be given.
  void answer_audited(exchange_ptr ex, reply const& what, store::audit_entry entry,
                      std::function<void()> on_failure = {});
  /// Writes a look-up's row and calls `give` when its answer may leave, or with why it may not.
  void write_row(store::audit_entry entry, store::database::done give);
  /// Counts a refusal of one who is not logged on.
  void count_stranger(peer const& from, unsigned fejlnr) { unknown.count(from.address, fejlnr); }
  std::shared_ptr<transaction::world const> world() const;
  /// The text of a FEJLNR as the tables of the business date have it (fejl_text).
  std::string text_of(unsigned number, std::string_view language, std::string_view value = {}) const;
  /// In force now. They stay where they are: a message that is under way keeps to those it began with.
  limits const& current_limits() const { return *limit_in_force.load(std::memory_order_acquire); }
  void set_limits(limits const& next);
  void tick();

  store::database& db;
  clock const& time;
  std::string const pepper;
  options how;
  std::mutex limits_mutex;
  std::deque<limits> all_limits;  ///< the last ones are in force; a reload is rare and takes few bytes
  std::atomic<limits const*> limit_in_force{nullptr};
  mutable transaction::world_cache worlds;
  store::dialogue_numbers numbers;
  session_table sessions;
  dialogue_table dialogues;
  init_counter inits;
  strangers unknown;
  std::atomic<std::size_t> under_way{0};
  std::atomic<bool> saves_refused{false};
  std::array<std::atomic<std::uint64_t>, 100> answers_by_fejlnr{};
  std::array<std::atomic<std::uint64_t>, 16> messages_by_function{};
  password_pool passwords;  // last: its threads end first
};

}  // namespace samspil::session
