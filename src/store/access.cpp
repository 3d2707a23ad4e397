// Gets, puts and walks of the environment.
#include <db.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>
#include <thread>
#include <vector>

#include "codec/field.hpp"
#include "store/audit_block.hpp"
#include "store/environment.hpp"
#include "store/error.hpp"
#include "store/keys.hpp"
#include "store/packing.hpp"

namespace samspil::store {
namespace {

DBT in(std::string_view bytes) {
  DBT data{};
  data.data = const_cast<char*>(bytes.data());  // the library reads it only
  data.size = static_cast<u_int32_t>(bytes.size());
  return data;
}

/// This thread's memory for what a get finds, as it lies in the table; grows to the largest row met.
std::vector<char>& room() {
  thread_local std::vector<char> memory(16 * 1024);
  return memory;
}
/// ... and for the row that it is.
std::string& row_room() {
  thread_local std::string memory;
  memory.clear();
  return memory;
}
/// The packed row of a put, which may be a row that a get has just found.
std::string& packed_room() {
  thread_local std::string memory;
  memory.clear();
  return memory;
}

DBT out(char* memory, std::size_t size) {
  DBT data{};
  data.data = memory;
  data.ulen = static_cast<u_int32_t>(size);
  data.flags = DB_DBT_USERMEM;
  return data;
}
DBT out(std::vector<char>& memory) { return out(memory.data(), memory.size()); }

std::string_view view(unsigned char const* bytes, std::size_t size) {
  return {reinterpret_cast<char const*>(bytes), size};
}

u_int32_t flags(lock_for lock) {
  switch (lock) {
    case lock_for::update: return DB_RMW;
    case lock_for::moment: return DB_READ_COMMITTED;
    default: return 0;
  }
}

/// Outside a transaction a conflict costs nothing: the call is made again.
bool comes_again(int code, DB_TXN* txn) {
  if (txn != nullptr || (code != DB_LOCK_DEADLOCK && code != DB_LOCK_NOTGRANTED)) return false;
  std::this_thread::yield();
  return true;
}

struct cursor {
  cursor(DB* db, DB_TXN* txn, u_int32_t how) : code(db->cursor(db, txn, &handle, how)) {}
  ~cursor() {
    if (handle != nullptr) handle->close(handle);
  }
  cursor(cursor const&) = delete;
  cursor& operator=(cursor const&) = delete;
  DBC* handle = nullptr;
  int code;
};

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

std::string_view packed(std::string_view row) {
  std::string& out = packed_room();
  pack(row, out);
  return out;
}

/// Audit rows as one value holds them.
struct audit_rows {
  std::string bytes;
  std::vector<std::size_t> ends;

  /// A value that is damaged is one row as it lies there: whoever looks into it finds that it is none.
  void unpack(std::string_view value) {
    bytes.clear();
    ends.clear();
    if (unpack_audit(value, bytes, ends)) return;
    bytes.assign(value);
    ends.push_back(bytes.size());
  }
  std::size_t count() const { return ends.size(); }
  std::string_view row(std::size_t i) const {
    std::size_t const start = i == 0 ? 0 : ends[i - 1];
    return std::string_view(bytes).substr(start, ends[i] - start);
  }
  /// AUDIT-SEQUENCE of a row by its place in front of the last, whose key is given.
  key sequence(std::size_t i, std::string_view last) const {
    if (i + 1 == count()) return key(last);
    return audit_key(codec::number(last) - (count() - 1 - i));
  }
  /// The place of a row, count() when it is not here.
  std::size_t place(std::string_view wanted, std::string_view last) const {
    std::size_t i = 0;
    while (i < count() && sequence(i, last).text() != wanted) ++i;
    return i;
  }
};

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

std::optional<std::string_view> environment::get(table t, DB_TXN* txn, std::string_view key, lock_for lock) const {
  if (t == table::audit) return get_audit(txn, key, lock);
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
  if (t == table::audit) return get_audit(txn, key, lock_for::reading).has_value();
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
  if (t == table::audit) {
    std::string const row(value);  // which may lie where the next call reads
    take_out_audit(txn, key);
    return append_audit(txn, key, row);
  }
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

bool environment::take_out_audit(DB_TXN* txn, std::string_view sequence) {
  auto const value = audit_value_at(handle(table::audit), txn, sequence, DB_RMW);
  if (!value) return false;
  audit_rows const& rows = value->rows;
  std::size_t const place = rows.place(sequence, value->last);
  if (place == rows.count()) return false;
  DBT k = in(value->last);
  DB* const db = handle(table::audit);
  if (int const code = db->del(db, txn, &k, 0); code != 0) raise(code, name(table::audit), "deleting");
  // Each of the others for itself: what is at a row that was changed is told from what was written.
  for (std::size_t i = 0; i < rows.count(); ++i)
    if (i != place) append_audit(txn, rows.sequence(i, value->last), rows.row(i));
  return true;
}

bool environment::erase(table t, DB_TXN* txn, std::string_view key) {
  if (t == table::audit) return take_out_audit(txn, key);
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
  audit_rows audits;
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
      if (t == table::audit) {
        audits.unpack(view(found_value, value_bytes));
        for (std::size_t i = 0; i < audits.count(); ++i) {
          auto const sequence = audits.sequence(i, last);
          if (sequence.text() >= from && !f(sequence, audits.row(i))) return;
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
