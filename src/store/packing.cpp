#include "store/packing.hpp"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>

namespace samspil::store {
namespace {

constexpr std::size_t long_run_min = 32, long_run_max = 32 + 255;
constexpr unsigned char escape = 0x00, blank_runs = 0x00, zero_runs = 0x80, long_run = 0x1F;

bool is_code(char byte) { return (static_cast<unsigned char>(byte) & 0x60) == 0; }  // 00-1F and 80-9F

#ifdef __SSE2__
/// Which of the sixteen bytes at `at` are codes; bit 0 is the first.
unsigned codes_among(__m128i bytes) {
  __m128i const high = _mm_and_si128(bytes, _mm_set1_epi8(0x60));
  return static_cast<unsigned>(_mm_movemask_epi8(_mm_cmpeq_epi8(high, _mm_setzero_si128())));
}
__m128i sixteen(char const* at) { return _mm_loadu_si128(reinterpret_cast<__m128i const*>(at)); }
#endif

/// Copies bytes that lie as they are, sixteen at a time while there are
/// `needed`; stops at the first of those that `stops` gives, or in front of the
/// rest. `out` has room for sixteen bytes more than are copied.
#ifdef __SSE2__
template <class Stops>
void copy_plain(char const*& at, char const* end, char*& out, std::ptrdiff_t needed, Stops const& stops) {
  while (end - at >= needed) {
    __m128i const here = sixteen(at);
    unsigned const stop = stops(here, at);
    _mm_storeu_si128(reinterpret_cast<__m128i*>(out), here);
    int const plain = stop == 0 ? 16 : std::countr_zero(stop);
    at += plain;
    out += plain;
    if (plain < 16) return;
  }
}
/// Codes, and what a run begins with.
unsigned stops_of_row(__m128i here, char const* at) {
  __m128i const same = _mm_cmpeq_epi8(here, sixteen(at + 1));
  __m128i const filler =
      _mm_or_si128(_mm_cmpeq_epi8(here, _mm_set1_epi8(' ')), _mm_cmpeq_epi8(here, _mm_set1_epi8('0')));
  return codes_among(here) | static_cast<unsigned>(_mm_movemask_epi8(_mm_and_si128(same, filler)));
}
void copy_plain_of_row(char const*& at, char const* end, char*& out) { copy_plain(at, end, out, 17, stops_of_row); }
void copy_plain_of_packed(char const*& at, char const* end, char*& out) {
  copy_plain(at, end, out, 16, [](__m128i here, char const*) { return codes_among(here); });
}
#else  // byte by byte then, by who calls these
void copy_plain_of_row(char const*&, char const*, char*&) {}
void copy_plain_of_packed(char const*&, char const*, char*&) {}
#endif

std::size_t run_of(char const* at, char const* end) {
  char const* p = at;
  std::uint64_t const eight = static_cast<unsigned char>(*at) * 0x0101010101010101ULL;
  for (std::uint64_t word; end - p >= 8; p += 8) {
    std::memcpy(&word, p, 8);
    if (word != eight) break;
  }
  while (p != end && *p == *at) ++p;
  return static_cast<std::size_t>(p - at);
}

char* put_runs(char* out, std::size_t count, unsigned char kind) {
  while (count >= long_run_min) {
    std::size_t const now = std::min(count, long_run_max);
    *out++ = static_cast<char>(kind | long_run);
    *out++ = static_cast<char>(now - long_run_min);
    count -= now;
  }
  if (count >= 2)
    *out++ = static_cast<char>(kind | (count - 1));
  else if (count == 1)
    *out++ = kind == blank_runs ? ' ' : '0';
  return out;
}

/// The length of the run that `code` and the byte behind it stand for.
std::size_t length_of(unsigned char code, char next) {
  unsigned const bits = code & 0x1FU;
  return bits == long_run ? long_run_min + static_cast<unsigned char>(next) : bits + 1;
}

/// How long the row is; 0 when `packed` ends within a code (or is empty).
std::size_t unpacked_size(std::string_view packed) {
  std::size_t size = packed.size();
  for (std::size_t at = 0; at < packed.size(); ++at) {
    if (!is_code(packed[at])) continue;
    auto const code = static_cast<unsigned char>(packed[at]);
    bool const takes_two = code == escape || (code & 0x1FU) == long_run;
    if (takes_two && at + 1 == packed.size()) return 0;
    size += code == escape ? 1 : length_of(code, takes_two ? packed[at + 1] : '\0');
    size -= takes_two ? 2 : 1;
    at += takes_two ? 1 : 0;
  }
  return size;
}

}  // namespace

void pack(std::string_view row, std::string& to) {
  std::size_t const start = to.size();
  to.resize(start + 2 * row.size() + 16);
  char* out = to.data() + start;
  char const* at = row.data();
  char const* const end = at + row.size();
  while (at != end) {
    copy_plain_of_row(at, end, out);
    char const c = *at;
    if ((c == ' ' || c == '0') && at + 1 != end && at[1] == c) {
      std::size_t const count = run_of(at, end);
      out = put_runs(out, count, c == ' ' ? blank_runs : zero_runs);
      at += count;
      continue;
    }
    if (is_code(c)) *out++ = escape;
    *out++ = c;
    ++at;
  }
  to.resize(static_cast<std::size_t>(out - to.data()));
}

bool unpack(std::string_view packed, std::string& to) {
  std::size_t const size = unpacked_size(packed);
  if (size == 0) return packed.empty();
  std::size_t const start = to.size();
  to.resize(start + size + 16);
  char* out = to.data() + start;
  char const* at = packed.data();
  char const* const end = at + packed.size();
  while (at != end) {
    copy_plain_of_packed(at, end, out);
    if (at == end) break;
    if (!is_code(*at)) {
      *out++ = *at++;
      continue;
    }
    auto const code = static_cast<unsigned char>(*at++);
    if (code == escape) {
      *out++ = *at++;
      continue;
    }
    std::size_t const count = length_of(code, at != end ? *at : '\0');
    at += (code & 0x1FU) == long_run ? 1 : 0;
    std::memset(out, (code & 0x80U) != 0 ? '0' : ' ', count);
    out += count;
  }
  to.resize(start + size);
  return true;
}

}  // namespace samspil::store
