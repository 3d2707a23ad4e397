#include "client/replay_shown.hpp"

#include <algorithm>

namespace samspil::client::replay {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Runs of digits in `text` that `hide` says yes to, by their length, as `*`;
/// one hyphen behind six digits is part of a run.
template <class Hide>
std::string hide_runs(std::string_view text, Hide hide) {
  std::string out(text);
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    std::size_t digits = 0;
    while (end < text.size()) {
      if (is_digit(text[end]))
        ++digits;
      else if (text[end] != '-' || digits != 6 || end + 1 == text.size() || !is_digit(text[end + 1]))
        break;
      ++end;
    }
    if (digits > 0 && hide(digits))
      for (std::size_t i = at; i < end; ++i)
        if (is_digit(out[i])) out[i] = '*';
    at = std::max(end, at + 1);
  }
  return out;
}

}  // namespace

bool is_secret(layout_item const& item) {
  return item.name == "TOKEN" || item.name == "KENDEORD" || item.name == "NYT-KENDEORD";
}

std::string masked(layout_item const& item, std::string_view bytes, bool clear) {
  bool const blank = codec::trimmed(bytes).empty();
  if (is_secret(item)) return blank ? std::string(bytes) : std::string(bytes.size(), '*');
  if (clear) return std::string(bytes);
  if (item.is_personnummer()) {
    bool const zeros = bytes.find_first_not_of('0') == std::string_view::npos;
    return zeros || blank ? std::string(bytes) : std::string(bytes.size(), '*');
  }
  if (item.type == codec::kind::digits) return std::string(bytes);
  return hide_runs(bytes, [](std::size_t digits) { return digits == 10; });
}

std::string masked_unknown(std::string_view bytes, bool clear) {
  if (clear) return std::string(bytes);
  return hide_runs(bytes, [](std::size_t digits) { return digits >= 10; });
}

std::string for_terminal(std::string_view bytes) {
  std::string out;
  for (char c : bytes) {
    auto const byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || (byte >= 0x7f && byte < 0xa0)) {
      out += '.';
    } else if (byte < 0x80) {
      out += c;
    } else {
      out += static_cast<char>(0xc0 | (byte >> 6));
      out += static_cast<char>(0x80 | (byte & 0x3f));
    }
  }
  return out;
}

std::string json_string(std::string_view bytes) {
  std::string out = "\"";
  for (char c : for_terminal(bytes)) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

}  // namespace samspil::client::replay
