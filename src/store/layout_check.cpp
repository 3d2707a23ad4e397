#include "store/layout_check.hpp"

#include <db.h>

#include <array>
#include <string>
#include <string_view>

#include "codec/field.hpp"
#include "store/error.hpp"
#include "store/meta_names.hpp"
#include "store/rows.hpp"
#include "store/tables.hpp"

namespace samspil::store {

void check_layout(DB_ENV* env) {
  DB* db = nullptr;
  if (db_create(&db, env, 0) != 0) throw error("meta: a handle");
  std::string const file = std::string(name(table::meta)) + ".db";
  int code = db->open(db, nullptr, file.c_str(), nullptr, DB_BTREE, DB_RDONLY | DB_THREAD, 0);
  std::array<char, 20> memory{};
  DBT key{};
  DBT value{};
  key.data = const_cast<char*>(meta::layout.data());
  key.size = static_cast<u_int32_t>(meta::layout.size());
  value.data = memory.data();
  value.ulen = static_cast<u_int32_t>(memory.size());
  value.flags = DB_DBT_USERMEM;
  if (code == 0) code = db->get(db, nullptr, &key, &value, 0);
  db->close(db, 0);
  std::string_view const digits(memory.data(), value.size);
  if (code != 0 || !codec::is_digits(digits)) throw wrong_home("the home holds no database of samspil");
  std::uint64_t const stored = codec::number(digits);
  if (stored > layout_version)
    throw wrong_layout("the database has stored-layout version " + std::to_string(stored) +
                       ", this program knows up to " + std::to_string(layout_version) +
                       ": use the program that wrote it, or a newer one");
  if (stored < layout_version)
    throw wrong_layout("the database has stored-layout version " + std::to_string(stored) + ", this program needs " +
                       std::to_string(layout_version) +
                       ": use the program that wrote it, or make a new home and load it");
}

}  // namespace samspil::store
