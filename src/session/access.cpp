#include "session/access.hpp"

#include <arpa/inet.h>

#include <array>
#include <algorithm>
#include <optional>
#include <string>

namespace samspil::session {
namespace {

using row = rec::CUSTOMER_ROW;

struct address_bits {
  std::array<unsigned char, 16> bytes{};
  unsigned bits = 0;  // 32 or 128
};

std::optional<address_bits> parse(std::string_view text) {
  std::string const zero_ended(text);
  address_bits out;
  if (inet_pton(AF_INET, zero_ended.c_str(), out.bytes.data()) == 1) {
    out.bits = 32;
    return out;
  }
  if (inet_pton(AF_INET6, zero_ended.c_str(), out.bytes.data()) != 1) return std::nullopt;
  out.bits = 128;
  // An IPv4 client on a dual-stack socket.
  constexpr std::array<unsigned char, 12> mapped{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};
  if (std::equal(mapped.begin(), mapped.end(), out.bytes.begin())) {
    std::copy(out.bytes.begin() + 12, out.bytes.end(), out.bytes.begin());
    out.bits = 32;
  }
  return out;
}

}  // namespace

bool in_range(std::string_view address, std::string_view range) {
  std::size_t const slash = range.find('/');
  auto const base = parse(range.substr(0, slash));
  auto const given = parse(address);
  if (!base || !given || base->bits != given->bits) return false;
  unsigned length = base->bits;
  if (slash != std::string_view::npos) {
    std::string_view const digits = range.substr(slash + 1);
    if (digits.size() > 3 || !codec::is_digits(digits) || codec::number(digits) > base->bits) return false;
    length = static_cast<unsigned>(codec::number(digits));
  }
  for (unsigned bit = 0; bit < length; ++bit) {
    unsigned const mask = 0x80U >> (bit % 8);
    if ((base->bytes[bit / 8] & mask) != (given->bytes[bit / 8] & mask)) return false;
  }
  return true;
}

bool has_address_list(store::customer_row const& customer) {
  for (std::size_t i = 0; i < decltype(row::ADDRESS_RANGE)::count; ++i)
    if (!codec::trimmed(customer(row::ADDRESS_RANGE, i)).empty()) return true;
  return false;
}

bool may_come_from(store::customer_row const& customer, peer const& from) {
  std::string_view const bound = codec::trimmed(customer[row::CERTIFICATE]);
  if (!bound.empty() && bound != from.certificate && bound != from.certificate_subject) return false;
  bool any_range = false;
  for (std::size_t i = 0; i < decltype(row::ADDRESS_RANGE)::count; ++i) {
    std::string_view const range = codec::trimmed(customer(row::ADDRESS_RANGE, i));
    if (range.empty()) continue;
    any_range = true;
    if (in_range(from.address, range)) return true;
  }
  return !any_range;
}

}  // namespace samspil::session
