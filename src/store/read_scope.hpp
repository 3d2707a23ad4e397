// Reading under ordinary locks: what one scope has read stays as it is until
// the scope ends, so keep scopes short (microseconds to milliseconds) and never
// wait for anything else inside one. Every call may throw store::conflict.
//
// The walks over whole tables are the exception. They hold no locks while the
// callback runs, so that they may take long: each row is as it was committed at
// some moment of the walk. A callback gives false to end its walk. The views it
// gets are good during the call only.
//
// Keys are given as the records have them: PNR 10 digits, KUNDENR 4 digits,
// user id and reference with or without trailing blanks.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "record/stored_person.hpp"
#include "store/reference.hpp"
#include "store/rows.hpp"

struct __db_txn;

namespace samspil::store {

class environment;
class person_cache;
struct generations;
struct kept_person;
enum class lock_for;

class read_scope {
 public:
  read_scope(read_scope const&) = delete;
  read_scope& operator=(read_scope const&) = delete;
  read_scope(read_scope&&) noexcept;
  read_scope& operator=(read_scope&&) = delete;
  /// Ends the transaction, if it has one, and lets its locks go.
  virtual ~read_scope();

  // ---- register
  std::optional<person_row> person(std::string_view pnr) const;
  /// The person as look-ups want it, shared with other scopes where that is
  /// possible (database::with_read); null when the number is not in the register.
  std::shared_ptr<record::stored_person const> shared_person(std::string_view pnr) const;
  /// PERSON-ROW alone (CHANGED, WAITING-...): less to copy.
  std::optional<codec::buffer<rec::PERSON_ROW>> person_head(std::string_view pnr) const;
  bool has_person(std::string_view pnr) const;
  /// All persons ascending by PNR, from `from` on.
  void each_person(
      std::function<bool(std::string_view pnr, codec::view<rec::PERSON_ROW> head, std::string_view records)> const& f,
      std::string_view from = {}) const;

  // ---- customers, users, sessions
  std::optional<customer_row> customer(std::string_view kundenr) const;
  std::vector<customer_row> customers() const;
  std::optional<user_row> user(std::string_view kundenr, std::string_view user_id) const;
  /// The user without the older passwords: a tenth of the row to read and copy.
  std::optional<user_head> user_head_of(std::string_view kundenr, std::string_view user_id) const;
  std::vector<user_row> users(std::string_view kundenr) const;
  std::optional<session_row> session(std::string_view token_hash) const;
  void each_session(std::function<bool(codec::view<rec::SESSION_ROW>)> const& f) const;

  // ---- subscriptions: the persons whose changes a customer gets
  bool subscribed(std::string_view kundenr, std::string_view pnr) const;
  std::optional<subscription_row> subscription(std::string_view kundenr, std::string_view pnr) const;
  /// The customer's subscriptions ascending by PNR, from the PNR `from` on. A walk.
  void each_subscription(std::string_view kundenr, std::function<bool(codec::view<rec::SUBSCRIPTION_ROW>)> const& f,
                         std::string_view from = {}) const;
  /// KUNDENR of each customer who subscribes to the person, ascending.
  std::vector<std::string> subscribers(std::string_view pnr) const;
  /// How far the customer's change extracts have come; nothing before the first.
  std::optional<extract_row> extract(std::string_view kundenr) const;
  /// The loads that brought the person to this subscriber, ascending. What the
  /// customer's extracts are past is removed some time: look at the sequences.
  std::vector<fed_person> fed(std::string_view kundenr, std::string_view pnr) const;

  // ---- receipts
  std::optional<receipt_row> receipt(std::string_view kundenr, std::string_view reference) const;
  void each_receipt(std::function<bool(codec::view<rec::RECEIPT_ROW>)> const& f) const;

  // ---- waiting register
  std::optional<waiting_row> waiting(std::uint64_t ventenr) const;
  /// All events with this person as main person, ascending by VENTENR, whatever their state.
  std::vector<waiting_row> waiting_of(std::string_view pnr) const;
  /// The events in one state with HDTO up to `hdto_max` (8 digits; all when
  /// empty), by HDTO, then VENTENR: the order of the daily run. A walk.
  void each_waiting_in(char tilstand, std::string_view hdto_max,
                       std::function<bool(codec::view<rec::WAITING_ROW>)> const& f) const;
  /// All events ascending by VENTENR from `from` on. A walk.
  void each_waiting(std::uint64_t from, std::function<bool(codec::view<rec::WAITING_ROW>)> const& f) const;

