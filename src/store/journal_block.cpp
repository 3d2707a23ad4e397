#include "store/journal_block.hpp"

namespace samspil::store {
namespace {

constexpr std::size_t length_width = 4;

void put_length(std::size_t length, char* to) {
  for (std::size_t i = length_width; i-- > 0; length >>= 8) to[i] = static_cast<char>(length & 0xFF);
}

std::size_t length_at(std::string_view bytes) {
  std::size_t length = 0;
  for (char const c : bytes) length = length << 8 | static_cast<unsigned char>(c);
  return length;
}

}  // namespace

bool journal_form::append_tail(std::string_view row, std::string& to) {
  std::size_t const at = to.size();
  to.append(length_width, '\0');
  pack(row.substr(record::length), to);
  put_length(to.size() - at - length_width, to.data() + at);
  return true;
}

bool journal_form::take_tail(std::string_view& rest, char const*, std::string& rows) {
  std::string_view length, tail;
  return take_bytes(rest, length_width, length) && take_bytes(rest, length_at(length), tail) && unpack(tail, rows);
}

}  // namespace samspil::store
