#include "store/audit_block.hpp"

#include <algorithm>

#include "codec/field.hpp"
#include "store/difference.hpp"
#include "store/packing.hpp"
#include "store/row_codec.hpp"

namespace samspil::store {
namespace {

using row_record = rec::AUDIT_ROW;

constexpr char block_mark = static_cast<char>(0x80);  // packing begins no row with it
constexpr std::size_t raw_hash_length = hash_length / 2;

/// OTHERS-COUNT, 100 when it is not digits.
std::size_t others_in(char const* row) {
  std::string_view const digits(row + row_record::OTHERS_COUNT.offset, row_record::OTHERS_COUNT.width);
  return codec::is_digits(digits) ? codec::number(digits) : 100;
}

/// The value of a lower-case hex digit, 16 for anything else. A table, because nobody can guess a hash's digits: each
/// wrong guess of a branch costs the processor more than the rest of the digit.
constexpr auto hex_values = [] {
  std::array<unsigned char, 256> out{};
  out.fill(16);
  for (unsigned char i = 0; i < 10; ++i) out['0' + i] = i;
  for (unsigned char i = 0; i < 6; ++i) out['a' + i] = static_cast<unsigned char>(10 + i);
  return out;
}();

unsigned hex_value(char digit) { return hex_values[static_cast<unsigned char>(digit)]; }

bool append_raw(std::string_view hex, std::string& to) {
  std::array<char, raw_hash_length> raw{};
  unsigned all = 0;
  for (std::size_t i = 0; i < raw.size(); ++i) {
    unsigned const high = hex_value(hex[2 * i]);
    unsigned const low = hex_value(hex[2 * i + 1]);
    all |= high | low;
    raw[i] = static_cast<char>(high << 4 | low);
  }
  if (all > 15) return false;
  to.append(raw.data(), raw.size());
  return true;
}

void append_hex(std::string_view raw, std::string& to) {
  constexpr std::string_view digits = "0123456789abcdef";
  for (char const c : raw) {
    auto const byte = static_cast<unsigned char>(c);
    to.push_back(digits[byte >> 4]);
    to.push_back(digits[byte & 15]);
  }
}

}  // namespace

bool audit_block::add(std::string_view row) {
  if (row.size() < row_record::length + hash_length) return false;
  std::size_t const others = others_in(row.data());
  if (others > 99 || row.size() != row_record::length + 10 * others + hash_length) return false;
  std::size_t const start = bytes_.size();
  if (start == 0) {
    bytes_.push_back(block_mark);
    before_ = row_record::initial();
  }
  append_difference(row.substr(0, row_record::length), before_.data(), bytes_);
  bytes_.append(row.substr(row_record::length, 10 * others));
  if (!append_raw(row.substr(row.size() - hash_length), bytes_)) {
    bytes_.resize(start);
    return false;
  }
  std::copy_n(row.begin(), before_.size(), before_.begin());
  return true;
}

bool unpack_audit(std::string_view value, std::string& rows, std::vector<std::size_t>& ends) {
  if (value.empty() || value.front() != block_mark) {
    if (!unpack(value, rows)) return false;
    ends.push_back(rows.size());
    return true;
  }
  std::size_t const size_before = rows.size();
  std::size_t const count_before = ends.size();
  std::array<char, row_record::length> head = row_record::initial();
  for (std::string_view rest = value.substr(1);;) {
    std::string_view others, hash;
    bool const whole = take_difference(rest, head) && others_in(head.data()) <= 99 &&
                       take_bytes(rest, 10 * others_in(head.data()), others) &&
                       take_bytes(rest, raw_hash_length, hash);
    if (!whole) {
      rows.resize(size_before);
      ends.resize(count_before);
      return false;
    }
    rows.append(head.data(), head.size()).append(others);
    append_hex(hash, rows);
    ends.push_back(rows.size());
    if (rest.empty()) return true;
  }
}

}  // namespace samspil::store
