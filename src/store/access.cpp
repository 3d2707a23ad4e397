// Gets, puts and walks of the environment.
#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>

#include "store/dbt.hpp"
#include "store/error.hpp"
#include "store/value_rows.hpp"

namespace samspil::store {
namespace {

void unpacked(std::string_view value, std::string& row, table t) {
  if (!unpack(value, row)) throw error(std::string(name(t)) + ": a row is not packed as it should be");
}

std::optional<std::string_view> found(int code, DBT const& data, table t) {
  if (code == DB_NOTFOUND) return std::nullopt;
  if (code != 0) raise(code, name(t), "reading");
  std::string& row = row_room();
  unpacked({static_cast<char const*>(data.data), data.size}, row, t);
  return row;
}

}  // namespace

std::optional<std::string_view> environment::get(table t, DB_TXN* txn, std::string_view key, lock_for lock) const {
  if (shares_values(t)) return get_shared(t, txn, key, lock);
  DB* const db = handle(t);
  for (;;) {
    DBT k = in(key);
    DBT data = out(room());
    int const code = db->get(db, txn, &k, &data, flags(lock));
    if (comes_again(code, txn)) continue;
    if (code == DB_BUFFER_SMALL) {
      room().resize(data.size + 4096);
      continue;
    }
    return found(code, data, t);
  }
}

std::optional<std::string_view> environment::get_start(table t, DB_TXN* txn, std::string_view key, std::uint32_t length,
                                                       lock_for lock) const {
  auto const row = get(t, txn, key, lock);
  if (!row) return std::nullopt;
  return row->substr(0, length);
}

bool environment::has(table t, DB_TXN* txn, std::string_view key) const {
  if (shares_values(t)) return get_shared(t, txn, key, lock_for::reading).has_value();
  DB* const db = handle(t);
  for (;;) {
    DBT k = in(key);
    int const code = db->exists(db, txn, &k, 0);
    if (comes_again(code, txn)) continue;
    if (code != 0 && code != DB_NOTFOUND) raise(code, name(t), "reading");
    return code == 0;
  }
}

void environment::put(table t, DB_TXN* txn, std::string_view key, std::string_view value) {
  if (shares_values(t)) return put_shared(t, txn, key, value);
  put_value(t, txn, key, packed(value));
}

void environment::put_value(table t, DB_TXN* txn, std::string_view key, std::string_view value) {
  DB* const db = handle(t);
  DBT k = in(key);
  DBT v = in(value);
  if (int const code = db->put(db, txn, &k, &v, 0); code != 0) raise(code, name(t), "writing");
}

bool environment::add(table t, DB_TXN* txn, std::string_view key, std::string_view value) {
  DB* const db = handle(t);
  DBT k = in(key);
  DBT v = in(packed(value));
  int const code = db->put(db, txn, &k, &v, DB_NOOVERWRITE);
  if (code != 0 && code != DB_KEYEXIST) raise(code, name(t), "writing");
  return code == 0;
}

bool environment::erase(table t, DB_TXN* txn, std::string_view key) {
  if (shares_values(t)) return erase_shared(t, txn, key);
  DB* const db = handle(t);
  DBT k = in(key);
  int const code = db->del(db, txn, &k, 0);
  if (code != 0 && code != DB_NOTFOUND) raise(code, name(t), "deleting");
  return code == 0;
}

std::optional<std::string> environment::last_key(table t, DB_TXN* txn) const {
  for (;;) {
    cursor last(handle(t), txn, 0);
    DBT k{};
    DBT nothing{};
    k.flags = DB_DBT_MALLOC;
    nothing.flags = DB_DBT_USERMEM | DB_DBT_PARTIAL;
    int const code = last.code != 0 ? last.code : last.handle->get(last.handle, &k, &nothing, DB_LAST);
    if (comes_again(code, txn)) continue;
    if (code == DB_NOTFOUND) return std::nullopt;
    if (code != 0) raise(code, name(t), "reading");
    std::string key(static_cast<char const*>(k.data), k.size);
    std::free(k.data);
    return key;
  }
}

void environment::walk(table t, DB_TXN* txn, std::string_view prefix, std::string_view from,
                       std::function<bool(std::string_view, std::string_view)> const& f) const {
  std::string next(from > prefix ? from : prefix);
  std::size_t size = 8 * 1024;  // most walks are short
  std::string row;
  value_rows shared(t);
  for (;; size = std::min<std::size_t>(size * 4, 256 * 1024)) {
    auto rows = std::make_unique_for_overwrite<char[]>(size);
    std::array<char, 256> key{};
    std::copy_n(next.begin(), std::min(next.size(), key.size()), key.begin());
    DBT k = out(key.data(), key.size());
    k.size = static_cast<u_int32_t>(std::min(next.size(), key.size()));
    DBT data = out(rows.get(), size);
    int code = 0;
    for (;;) {
      cursor c(handle(t), txn, DB_READ_COMMITTED);
      code = c.code != 0 ? c.code : c.handle->get(c.handle, &k, &data, DB_SET_RANGE | DB_MULTIPLE_KEY);
      if (comes_again(code, txn)) continue;
      if (code != DB_BUFFER_SMALL || k.size > key.size()) break;
      size = (std::max<std::size_t>(data.size, size) / 4096 + 2) * 4096;
      rows = std::make_unique_for_overwrite<char[]>(size);
      data = out(rows.get(), size);
    }
    if (code == DB_NOTFOUND) return;
    if (code != 0) raise(code, name(t), "reading");
    void* position = nullptr;
    DB_MULTIPLE_INIT(position, &data);
    std::string_view last;
    for (;;) {
      unsigned char* found_key = nullptr;
      unsigned char* found_value = nullptr;
      u_int32_t key_bytes = 0;
      u_int32_t value_bytes = 0;
      DB_MULTIPLE_KEY_NEXT(position, &data, found_key, key_bytes, found_value, value_bytes);
      if (position == nullptr) break;
      last = view(found_key, key_bytes);
      if (!last.starts_with(prefix)) return;
      if (shares_values(t)) {
        shared.unpack(view(found_value, value_bytes));
        for (std::size_t i = 0; i < shared.count(); ++i) {
          auto const number = shared.key_of(i, last);
          if (number.text() >= from && !f(number, shared.row(i))) return;
        }
        continue;
      }
      row.clear();
      unpacked(view(found_value, value_bytes), row, t);
      if (!f(last, row)) return;
    }
    next.assign(last);
    next.push_back('\0');  // the smallest key behind it
  }
}

}  // namespace samspil::store
