#include "store/audit_index.hpp"

#include <string>
#include <vector>

#include "codec/field.hpp"
#include "store/index_keys.hpp"
#include "store/keys.hpp"
#include "store/meta_names.hpp"

namespace samspil::store {

std::uint64_t audit_indexed(environment const& env) {
  auto const value = env.get(table::meta, nullptr, meta::audit_indexed);
  return value ? codec::number(*value) : 0;
}

void index_audit(environment& env, std::uint64_t last,
                 std::function<bool(std::uint64_t, std::uint64_t)> const& progress) {
  constexpr std::size_t rows_per_transaction = 1000;
  std::uint64_t const start = audit_indexed(env);
  std::uint64_t at = start;
  while (at < last) {
    std::vector<std::string> entries;
    std::size_t rows = 0;
    std::uint64_t end = at;
    env.walk(table::audit, nullptr, {}, audit_key(at + 1), [&](std::string_view sequence, std::string_view row) {
      std::uint64_t const number = codec::number(sequence);
      if (number > last) return false;
      end = number;
      for (auto& entry : audit_person_keys(row)) entries.push_back(std::move(entry));
      return ++rows < rows_per_transaction;
    });
    if (rows == 0) return;
    env.in_transaction([&](__db_txn* txn) {
      for (auto const& entry : entries) env.put(table::audit_person, txn, entry, {});
      env.put(table::meta, txn, meta::audit_indexed, std::to_string(end));
    });
    at = end;
    if (progress && !progress(at - start, last - start)) return;
  }
}

}  // namespace samspil::store
