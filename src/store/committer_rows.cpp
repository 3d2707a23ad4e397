// Look-up rows of a batch: one transaction, one call into the library, several rows in a value.
#include <db.h>

#include <cstring>

#include "store/committer.hpp"
#include "store/error.hpp"
#include "store/keys.hpp"
#include "store/row_codec.hpp"

namespace samspil::store {

void committer::write_rows(DB_TXN* txn, row const* rows, std::size_t count) {
  // Room for the rows (which may double), their keys and the library's table of four numbers each.
  constexpr std::size_t fixed_part = rec::AUDIT_ROW::length + hash_length;
  constexpr std::size_t beside_row = 15 + 4 * sizeof(u_int32_t) + 8;
  std::size_t size = 1024;
  for (std::size_t i = 0; i < count; ++i) size += 2 * (fixed_part + rows[i].entry.others.size()) + beside_row;
  size = (size + 1023) / 1024 * 1024;
  if (bulk_.size() < size) bulk_.resize(size);

  DBT all{};
  all.data = bulk_.data();
  all.ulen = static_cast<u_int32_t>(bulk_.size() / 1024 * 1024);
  all.flags = DB_DBT_USERMEM | DB_DBT_BULK;
  void* position = nullptr;
  DB_MULTIPLE_WRITE_INIT(position, &all);
  auto const put = [&](std::uint64_t last, std::string_view value) {
    key const sequence = audit_key(last);
    DB_MULTIPLE_KEY_WRITE_NEXT(position, &all, sequence.text().data(), sequence.text().size(), value.data(),
                               value.size());
    if (position == nullptr) throw error("audit: the rows of a batch do not fit");
  };
  rows_.audits.clear();
  for (std::size_t i = 0; i < count; ++i) {
    bytes_.clear();
    append_row(bytes_, rows[i].entry, time_, next_);
    rows_.audits.add(bytes_, next_.audit_sequence, put);
  }
  rows_.audits.finish(put);
  DB* const db = env_.handle(table::audit);
  if (int const code = db->put(db, txn, &all, nullptr, DB_MULTIPLE_KEY); code != 0) raise(code, "audit", "writing");
}

}  // namespace samspil::store
