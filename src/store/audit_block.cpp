#include "store/audit_block.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>

#include "codec/field.hpp"
#include "store/packing.hpp"
#include "store/row_codec.hpp"

namespace samspil::store {
namespace {

using row_record = rec::AUDIT_ROW;

constexpr char block_mark = static_cast<char>(0x80);  // packing begins no row with it
constexpr std::size_t raw_hash_length = hash_length / 2;
constexpr std::size_t run_max = 255;
/// Fewer equal bytes than this stay among the others: a new pair of counts takes two.
constexpr std::size_t equal_min = 4;

/// OTHERS-COUNT, 100 when it is not digits.
std::size_t others_in(char const* row) {
  std::string_view const digits(row + row_record::OTHERS_COUNT.offset, row_record::OTHERS_COUNT.width);
  return codec::is_digits(digits) ? codec::number(digits) : 100;
}

/// How many bytes are the same from here on.
std::size_t equal_bytes(char const* a, char const* b, std::size_t most) {
  std::size_t n = 0;
  for (; n + 8 <= most; n += 8) {
    std::uint64_t x = 0;
    std::uint64_t y = 0;
    std::memcpy(&x, a + n, 8);
    std::memcpy(&y, b + n, 8);
    if constexpr (std::endian::native == std::endian::little)
      if (x != y) return n + static_cast<std::size_t>(std::countr_zero(x ^ y)) / 8;
    if (x != y) break;
  }
  while (n < most && a[n] == b[n]) ++n;
  return n;
}

void append_difference(char const* row, char const* before, std::string& to) {
  for (std::size_t at = 0; at < row_record::length;) {
    std::size_t const equal = equal_bytes(row + at, before + at, std::min(run_max, row_record::length - at));
    at += equal;
    std::size_t end = at;
    std::size_t const most = std::min(at + run_max, row_record::length);
    for (std::size_t same = 0; end < most && same < equal_min; ++end) same = row[end] == before[end] ? same + 1 : 0;
    // The equal ones that ended it belong to the next run.
    while (end > at && row[end - 1] == before[end - 1]) --end;
    to.push_back(static_cast<char>(equal));
    to.push_back(static_cast<char>(end - at));
    to.append(row + at, end - at);
    at = end;
  }
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

/// Takes the first `length` bytes off `rest`; false when it has fewer.
bool take(std::string_view& rest, std::size_t length, std::string_view& taken) {
  if (rest.size() < length) return false;
  taken = rest.substr(0, length);
  rest.remove_prefix(length);
  return true;
}

/// Fills in an AUDIT-ROW, which holds the row before it.
bool take_difference(std::string_view& rest, char* row) {
  for (std::size_t at = 0; at < row_record::length;) {
    std::string_view counts, others;
    if (!take(rest, 2, counts)) return false;
    auto const equal = static_cast<unsigned char>(counts[0]);
    auto const different = static_cast<unsigned char>(counts[1]);
    if (equal + different == 0 || at + equal + different > row_record::length) return false;
    if (!take(rest, different, others)) return false;
    std::copy(others.begin(), others.end(), row + at + equal);
    at += equal + different;
  }
  return true;
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
  append_difference(row.data(), before_.data(), bytes_);
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
    bool const whole = take_difference(rest, head.data()) && others_in(head.data()) <= 99 &&
                       take(rest, 10 * others_in(head.data()), others) && take(rest, raw_hash_length, hash);
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
