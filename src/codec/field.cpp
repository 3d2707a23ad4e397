#include "codec/field.hpp"

#include <algorithm>
#include <cstring>

namespace samspil::codec {
namespace {

[[noreturn]] void does_not_fit(std::string_view record, std::string_view name) {
  throw std::length_error(std::string(record) + ": " + std::string(name) + ": value does not fit");
}

}  // namespace

void place(char* to, std::size_t width, kind type, std::string_view text, std::string_view record,
           std::string_view name) {
  if (text.size() > width) {
    if (trimmed(text).size() > width) does_not_fit(record, name);
    text = text.substr(0, width);
  }
  std::size_t const pad = width - text.size();
  if (type == kind::digits) {
    std::memset(to, '0', pad);
    std::copy(text.begin(), text.end(), to + pad);  // unlike memcpy it takes an empty text's null
  } else {
    std::copy(text.begin(), text.end(), to);
    std::memset(to + text.size(), ' ', pad);
  }
}

void place(char* to, std::size_t width, kind type, std::uint64_t value, std::string_view record,
           std::string_view name) {
  char digits[20];
  std::size_t at = sizeof digits;
  do {
    digits[--at] = static_cast<char>('0' + value % 10);
    value /= 10;
  } while (value != 0);
  place(to, width, type, std::string_view(digits + at, sizeof digits - at), record, name);
}

}  // namespace samspil::codec
