// The audit table, whose values hold several rows (audit_block.hpp), as if each
// row were a value. Rows are written once: what changes one or takes one away is
// rare, and may leave its neighbours as values of their own.
#include <algorithm>
#include <array>

#include "store/audit_rows.hpp"
#include "store/dbt.hpp"
#include "store/error.hpp"
#include "store/keys.hpp"

namespace samspil::store {
namespace {

/// The value that has the row, if there is one: the first whose key is not below.
struct audit_value {
  key last;  ///< its key
  audit_rows rows;
};
std::optional<audit_value> audit_value_at(DB* db, DB_TXN* txn, std::string_view sequence, u_int32_t how) {
  for (;;) {
    std::array<char, 256> key_room{};
    std::copy_n(sequence.begin(), std::min(sequence.size(), key_room.size()), key_room.begin());
    DBT k = out(key_room.data(), key_room.size());
    k.size = static_cast<u_int32_t>(std::min(sequence.size(), key_room.size()));
    DBT data = out(room());
    cursor c(db, txn, how == DB_READ_COMMITTED ? how : 0);
    int const code =
        c.code != 0 ? c.code : c.handle->get(c.handle, &k, &data, DB_SET_RANGE | (how == DB_RMW ? how : 0));
    if (comes_again(code, txn)) continue;
    if (code == DB_BUFFER_SMALL && k.size <= key_room.size()) {
      room().resize(data.size + 4096);
      continue;
    }
    if (code == DB_NOTFOUND) return std::nullopt;
    if (code != 0) raise(code, name(table::audit), "reading");
    audit_value found{key({key_room.data(), k.size}), {}};
    found.rows.unpack({static_cast<char const*>(data.data), data.size});
    return found;
  }
}

}  // namespace

void environment::append_audit_value(DB_TXN* txn, std::uint64_t last, std::string_view value) {
  put_value(table::audit, txn, audit_key(last), value);
}

/// The row alone in a value.
void environment::append_audit(DB_TXN* txn, std::string_view sequence, std::string_view row) {
  thread_local audit_block value;
  value.clear();
  put_value(table::audit, txn, sequence, value.add(row) ? value.bytes() : packed(row));
}

std::optional<std::string_view> environment::get_audit(DB_TXN* txn, std::string_view sequence, lock_for lock) const {
  auto const value = audit_value_at(handle(table::audit), txn, sequence, flags(lock));
  if (!value) return std::nullopt;
  std::size_t const i = value->rows.place(sequence, value->last);
  if (i == value->rows.count()) return std::nullopt;
  return row_room().assign(value->rows.row(i));
}

void environment::put_audit(DB_TXN* txn, std::string_view sequence, std::string_view row) {
  std::string const own(row);  // which may lie where the next call reads
  erase_audit(txn, sequence);
  append_audit(txn, sequence, own);
}

bool environment::erase_audit(DB_TXN* txn, std::string_view sequence) {
  auto const value = audit_value_at(handle(table::audit), txn, sequence, DB_RMW);
  if (!value) return false;
  audit_rows const& rows = value->rows;
  std::size_t const place = rows.place(sequence, value->last);
  if (place == rows.count()) return false;
  DBT k = in(value->last);
  DB* const db = handle(table::audit);
  if (int const code = db->del(db, txn, &k, 0); code != 0) raise(code, name(table::audit), "deleting");
  for (std::size_t i = 0; i < rows.count(); ++i)
    if (i != place) append_audit(txn, rows.sequence(i, value->last), rows.row(i));
  return true;
}

}  // namespace samspil::store
