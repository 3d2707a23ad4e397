// The tables whose values hold several rows (row_block.hpp), as if
// each row were a value. Their rows are written once: what changes one or takes one away
// is rare, and may leave its neighbours as values of their own.
#include <algorithm>
#include <array>

#include "store/dbt.hpp"
#include "store/error.hpp"
#include "store/keys.hpp"
#include "store/value_rows.hpp"

namespace samspil::store {
namespace {

/// The value that has the row, if there is one: the first whose key is not below.
struct shared_value {
  key last;  ///< its key
  value_rows rows;
};
std::optional<shared_value> value_at(DB* db, table t, DB_TXN* txn, std::string_view number, u_int32_t how) {
  for (;;) {
    std::array<char, 256> key_room{};
    std::copy_n(number.begin(), std::min(number.size(), key_room.size()), key_room.begin());
    DBT k = out(key_room.data(), key_room.size());
    k.size = static_cast<u_int32_t>(std::min(number.size(), key_room.size()));
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
    if (code != 0) raise(code, name(t), "reading");
    shared_value found{key({key_room.data(), k.size}), value_rows(t)};
    found.rows.unpack({static_cast<char const*>(data.data), data.size});
    return found;
  }
}

/// The rows as one value, `other` instead of the one at `place`. Nothing when one of them is none.
template <class Block>
std::optional<std::string> value_with(value_rows const& rows, std::size_t place, std::string_view other) {
  Block block;
  for (std::size_t i = 0; i < rows.count(); ++i)
    if (!block.add(i == place ? other : rows.row(i))) return std::nullopt;
  return std::string(block.bytes());
}

std::optional<std::string> value_with(value_rows const& rows, std::size_t place, std::string_view other) {
  return rows.of == table::audit ? value_with<audit_block>(rows, place, other)
                                 : value_with<journal_block>(rows, place, other);
}

}  // namespace

void environment::append_value(table t, DB_TXN* txn, std::string_view last, std::string_view value) {
  put_value(t, txn, last, value);
}

/// The row alone in a value.
void environment::append_alone(table t, DB_TXN* txn, std::string_view number, std::string_view row) {
  value_rows none(t);
  none.ends.push_back(0);
  auto const value = value_with(none, 0, row);
  put_value(t, txn, number, value ? std::string_view(*value) : packed(row));
}

std::optional<std::string_view> environment::get_shared(table t, DB_TXN* txn, std::string_view number,
                                                        lock_for lock) const {
  auto const value = value_at(handle(t), t, txn, number, flags(lock));
  if (!value) return std::nullopt;
  std::size_t const i = value->rows.place(number, value->last);
  if (i == value->rows.count()) return std::nullopt;
  return row_room().assign(value->rows.row(i));
}

void environment::put_shared(table t, DB_TXN* txn, std::string_view number, std::string_view row) {
  std::string const own(row);  // which may lie where the next call reads
  if (auto const there = value_at(handle(t), t, txn, number, DB_RMW))
    if (std::size_t const place = there->rows.place(number, there->last); place != there->rows.count())
      if (auto const changed = value_with(there->rows, place, own)) return put_value(t, txn, there->last, *changed);
  erase_shared(t, txn, number);
  append_alone(t, txn, number, own);
}

bool environment::erase_shared(table t, DB_TXN* txn, std::string_view number) {
  auto const value = value_at(handle(t), t, txn, number, DB_RMW);
  if (!value) return false;
  value_rows const& rows = value->rows;
  std::size_t const place = rows.place(number, value->last);
  if (place == rows.count()) return false;
  DBT k = in(value->last);
  DB* const db = handle(t);
  if (int const code = db->del(db, txn, &k, 0); code != 0) raise(code, name(t), "deleting");
  for (std::size_t i = 0; i < rows.count(); ++i)
    if (i != place) append_alone(t, txn, rows.key_of(i, value->last), rows.row(i));
  return true;
}

}  // namespace samspil::store
