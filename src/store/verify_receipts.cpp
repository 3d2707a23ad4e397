// Receipts, journal, waiting register and audit rows against each other.
#include "base/clock.hpp"
#include "rec/sams_kvittering.hpp"
#include "store/keys.hpp"
#include "store/row_codec.hpp"
#include "store/verification.hpp"

namespace samspil::store {
namespace {

using audit = rec::AUDIT_ROW;
using journal = rec::JOURNAL_ROW;
using receipt = rec::RECEIPT_ROW;
using waiting = rec::WAITING_ROW;
using kvittering = rec::KVITTERING;
using text = std::optional<std::string>;

constexpr std::size_t loghoved_length = 32;  // of the audit row's hash

/// A copy of the row, when it is there and long enough to be looked into.
text row_of(environment const& env, table t, std::string_view k, std::size_t shortest) {
  auto const found = env.get(t, nullptr, k);
  if (!found || found->size() < shortest) return std::nullopt;
  return std::string(*found);
}

text audit_of(environment const& env, std::string_view sequence) {
  return row_of(env, table::audit, sequence, audit::length + hash_length);
}

text wrong_receipt(environment const& env, std::string_view row) {
  codec::view<receipt> const r(row);
  codec::view<kvittering> const shown_to_client(r[receipt::KVITTERING]);
  std::string_view const number = shown_to_client[kvittering::KVITTERINGSNR];
  if (!codec::is_digits(number)) return "its KVITTERINGSNR is not digits";
  auto const j = row_of(env, table::journal, number, journal::length);
  if (!j) return "there is no journal row " + std::string(number);
  codec::view<journal> const entry(*j);
  if (entry[journal::KUNDENR] != r[receipt::KUNDENR])
    return "journal row " + std::string(number) + " is another customer's";
  auto const a = audit_of(env, entry[journal::AUDIT_SEQUENCE]);
  if (!a) return std::nullopt;  // missing or pruned: wrong_journal and the chain say so
  codec::view<audit> const row_before(*a);
  if (codec::trimmed(row_before[audit::PURPOSE]) != codec::trimmed(r[receipt::KUNDEREFERENCE]))
    return "its audit row is of another reference";
  std::string_view const hash = std::string_view(*a).substr(a->size() - hash_length);
  if (shown_to_client[kvittering::LOGHOVED] != hash.substr(0, loghoved_length))
    return "its LOGHOVED is not the hash of its audit row";
  return std::nullopt;
}

/// Receipts are kept so long at least (protocol.md, "Saving is idempotent").
constexpr auto receipts_kept = std::chrono::days(400);

bool receipt_may_be_gone(codec::view<journal> entry, utc_micros now) {
  return from_utc_digits(std::string(entry[journal::WRITTEN_UTC])) + receipts_kept < now;
}

text wrong_journal(environment const& env, utc_micros now, std::uint64_t first_audit, std::string_view row) {
  codec::view<journal> const entry(row);
  if (codec::number(entry[journal::VENTENR]) != 0 && !env.has(table::waiting, nullptr, entry[journal::VENTENR]))
    return "there is no event " + std::string(entry[journal::VENTENR]) + " in the waiting register";
  if (codec::number(entry[journal::UNDONE_BY]) != 0 && !env.has(table::journal, nullptr, entry[journal::UNDONE_BY]))
    return "there is no row that undid it";
  std::uint64_t const sequence = codec::number(entry[journal::AUDIT_SEQUENCE]);
  if (sequence < first_audit) return std::nullopt;  // none, or pruned
  auto const a = audit_of(env, entry[journal::AUDIT_SEQUENCE]);
  if (!a) return "its audit row " + std::string(entry[journal::AUDIT_SEQUENCE]) + " is missing";
  codec::view<audit> const said(*a);
  if (said[audit::NUMBER_GIVEN] != entry[journal::NUMBER_GIVEN]) return "its audit row is of another number";
  bool const has_receipt = said[audit::ACTOR_KIND] == "C" && !codec::trimmed(said[audit::PURPOSE]).empty();
  if (!has_receipt || receipt_may_be_gone(entry, now)) return std::nullopt;
  auto const r = row_of(env, table::receipt, receipt_key(said[audit::KUNDENR], codec::trimmed(said[audit::PURPOSE])),
                        receipt::length);
  if (!r) return "the receipt of its reference is missing";
  codec::view<receipt> const stored(*r);
  codec::view<kvittering> const shown_to_client(stored[receipt::KVITTERING]);
  if (shown_to_client[kvittering::KVITTERINGSNR] != entry[journal::NUMBER_GIVEN])
    return "the receipt of its reference has another number";
  return std::nullopt;
}

text wrong_waiting(environment const& env, std::string_view row) {
  codec::view<waiting> const event(row);
  bool const effectuated = event[waiting::TILSTAND] == "E";
  bool const registered = codec::number(event[waiting::REGISTERED_NUMBER]) != 0;
  if (effectuated != registered)
    return effectuated ? "effectuated without a registration" : "registered in another state than E";
  if (registered && !env.has(table::journal, nullptr, event[waiting::REGISTERED_NUMBER]))
    return "the journal row of its registration is missing";
  return std::nullopt;
}

}  // namespace

void verify_receipts(verification& v) {
  for (table const t : {table::receipt, table::journal, table::waiting, table::audit})
    if (v.is_damaged(t)) return;
  auto const& env = v.env;
  v.phase("receipts", table::receipt);
  v.each(table::receipt, {}, [&env](std::string_view, std::string_view row) -> text {
    if (row.size() != receipt::length) return std::nullopt;  // verify_rows has it
    return wrong_receipt(env, std::string(row));
  });
  v.phase("journal", table::journal);
  v.each(table::journal, {},
         [&env, now = v.now, first = v.first_audit](std::string_view, std::string_view row) -> text {
           if (row.size() < journal::length || !journal::parses(row.data())) return std::nullopt;
           return wrong_journal(env, now, first, std::string(row));
         });
  v.phase("waiting register", table::waiting);
  v.each(table::waiting, {}, [&env](std::string_view, std::string_view row) -> text {
    if (row.size() != waiting::length || !waiting::parses(row.data())) return std::nullopt;
    return wrong_waiting(env, std::string(row));
  });
}

}  // namespace samspil::store
