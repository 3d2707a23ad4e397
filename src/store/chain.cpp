#include "store/chain.hpp"

#include "base/crypto.hpp"
#include "store/environment.hpp"
#include "store/error.hpp"
#include "store/keys.hpp"
#include "store/meta_names.hpp"
#include "store/row_codec.hpp"
#include "store/rows.hpp"

namespace samspil::store {
namespace {

std::uint64_t last_number(environment const& env, table t) {
  auto const last = env.last_key(t, nullptr);
  return last ? codec::number(*last) : 0;
}

}  // namespace

tail tail::read(environment const& env) {
  tail end;
  end.journal_number = last_number(env, table::journal);
  end.ventenr = last_number(env, table::waiting);
  end.audit_sequence = last_number(env, table::audit);
  if (end.audit_sequence != 0) {
    end.audit_head = parse_audit(*env.get(table::audit, nullptr, audit_key(end.audit_sequence))).hash;
  } else if (auto const anchor = read_mark(env.get(table::meta, nullptr, meta::audit_anchor))) {
    end.audit_sequence = anchor->sequence;
    end.audit_head = anchor->head;
  }
  return end;
}

std::optional<audit_mark> read_mark(std::optional<std::string_view> value) {
  if (!value || value->size() != 15 + hash_length || !codec::is_digits(value->substr(0, 15))) return std::nullopt;
  return audit_mark{codec::number(value->substr(0, 15)), std::string(value->substr(15))};
}

void append_row(std::string& bytes, audit_entry const& entry, stamp const& time, tail& end) {
  using row = rec::AUDIT_ROW;
  std::size_t const others = entry.others.size() / 10;
  if (entry.others.size() % 10 != 0 || others > 99)
    throw error("audit: an entry's other persons are not whole or too many");
  auto head = entry.row;
  head.set(row::LAYOUT_VERSION, layout_version);
  head.set(row::AUDIT_SEQUENCE, end.audit_sequence + 1);
  head.set(row::OTHERS_COUNT, others);
  constexpr std::string_view zeros = "00000000000000000000";
  if (head[row::WRITTEN_UTC] == zeros) head.set(row::WRITTEN_UTC, time.utc);
  if (head[row::WRITTEN] == zeros) head.set(row::WRITTEN, time.local);
  std::size_t const start = bytes.size();
  bytes.append(head.bytes());
  bytes.append(entry.others);
  std::string hash = crypto::sha256_hex(end.audit_head, std::string_view(bytes).substr(start));
  bytes.append(hash);
  ++end.audit_sequence;
  end.audit_head = std::move(hash);
}

std::string chained_hash(std::string_view previous, std::string_view bytes) {
  return crypto::sha256_hex(previous, bytes.substr(0, bytes.size() - hash_length));
}

}  // namespace samspil::store
