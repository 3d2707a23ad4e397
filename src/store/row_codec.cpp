#include "store/row_codec.hpp"

#include "store/error.hpp"

namespace samspil::store {
namespace {

using touched_record = rec::JOURNAL_TOUCHED;

[[noreturn]] void malformed(char const* what) { throw error(std::string(what) + ": a row does not parse"); }

}  // namespace

std::string encode(journal_row const& row) {
  if (row.touched.size() > 99) throw error("journal: an event touched more than 99 persons");
  auto head = row.head;
  head.set(rec::JOURNAL_ROW::LAYOUT_VERSION, layout_version);
  head.set(rec::JOURNAL_ROW::TOUCHED_COUNT, row.touched.size());
  std::size_t size = head.bytes().size();
  for (auto const& one : row.touched) size += touched_record::length + one.removed.size();
  std::string bytes;
  bytes.reserve(size);
  bytes.append(head.bytes());
  for (auto const& one : row.touched) {
    if (one.removed.size() > 999'999) throw error("journal: the removed records of a person are too long");
    codec::buffer<touched_record> entry;
    entry.set(touched_record::PNR, one.pnr);
    entry.set(touched_record::AFLEDTMRK, one.aflmrk);
    entry.set(touched_record::REMOVED_LENGTH, one.removed.size());
    bytes.append(entry.bytes());
    bytes.append(one.removed);
  }
  return bytes;
}

journal_row parse_journal(std::string_view bytes) {
  if (bytes.size() < rec::JOURNAL_ROW::length) malformed("journal");
  journal_row row{codec::buffer<rec::JOURNAL_ROW>(bytes.substr(0, rec::JOURNAL_ROW::length)), {}};
  std::string_view rest = bytes.substr(rec::JOURNAL_ROW::length);
  std::string_view const count_digits = row.head[rec::JOURNAL_ROW::TOUCHED_COUNT];
  if (!codec::is_digits(count_digits)) malformed("journal");
  std::uint64_t const count = codec::number(count_digits);
  row.touched.reserve(count);
  for (std::uint64_t i = 0; i < count; ++i) {
    if (rest.size() < touched_record::length) malformed("journal");
    codec::view<touched_record> const entry(rest);
    std::string_view const length_digits = entry[touched_record::REMOVED_LENGTH];
    if (!codec::is_digits(length_digits)) malformed("journal");
    std::uint64_t const length = codec::number(length_digits);
    rest.remove_prefix(touched_record::length);
    if (rest.size() < length) malformed("journal");
    row.touched.push_back({std::string(entry[touched_record::PNR]), std::string(entry[touched_record::AFLEDTMRK]),
                           std::string(rest.substr(0, length))});
    rest.remove_prefix(length);
  }
  if (!rest.empty()) malformed("journal");
  return row;
}

audit_row parse_audit(std::string_view bytes) {
  if (bytes.size() < rec::AUDIT_ROW::length + hash_length) malformed("audit");
  audit_row row{codec::buffer<rec::AUDIT_ROW>(bytes.substr(0, rec::AUDIT_ROW::length)), {}, {}};
  std::string_view const count_digits = row.head[rec::AUDIT_ROW::OTHERS_COUNT];
  if (!codec::is_digits(count_digits)) malformed("audit");
  std::uint64_t const count = codec::number(count_digits);
  if (bytes.size() != rec::AUDIT_ROW::length + count * 10 + hash_length) malformed("audit");
  row.others.reserve(count);
  for (std::uint64_t i = 0; i < count; ++i) row.others.emplace_back(bytes.substr(rec::AUDIT_ROW::length + i * 10, 10));
  row.hash = std::string(bytes.substr(bytes.size() - hash_length));
  return row;
}

}  // namespace samspil::store
