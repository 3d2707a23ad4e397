// Internal. Memory that the library's calls take and fill, and cursors.
#pragma once

#include <db.h>

#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "store/environment.hpp"
#include "store/packing.hpp"

namespace samspil::store {

inline DBT in(std::string_view bytes) {
  DBT data{};
  data.data = const_cast<char*>(bytes.data());  // the library reads it only
  data.size = static_cast<u_int32_t>(bytes.size());
  return data;
}

/// This thread's memory for what a get finds, as it lies in the table; grows to the largest row met.
inline std::vector<char>& room() {
  thread_local std::vector<char> memory(16 * 1024);
  return memory;
}
/// ... and for the row that it is.
inline std::string& row_room() {
  thread_local std::string memory;
  memory.clear();
  return memory;
}
/// The packed row of a put, which may be a row that a get has just found.
inline std::string& packed_room() {
  thread_local std::string memory;
  memory.clear();
  return memory;
}

inline DBT out(char* memory, std::size_t size) {
  DBT data{};
  data.data = memory;
  data.ulen = static_cast<u_int32_t>(size);
  data.flags = DB_DBT_USERMEM;
  return data;
}
inline DBT out(std::vector<char>& memory) { return out(memory.data(), memory.size()); }

inline std::string_view view(unsigned char const* bytes, std::size_t size) {
  return {reinterpret_cast<char const*>(bytes), size};
}

inline u_int32_t flags(lock_for lock) {
  switch (lock) {
    case lock_for::update: return DB_RMW;
    case lock_for::moment: return DB_READ_COMMITTED;
    default: return 0;
  }
}

/// Outside a transaction a conflict costs nothing: the call is made again.
inline bool comes_again(int code, DB_TXN* txn) {
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

inline std::string_view packed(std::string_view row) {
  std::string& out = packed_room();
  pack(row, out);
  return out;
}

}  // namespace samspil::store
