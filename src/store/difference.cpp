#include "store/difference.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>

namespace samspil::store {
namespace {

constexpr std::size_t run_max = 255;
/// Fewer equal bytes than this stay among the others: a new pair of counts takes two.
constexpr std::size_t equal_min = 4;

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

}  // namespace

void append_difference(std::string_view record, char const* before, std::string& to) {
  for (std::size_t at = 0; at < record.size();) {
    std::size_t const equal = equal_bytes(record.data() + at, before + at, std::min(run_max, record.size() - at));
    at += equal;
    std::size_t end = at;
    std::size_t const most = std::min(at + run_max, record.size());
    for (std::size_t same = 0; end < most && same < equal_min; ++end) same = record[end] == before[end] ? same + 1 : 0;
    // The equal ones that ended it belong to the next run.
    while (end > at && record[end - 1] == before[end - 1]) --end;
    to.push_back(static_cast<char>(equal));
    to.push_back(static_cast<char>(end - at));
    to.append(record.substr(at, end - at));
    at = end;
  }
}

bool take_difference(std::string_view& rest, std::span<char> record) {
  for (std::size_t at = 0; at < record.size();) {
    std::string_view counts, others;
    if (!take_bytes(rest, 2, counts)) return false;
    auto const equal = static_cast<unsigned char>(counts[0]);
    auto const different = static_cast<unsigned char>(counts[1]);
    if (equal + different == 0 || at + equal + different > record.size()) return false;
    if (!take_bytes(rest, different, others)) return false;
    std::copy(others.begin(), others.end(), record.begin() + static_cast<std::ptrdiff_t>(at + equal));
    at += equal + different;
  }
  return true;
}

}  // namespace samspil::store
