// Reading the journal of events and the audit log.
#include "store/environment.hpp"
#include "store/keys.hpp"
#include "store/read_scope.hpp"
#include "store/row_codec.hpp"

namespace samspil::store {
namespace {

/// The numbers behind a PNR in an index by person.
std::vector<std::uint64_t> numbers_of(environment const& env, __db_txn* txn, table t, std::string_view pnr) {
  std::vector<std::uint64_t> numbers;
  env.walk(t, txn, pnr, {}, [&](std::string_view entry, std::string_view) {
    numbers.push_back(codec::number(entry.substr(10)));
    return true;
  });
  return numbers;
}

}  // namespace

std::optional<journal_row> read_scope::journal(std::uint64_t number) const {
  auto const bytes = env_->get(table::journal, txn(), journal_key(number), lock_);
  if (!bytes) return std::nullopt;
  return parse_journal(*bytes);
}

std::vector<std::uint64_t> read_scope::journal_of(std::string_view pnr) const {
  return numbers_of(*env_, txn(), table::journal_person, pnr);
}

void read_scope::each_journal(std::uint64_t from, std::function<bool(journal_row const&)> const& f) const {
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
  return numbers_of(*env_, txn(), table::audit_person, pnr);
}

}  // namespace samspil::store
