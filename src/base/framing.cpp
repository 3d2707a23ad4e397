#include "base/framing.hpp"

#include <array>
#include <cstdint>
#include <limits>
#include <utility>

namespace samspil {
namespace {

using kind = framing::kind;

constexpr std::string_view self_suffix = "+self";
constexpr std::array<std::pair<std::string_view, kind>, 6> names{{{"header", kind::header},
                                                                  {"len2", kind::len2},
                                                                  {"len4", kind::len4},
                                                                  {"ascii4", kind::ascii4},
                                                                  {"llzz", kind::llzz},
                                                                  {"rdw", kind::rdw}}};

std::uint64_t big_endian(std::string_view bytes) {
  std::uint64_t n = 0;
  for (char const c : bytes) n = n << 8 | static_cast<unsigned char>(c);
  return n;
}

std::string big_endian(std::uint64_t n, std::size_t width) {
  std::string out(width, '\0');
  for (std::size_t i = width; i-- > 0; n >>= 8) out[i] = static_cast<char>(n & 0xFF);
  return out;
}

/// What the length field says, nothing when it cannot be one.
std::optional<std::uint64_t> announced(kind what, std::string_view prefix) {
  switch (what) {
    case kind::header: return std::nullopt;
    case kind::len2:
    case kind::len4: return big_endian(prefix);
    case kind::llzz: return big_endian(prefix.substr(0, 2));
    case kind::rdw:
      if (prefix.substr(2) != std::string_view("\0\0", 2)) return std::nullopt;
      return big_endian(prefix.substr(0, 2));
    case kind::ascii4: {
      std::uint64_t n = 0;
      for (char const c : prefix) {
        if (c < '0' || c > '9') return std::nullopt;
        n = n * 10 + static_cast<std::uint64_t>(c - '0');
      }
      return n;
    }
  }
  return std::nullopt;
}

}  // namespace

std::size_t framing::prefix_length() const {
  switch (what) {
    case kind::header: return 0;
    case kind::len2: return 2;
    default: return 4;
  }
}

std::size_t framing::message_length_max() const {
  std::size_t most = std::numeric_limits<std::size_t>::max();
  switch (what) {
    case kind::header: return most;
    case kind::len4: most = std::numeric_limits<std::uint32_t>::max(); break;
    case kind::ascii4: most = 9999; break;
    case kind::len2:
    case kind::llzz:
    case kind::rdw: most = std::numeric_limits<std::uint16_t>::max(); break;
  }
  return counts_itself ? most - prefix_length() : most;
}

std::optional<std::string> framing::prefix_of(std::size_t message_length) const {
  if (message_length > message_length_max()) return std::nullopt;
  std::size_t const n = message_length + (counts_itself ? prefix_length() : 0);
  switch (what) {
    case kind::header: return "";
    case kind::len2: return big_endian(n, 2);
    case kind::len4: return big_endian(n, 4);
    case kind::ascii4: return std::to_string(10'000 + n).substr(1);
    case kind::llzz:
    case kind::rdw: return big_endian(n, 2) + std::string(2, '\0');
  }
  return std::nullopt;
}

std::optional<framing> find_framing(std::string_view name) {
  bool const self = name.ends_with(self_suffix);
  if (self) name.remove_suffix(self_suffix.size());
  for (auto const& [known, what] : names)
    if (known == name && !(self && what == kind::header)) return framing{what, self};
  return std::nullopt;
}

std::string name_of(framing const& how) {
  for (auto const& [known, what] : names)
    if (what == how.what) return std::string(known) + (how.counts_itself ? std::string(self_suffix) : "");
  return {};
}

std::string framing_names() {
  std::string out;
  for (auto const& [known, what] : names) out += (out.empty() ? "" : ", ") + std::string(known);
  return out + "; all but header also with " + std::string(self_suffix);
}

frame_start read_frame_start(framing const& how, std::string_view have) {
  std::size_t const prefix = how.prefix_length();
  if (have.size() < prefix) return {};
  auto const said = announced(how.what, have.substr(0, prefix));
  std::uint64_t const own = how.counts_itself ? prefix : 0;
  if (!said || *said < own) return {true, false, 0};
  return {true, true, static_cast<std::size_t>(*said - own)};
}

}  // namespace samspil
