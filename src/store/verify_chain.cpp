// The audit chain from its first row to the head: every row follows the one
// before it, and the end is where it was.
#include "store/chain.hpp"
#include "store/keys.hpp"
#include "store/meta_names.hpp"
#include "store/row_codec.hpp"
#include "store/verification.hpp"

namespace samspil::store {
namespace {

using audit = rec::AUDIT_ROW;

std::optional<audit_mark> noted(environment const& env, std::string_view meta_name) {
  return read_mark(env.get(table::meta, nullptr, meta_name));
}

class walk_of_chain {
 public:
  explicit walk_of_chain(verification& v) : v_(v) {
    if (auto const anchor = noted(v.env, meta::audit_anchor)) before_ = *anchor;
  }
  audit_mark const& last() const { return before_; }

  /// Each row is written once, so nothing can have changed since it was read:
  /// what is wrong stays wrong.
  void found(std::uint64_t sequence, std::string const& what) {
    v_.suspect(table::audit, std::string(audit_key(sequence).text()), what, [what] { return std::optional(what); });
  }

  bool row(std::string_view k, std::string_view bytes) {
    v_.counted();
    if (!codec::is_digits(k) || bytes.size() < audit::length + hash_length) return true;  // verify_rows has it
    std::uint64_t const sequence = codec::number(k);
    if (sequence > v_.head.sequence) return false;
    bool const follows = sequence == before_.sequence + 1;
    std::string_view const hash = bytes.substr(bytes.size() - hash_length);
    if (!follows)
      found(sequence, sequence - before_.sequence == 2 ? "the row before it is missing"
                                                       : "the rows " + std::to_string(before_.sequence + 1) + " to " +
                                                             std::to_string(sequence - 1) + " before it are missing");
    else if (codec::view<audit>(bytes)[audit::AUDIT_SEQUENCE] != k)
      found(sequence, "it is another row: its own sequence says so");
    else if (chained_hash(before_.head, bytes) != hash)
      found(sequence, "its hash does not follow from the row before it and its bytes");
    before_ = {sequence, std::string(hash)};
    if (noted_ && noted_->sequence == sequence && noted_->head != hash)
      found(sequence, "it is not the row that was noted as the chain's head");
    return true;
  }

  void expect(std::optional<audit_mark> head) { noted_ = std::move(head); }

 private:
  verification& v_;
  audit_mark before_{0, std::string(hash_length, '0')};
  std::optional<audit_mark> noted_;
};

}  // namespace

void verify_chain(verification& v) {
  if (v.is_damaged(table::audit) || v.is_damaged(table::meta)) return;
  v.phase("audit chain", table::audit);
  walk_of_chain chain(v);
  auto const head_noted = noted(v.env, meta::audit_head);
  chain.expect(head_noted);
  v.env.walk(table::audit, nullptr, {}, {},
             [&](std::string_view k, std::string_view bytes) { return chain.row(k, bytes); });
  auto const& last = chain.last();
  if (last.sequence < v.head.sequence ||
      (last.sequence == v.head.sequence && last.head != v.head.head && v.head.sequence != 0))
    chain.found(v.head.sequence, "the chain does not end in the row that was written last");
  if (head_noted && head_noted->sequence > v.head.sequence)
    chain.found(head_noted->sequence, "the chain was cut: this row was its head");
}

}  // namespace samspil::store
