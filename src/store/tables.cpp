#include "store/tables.hpp"

#include <db.h>

#include <cstdlib>
#include <cstring>
#include <string>

#include "store/error.hpp"
#include "store/index_keys.hpp"
#include "store/packing.hpp"
#include "store/rows.hpp"

namespace samspil::store {
namespace {

constexpr std::array<std::string_view, table_count> names{
    "person",         "person_staged", "customer", "user",           "session",
    "subscription",   "subscriber",    "extract",  "feed",           "receipt",
    "waiting",        "waiting_person", "waiting_state", "journal",  "audit",
    "audit_person",   "authority",     "road",      "dwelling",       "reference_row",
    "meta"};

[[noreturn]] void failed(table t, char const* what, int code) {
  throw error("table " + std::string(name(t)) + ": " + what + ": " + db_strerror(code));
}

/// A copy that the library frees.
int give(DBT& to, std::string_view bytes) {
  to.data = std::malloc(bytes.size());
  if (to.data == nullptr) return ENOMEM;
  std::memcpy(to.data, bytes.data(), bytes.size());
  to.size = static_cast<u_int32_t>(bytes.size());
  to.flags = DB_DBT_APPMALLOC;
  return 0;
}

/// The row that lies in a table. Empty when it is damaged, which has no key then.
std::string row_of(DBT const* data) {
  std::string row;
  if (!unpack({static_cast<char const*>(data->data), data->size}, row)) row.clear();
  return row;
}

extern "C" {
static int samspil_waiting_person(DB*, DBT const*, DBT const* row, DBT* key) noexcept {
  std::string const whole = row_of(row);
  return whole.size() < rec::WAITING_ROW::length ? DB_DONOTINDEX : give(*key, waiting_person_key(whole));
}
static int samspil_waiting_state(DB*, DBT const*, DBT const* row, DBT* key) noexcept {
  std::string const whole = row_of(row);
  return whole.size() < rec::WAITING_ROW::length ? DB_DONOTINDEX : give(*key, waiting_state_key(whole));
}
static int samspil_subscriber(DB*, DBT const*, DBT const* row, DBT* key) noexcept {
  std::string const whole = row_of(row);
  return whole.size() < rec::SUBSCRIPTION_ROW::length ? DB_DONOTINDEX : give(*key, subscriber_key(whole));
}
}

using index_callback = int (*)(DB*, DBT const*, DBT const*, DBT*);
struct index {
  table of;
  table by;
  index_callback callback;
};
/// Kept by the library.
constexpr std::array<index, 3> indexes{index{table::waiting, table::waiting_person, samspil_waiting_person},
                                       index{table::waiting, table::waiting_state, samspil_waiting_state},
                                       index{table::subscription, table::subscriber, samspil_subscriber}};

}  // namespace

std::string_view name(table t) { return names[static_cast<std::size_t>(t)]; }

table_set::table_set(DB_ENV* env, bool in_memory, bool create) {
  DB_TXN* txn = nullptr;
  if (int const code = env->txn_begin(env, nullptr, &txn, 0); code != 0)
    throw error(std::string("opening: ") + db_strerror(code));
  try {
    for (std::size_t i = 0; i < table_count; ++i) open(env, txn, static_cast<table>(i), in_memory, create, plain_);
    for (auto const& one : indexes) {
      open(env, txn, one.by, in_memory, false, associated_);
      auto* const primary = (*this)[one.of];
      auto* const secondary = associated_[static_cast<std::size_t>(one.by)];
      if (int const code = primary->associate(primary, txn, secondary, one.callback, 0); code != 0)
        failed(one.by, "associating", code);
    }
  } catch (...) {
    txn->abort(txn);
    close();
    throw;
  }
  if (int const code = txn->commit(txn, 0); code != 0) {
    close();
    throw error(std::string("opening the tables: ") + db_strerror(code));
  }
}

void table_set::open(DB_ENV* env, DB_TXN* txn, table t, bool in_memory, bool create,
                     std::array<DB*, table_count>& into) {
  DB* handle = nullptr;
  if (int const code = db_create(&handle, env, 0); code != 0) failed(t, "a handle", code);
  into[static_cast<std::size_t>(t)] = handle;
  if (create) {
    int code = handle->set_pagesize(handle, 4096);
    if (code == 0) code = handle->set_flags(handle, DB_CHKSUM);
    if (code != 0) failed(t, "setting it up", code);
  }
  std::string const label(name(t));
  std::string const file = label + ".db";
  int const code = handle->open(handle, txn, in_memory ? nullptr : file.c_str(), in_memory ? label.c_str() : nullptr,
                                DB_BTREE, DB_THREAD | (create ? DB_CREATE | DB_EXCL : 0U), 0600);
  if (code != 0) failed(t, "opening", code);
}

table_set::~table_set() { close(); }

void table_set::close() noexcept {
  for (auto* set : {&associated_, &plain_})
    for (auto*& handle : *set) {
      if (handle != nullptr) handle->close(handle, 0);
      handle = nullptr;
    }
}

}  // namespace samspil::store
