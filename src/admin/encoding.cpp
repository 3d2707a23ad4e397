#include "admin/encoding.hpp"

namespace samspil::admin {

std::string to_utf8(std::string_view latin1) {
  std::string out;
  out.reserve(latin1.size());
  for (char const c : latin1) {
    auto const byte = static_cast<unsigned char>(c);
    if (byte < 0x80) {
      out += c;
    } else {
      out += static_cast<char>(0xc0 | (byte >> 6));
      out += static_cast<char>(0x80 | (byte & 0x3f));
    }
  }
  return out;
}

std::string to_terminal(std::string_view latin1) {
  std::string clean(latin1);
  for (char& c : clean) {
    auto const byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || (byte >= 0x7f && byte < 0xa0)) c = '?';
  }
  return to_utf8(clean);
}

std::optional<std::string> to_latin1(std::string_view utf8) {
  std::string out;
  for (std::size_t i = 0; i < utf8.size(); ++i) {
    auto const byte = static_cast<unsigned char>(utf8[i]);
    if (byte < 0x80) {
      out += utf8[i];
      continue;
    }
    // Only 0xc2 and 0xc3 begin characters up to U+00FF.
    if ((byte != 0xc2 && byte != 0xc3) || i + 1 == utf8.size()) return std::nullopt;
    auto const next = static_cast<unsigned char>(utf8[++i]);
    if ((next & 0xc0) != 0x80) return std::nullopt;
    out += static_cast<char>((byte & 0x03) << 6 | (next & 0x3f));
  }
  return out;
}

std::size_t width_of(std::string_view utf8) {
  std::size_t n = 0;
  for (char const c : utf8)
    if ((static_cast<unsigned char>(c) & 0xc0) != 0x80) ++n;
  return n;
}

}  // namespace samspil::admin
