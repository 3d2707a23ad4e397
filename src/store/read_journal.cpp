// Reading the journal of events and the audit log.
#include "store/environment.hpp"
#include "store/error.hpp"
#include "store/keys.hpp"
#include "store/read_scope.hpp"
#include "store/row_codec.hpp"

namespace samspil::store {
namespace {

[[noreturn]] void broken(std::uint64_t number, char const* what) {
  throw error("journal row " + std::to_string(number) + ": " + what);
}

std::uint64_t event_before(journal_row const& row, std::string_view pnr) {
  for (event_person const& one : persons_of(row)) {
    if (one.pnr != pnr) continue;
    if (one.previous >= row.number()) broken(row.number(), "PREVIOUS-NUMBER of a person is not before it");
    return one.previous;
  }
  broken(row.number(), "it has not the person whose LAST-EVENT or PREVIOUS-NUMBER it is");
}

}  // namespace

std::optional<journal_row> read_scope::journal(std::uint64_t number) const {
  put_what_waits();
  auto const bytes = env_->get(table::journal, txn(), journal_key(number), lock_);
  if (!bytes) return std::nullopt;
  return parse_journal(*bytes);
}

void read_scope::each_journal_of(std::string_view pnr, std::function<bool(journal_row const&)> const& f) const {
  auto const head = person_head(pnr);
  std::uint64_t number = head ? codec::number((*head)[rec::PERSON_ROW::LAST_EVENT]) : 0;
  while (number != 0) {
    auto const row = journal(number);
    if (!row) broken(number, "it is missing, and a LAST-EVENT or PREVIOUS-NUMBER names it");
    if (!f(*row)) return;
    number = event_before(*row, pnr);
  }
}

void read_scope::each_journal(std::uint64_t from, std::function<bool(journal_row const&)> const& f) const {
  put_what_waits();
  env_->walk(table::journal, txn(), {}, journal_key(from),
             [&](std::string_view, std::string_view bytes) { return f(parse_journal(bytes)); });
}

std::optional<audit_row> read_scope::audit(std::uint64_t sequence) const {
  auto const bytes = env_->get(table::audit, txn(), audit_key(sequence));
  if (!bytes) return std::nullopt;
  return parse_audit(*bytes);
}

void read_scope::each_audit(std::uint64_t from, std::uint64_t to,
                            std::function<bool(audit_row const&)> const& f) const {
  key const last = audit_key(to);
  env_->walk(table::audit, txn(), {}, audit_key(from), [&](std::string_view sequence, std::string_view bytes) {
    if (sequence > last.text()) return false;
    return f(parse_audit(bytes));
  });
}

std::vector<std::uint64_t> read_scope::audit_of(std::string_view pnr) const {
  std::vector<std::uint64_t> numbers;
  env_->walk(table::audit_person, txn(), pnr, {}, [&](std::string_view entry, std::string_view) {
    numbers.push_back(codec::number(entry.substr(10)));
    return true;
  });
  return numbers;
}

}  // namespace samspil::store
