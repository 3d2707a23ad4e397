#include "store/audit_block.hpp"

#include <algorithm>

#include "codec/field.hpp"
#include "store/row_codec.hpp"

namespace samspil::store {
namespace {

using row_record = rec::AUDIT_ROW;

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

bool audit_form::append_tail(std::string_view row, std::string& to) {
  std::size_t const others = others_in(row.data());
  if (others > 99 || row.size() != record::length + 10 * others + hash_length) return false;
  to.append(row.substr(record::length, 10 * others));
  return append_raw(row.substr(row.size() - hash_length), to);
}

bool audit_form::take_tail(std::string_view& rest, char const* head, std::string& rows) {
  std::string_view others, hash;
  bool const whole = others_in(head) <= 99 && take_bytes(rest, 10 * others_in(head), others) &&
                     take_bytes(rest, raw_hash_length, hash);
  if (!whole) return false;
  rows.append(others);
  append_hex(hash, rows);
  return true;
}

}  // namespace samspil::store
