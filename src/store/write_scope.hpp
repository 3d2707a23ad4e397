// Writing: a piece of work in a transaction on the committer's thread. There is one writer, so
// what a write_scope reads cannot be changed by another one before it commits.
//
// Order in a save: append_audit first (its sequence goes to PERSON-ROW.CHANGED,
// its head to LOGHOVED), then the puts.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "store/audit.hpp"
#include "store/read_scope.hpp"

namespace samspil::store {

class committer;
struct gathered;
struct tail;
struct stamp;
struct activation;

class write_scope : public read_scope {
 public:
  ~write_scope() override;

  // ---- audit
  /// Appends one row to the chain. The table has it at the end of the transaction: reading it back must wait for that.
  audit_mark append_audit(audit_entry const& entry);
  /// The sequence that the next append_audit will get.
  std::uint64_t next_audit_sequence() const;

  // ---- register
  /// Writes PERSON-ROW and records; LAYOUT-VERSION is filled in.
  void put_person(std::string_view pnr, person_row const& row);
  void put_person(std::string_view pnr, codec::buffer<rec::PERSON_ROW> const& head, std::string_view records);
  /// False when there was no such person. Journal rows stay: who puts the person again gives it its LAST-EVENT.
  bool erase_person(std::string_view pnr);

  // ---- customers, users, sessions: the key is in the row
  void put_customer(customer_row const& row);
  bool erase_customer(std::string_view kundenr);
  void put_user(user_row const& row);
  bool erase_user(std::string_view kundenr, std::string_view user_id);
  void put_session(session_row const& row);
  bool erase_session(std::string_view token_hash);

  /// database::security_version of what this scope sees: what was read of a
  /// customer, user or session at this version still stands.
  std::uint64_t security_version() const { return security_; }

  // ---- subscriptions
  /// The customer gets the person's changes behind audit sequence `since`: that of
  /// the setting, or of what it was shown with it. False when there is a subscription: it stays as it
  /// is. That customer and person exist is the caller's to see.
  bool put_subscription(std::string_view kundenr, std::string_view pnr, std::uint64_t since);
  /// False when there was none. What loads have put into the feed for it goes too.
  bool erase_subscription(std::string_view kundenr, std::string_view pnr);
  void put_extract(extract_row const& row);
  /// Removes what loads up to audit row `sequence` have put into the customer's
  /// feed; looks at `rows_max` rows at most, behind the key `after` (empty: from its
  /// beginning). Gives the key to go on behind, empty when there is nothing more.
  std::string erase_fed(std::string_view kundenr, std::uint64_t sequence, std::size_t rows_max, std::string_view after);

  // ---- receipts
  /// A new receipt. store::error when the reference is used already.
  void add_receipt(receipt_row const& row);
  bool erase_receipt(std::string_view kundenr, std::string_view reference);

  // ---- waiting register
  /// The next VENTENR, last one + 1: the number for an add_waiting in this scope.
  std::uint64_t next_ventenr() const;
  /// Writes a row with its indexes, new or changed. WAITING-OPEN and
  /// WAITING-CHANGED of the person are the caller's to keep.
  void put_waiting(waiting_row const& row);

  // ---- journal
  /// The next KVITTERINGSNR, last journal row + 1.
  std::uint64_t next_journal_number() const;
  /// A new row; its NUMBER-GIVEN must be next_journal_number() (store::error otherwise). The PREVIOUS-NUMBERs
  /// and LAST-EVENT of its persons are the caller's to keep.
  void add_journal(journal_row const& row);
  /// UNDONE-BY of an existing row; nothing else of a journal row ever changes.
  void set_undone(std::uint64_t number, std::uint64_t undone_by);

  // ---- odds and ends
  void put_meta(std::string_view name, std::string_view value);
  bool erase_meta(std::string_view name);

 private:
  friend class committer;
  friend struct activation;
  write_scope(environment& env, __db_txn* txn, tail& end, stamp const& time, gathered& rows,
              std::uint64_t security);
  void put_what_waits() const override;
  tail& end_;
  stamp const& time_;
  gathered& rows_;  // of the whole transaction
  std::uint64_t const security_;
  std::function<void()> committed_;  // run on the writer's thread right after the commit
  bool touched_security_ = false;    // a row of a customer, a user or a session
};

}  // namespace samspil::store
