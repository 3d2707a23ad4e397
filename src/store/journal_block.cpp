#include "store/journal_block.hpp"

#include <algorithm>
#include <cstdint>

#include "store/difference.hpp"
#include "store/packing.hpp"

namespace samspil::store {
namespace {

using journal_record = rec::JOURNAL_ROW;

constexpr char mark_of_rows = static_cast<char>(0x80);  // packing begins no row with it
constexpr std::size_t length_width = 4;

void put_length(std::size_t length, char* to) {
  for (std::size_t i = length_width; i-- > 0; length >>= 8) to[i] = static_cast<char>(length & 0xFF);
}

std::size_t length_at(std::string_view bytes) {
  std::size_t length = 0;
  for (char const c : bytes) length = length << 8 | static_cast<unsigned char>(c);
  return length;
}

bool append_row_in(std::string_view& rest, std::array<char, journal_record::length>& head, std::string& rows) {
  std::string_view length, tail;
  if (!take_difference(rest, head) || !take_bytes(rest, length_width, length) ||
      !take_bytes(rest, length_at(length), tail))
    return false;
  rows.append(head.data(), head.size());
  return unpack(tail, rows);
}

}  // namespace

bool journal_block::add(std::string_view row) {
  if (row.size() < journal_record::length) return false;
  if (bytes_.empty()) {
    bytes_.push_back(mark_of_rows);
    before_ = journal_record::initial();
  }
  append_difference(row.substr(0, journal_record::length), before_.data(), bytes_);
  std::size_t const at = bytes_.size();
  bytes_.append(length_width, '\0');
  pack(row.substr(journal_record::length), bytes_);
  put_length(bytes_.size() - at - length_width, bytes_.data() + at);
  std::copy_n(row.begin(), before_.size(), before_.begin());
  return true;
}

bool unpack_journal(std::string_view value, std::string& rows, std::vector<std::size_t>& ends) {
  if (value.empty() || value.front() != mark_of_rows) {
    if (!unpack(value, rows)) return false;
    ends.push_back(rows.size());
    return true;
  }
  std::size_t const size_before = rows.size();
  std::size_t const count_before = ends.size();
  std::array<char, journal_record::length> head = journal_record::initial();
  for (std::string_view rest = value.substr(1);;) {
    if (!append_row_in(rest, head, rows)) {
      rows.resize(size_before);
      ends.resize(count_before);
      return false;
    }
    ends.push_back(rows.size());
    if (rest.empty()) return true;
  }
}

}  // namespace samspil::store
