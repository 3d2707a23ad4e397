// The rows as callers get and give them. Fixed rows are the records of
// layouts/store.cpy as they stand; rows with a tail are split into both parts.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "codec/field.hpp"
#include "rec/store.hpp"

namespace samspil::store {

/// LAYOUT-VERSION of every row this program writes, and the database's own
/// version: a home with another one is not opened.
inline constexpr unsigned layout_version = 2;

using customer_row = codec::buffer<rec::CUSTOMER_ROW>;
using user_row = codec::buffer<rec::USER_ROW>;
using session_row = codec::buffer<rec::SESSION_ROW>;
using subscription_row = codec::buffer<rec::SUBSCRIPTION_ROW>;
using extract_row = codec::buffer<rec::EXTRACT_ROW>;
using receipt_row = codec::buffer<rec::RECEIPT_ROW>;
using waiting_row = codec::buffer<rec::WAITING_ROW>;

/// The start of a USER-ROW, up to and with the current password: what a logon
/// or a session needs, without the older passwords (most of the row).
class user_head {
 public:
  static constexpr std::size_t length =
      decltype(rec::USER_ROW::PASSWORD_HASH)::offset + decltype(rec::USER_ROW::PASSWORD_HASH)::width;

  explicit user_head(std::string_view bytes) : bytes_(bytes) {}

  template <std::size_t O, std::size_t W, codec::kind K>
    requires(O + W <= length)
  std::string_view operator[](codec::field<rec::USER_ROW, O, W, K> const&) const {
    return std::string_view(bytes_).substr(O, W);
  }
  /// The current password's hash, blank-padded.
  std::string_view password_hash() const {
    return std::string_view(bytes_).substr(decltype(rec::USER_ROW::PASSWORD_HASH)::offset);
  }

 private:
  std::string bytes_;
};

/// PERSON-ROW and the person's CPR records (record::person::trusted takes them).
struct person_row {
  codec::buffer<rec::PERSON_ROW> head;
  std::string records;

  std::uint64_t changed() const { return codec::number(head[rec::PERSON_ROW::CHANGED]); }
  std::uint64_t waiting_changed() const { return codec::number(head[rec::PERSON_ROW::WAITING_CHANGED]); }
  std::uint64_t waiting_open() const { return codec::number(head[rec::PERSON_ROW::WAITING_OPEN]); }
  std::uint64_t last_event() const { return codec::number(head[rec::PERSON_ROW::LAST_EVENT]); }
};

/// One person that an event touched, and the records it took away.
struct touched_person {
  std::string pnr;      ///< ten digits
  std::string aflmrk;   ///< AFLEDTMRK as in the person's 099: two bytes or fewer
  std::string removed;  ///< whole records, as they were
  std::vector<unsigned> removed_at = {};  ///< their places among the records before, from 0
  std::vector<unsigned> added_at = {};    ///< places of the new records among those after
  std::uint64_t previous = 0;             ///< number of the event before this one that has the person
};

/// JOURNAL-ROW and its JOURNAL-TOUCHED entries (99 at most). TOUCHED-COUNT and
/// REMOVED-LENGTH are filled in from `touched` when the row is written.
struct journal_row {
  codec::buffer<rec::JOURNAL_ROW> head;
  std::vector<touched_person> touched;

  std::uint64_t number() const { return codec::number(head[rec::JOURNAL_ROW::NUMBER_GIVEN]); }
};

/// A person of an event, and the number of the event before it that has the person (0: none).
struct event_person {
  std::string_view pnr;
  std::uint64_t previous;
};
/// Main person and touched persons, each once. What it gives lies in `row`.
std::vector<event_person> persons_of(journal_row const& row);

/// A person that a load brought to a subscriber.
struct fed_person {
  std::uint64_t sequence;  ///< audit row of the load
  std::string events;      ///< the records 099 that came along, one behind the other
};

/// An audit row as it stands in the log.
struct audit_row {
  codec::buffer<rec::AUDIT_ROW> head;
  std::vector<std::string> others;  ///< personnummer shown or touched besides PNR
  std::string hash;                 ///< the chain's hash up to and with this row, 64 hex digits

  std::uint64_t sequence() const { return codec::number(head[rec::AUDIT_ROW::AUDIT_SEQUENCE]); }
};

}  // namespace samspil::store
