#include "store/row_codec.hpp"

#include <algorithm>

#include "rec/sams_init.hpp"
#include "store/error.hpp"

namespace samspil::store {
namespace {

using touched_record = rec::JOURNAL_TOUCHED;

constexpr std::size_t place_width = 4;
constexpr std::size_t places_max = 9999;

void append_places(std::string& to, std::vector<unsigned> const& places) {
  for (unsigned const one : places) {
    if (one > places_max) throw error("journal: a person with too many records");
    std::string const digits = std::to_string(one);
    to.append(place_width - digits.size(), '0').append(digits);
  }
}

[[noreturn]] void malformed(char const* what) { throw error(std::string(what) + ": a row does not parse"); }

/// The first `length` bytes of `rest`, which go from it.
std::string_view take(std::string_view& rest, std::size_t length) {
  if (rest.size() < length) malformed("journal");
  std::string_view const out = rest.substr(0, length);
  rest.remove_prefix(length);
  return out;
}

std::uint64_t number_in(std::string_view digits) {
  if (!codec::is_digits(digits)) malformed("journal");
  return codec::number(digits);
}

std::vector<unsigned> take_places(std::string_view& rest, std::uint64_t count) {
  std::vector<unsigned> out;
  for (std::uint64_t i = 0; i < count; ++i)
    out.push_back(static_cast<unsigned>(number_in(take(rest, place_width))));
  return out;
}

touched_person take_touched(std::string_view& rest) {
  codec::view<touched_record> const entry(take(rest, touched_record::length));
  touched_person out{std::string(entry[touched_record::PNR]), std::string(entry[touched_record::AFLEDTMRK]),
                     std::string(take(rest, number_in(entry[touched_record::REMOVED_LENGTH])))};
  out.previous = number_in(entry[touched_record::PREVIOUS_NUMBER]);
  out.removed_at = take_places(rest, number_in(entry[touched_record::REMOVED_COUNT]));
  out.added_at = take_places(rest, number_in(entry[touched_record::ADDED_COUNT]));
  return out;
}

}  // namespace

std::string encode(journal_row const& row) {
  if (row.touched.size() > 99) throw error("journal: an event touched more than 99 persons");
  auto head = row.head;
  head.set(rec::JOURNAL_ROW::LAYOUT_VERSION, layout_version);
  head.set(rec::JOURNAL_ROW::TOUCHED_COUNT, row.touched.size());
  std::size_t size = head.bytes().size();
  for (auto const& one : row.touched)
    size += touched_record::length + one.removed.size() + place_width * (one.removed_at.size() + one.added_at.size());
  std::string bytes;
  bytes.reserve(size);
  bytes.append(head.bytes());
  for (auto const& one : row.touched) {
    if (one.removed.size() > 999'999 || one.removed_at.size() > places_max || one.added_at.size() > places_max)
      throw error("journal: the removed records of a person are too long");
    codec::buffer<touched_record> entry;
    entry.set(touched_record::PNR, one.pnr);
    entry.set(touched_record::AFLEDTMRK, one.aflmrk);
    entry.set(touched_record::REMOVED_LENGTH, one.removed.size());
    entry.set(touched_record::REMOVED_COUNT, one.removed_at.size());
    entry.set(touched_record::ADDED_COUNT, one.added_at.size());
    entry.set(touched_record::PREVIOUS_NUMBER, one.previous);
    bytes.append(entry.bytes());
    bytes.append(one.removed);
    append_places(bytes, one.removed_at);
    append_places(bytes, one.added_at);
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
    row.touched.push_back(take_touched(rest));
  }
  if (!rest.empty()) malformed("journal");
  return row;
}

std::vector<event_person> persons_of(journal_row const& row) {
  codec::view<rec::INIT_ANMODNING> const keys(row.head[rec::JOURNAL_ROW::EVENT_KEYS]);
  std::vector<event_person> persons{
      {keys[rec::INIT_ANMODNING::PNR], codec::number(row.head[rec::JOURNAL_ROW::PREVIOUS_NUMBER])}};
  for (touched_person const& one : row.touched) {
    auto const is_same = [&](event_person const& other) { return other.pnr == one.pnr; };
    if (std::none_of(persons.begin(), persons.end(), is_same)) persons.push_back({one.pnr, one.previous});
  }
  return persons;
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