  // ---- journal of events
  std::optional<journal_row> journal(std::uint64_t number) const;
  /// The events that have the person, as main person or another, from the last one back, until `f` gives false.
  void each_journal_of(std::string_view pnr, std::function<bool(journal_row const&)> const& f) const;
  /// All rows ascending by number from `from` on. A walk.
  void each_journal(std::uint64_t from, std::function<bool(journal_row const&)> const& f) const;

  // ---- audit
  std::optional<audit_row> audit(std::uint64_t sequence) const;
  /// Rows `from` to `to`, both included. A walk.
  void each_audit(std::uint64_t from, std::uint64_t to, std::function<bool(audit_row const&)> const& f) const;
  /// Sequences of the rows that name the person, ascending, as far as the index
  /// has been caught up: call database::catch_up_audit_index() first.
  std::vector<std::uint64_t> audit_of(std::string_view pnr) const;

  // ---- reference data of this scope's generations
  /// The road's records without its dwellings (see reference_load::add_road).
  std::optional<std::string> road(std::string_view komkod, std::string_view vejkod) const;
  std::optional<std::string> dwelling(std::string_view komkod, std::string_view vejkod, std::string_view husnr,
                                      std::string_view etage, std::string_view sidedoer) const;
  std::optional<std::string> authority(std::string_view mynkod, std::string_view myntyp) const;
  /// The authorities of this MYNKOD, whatever their MYNTYP, ascending by it.
  std::vector<std::string> authorities(std::string_view mynkod) const;
  std::optional<std::string> row(reference kind, std::string_view key) const;
  /// Walks over the rows of one kind whose key begins with `prefix`, ascending.
  void each_row(reference kind, std::string_view prefix,
                std::function<bool(std::string_view key, std::string_view row)> const& f) const;
  void each_road(std::string_view prefix,
                 std::function<bool(std::string_view key, std::string_view records)> const& f) const;
  void each_dwelling(std::string_view prefix,
                     std::function<bool(std::string_view key, std::string_view records)> const& f) const;
  void each_authority(std::string_view prefix,
                      std::function<bool(std::string_view key, std::string_view records)> const& f) const;
  /// The number of the current generation, 0 before the first load. It grows
  /// with every load: compare it to see whether reference data changed (7024).
  std::uint64_t generation(reference kind) const;
  /// The audit sequence of the load that made it, 0 before the first.
  std::uint64_t generation_sequence(reference kind) const;

  // ---- odds and ends
  /// A value under a name of the caller's. Names that begin with "store." are the store's own.
  std::optional<std::string> meta(std::string_view name) const;

 protected:
  friend class database;
  /// Reads in `txn`, which is somebody else's; null: outside of a transaction.
  read_scope(environment& env, __db_txn* txn, lock_for lock);
  /// Reads in the writer's transaction, whose changes are superseded in `kept` with each put: what
  /// is still there, nobody changes before the commit.
  read_scope(environment& env, __db_txn* txn, person_cache* kept);
  /// Reads in a transaction of its own, begun with the first call that needs it. `kept`: persons
  /// may come from there, and confirm() has the last word; null: none do.
  read_scope(environment& env, person_cache* kept);
  /// The transaction to read in.
  __db_txn* txn() const;
  /// Puts the journal rows that are to be put at the end of the transaction now: one may be read.
  virtual void put_what_waits() const {}
  /// Throws conflict when a person that came from the cache may not be what the
  /// register has any more, or when a load of persons came in between.
  void confirm() const;

  environment* env_;
  mutable __db_txn* txn_;
  lock_for lock_;
  bool has_own_txn_ = false;
  person_cache* kept_ = nullptr;
  mutable std::vector<std::shared_ptr<kept_person const>> given_;  // from the cache
  std::shared_ptr<generations const> generations_;
  mutable std::string receipt_missed_;  // key of the last receipt that a scope with write locks did not find
};

}  // namespace samspil::store
