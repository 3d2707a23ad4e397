#include "admin/certificate_form.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <optional>
#include <vector>

namespace samspil::admin {
namespace {

bool is_hex(char c) { return std::isxdigit(static_cast<unsigned char>(c)) != 0; }

std::optional<std::string> fingerprint(std::string_view text) {
  std::string hex;
  for (char const c : text)
    if (c != ':') hex += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  bool const fits = hex.size() == 64 && std::all_of(hex.begin(), hex.end(), is_hex);
  return fits ? std::optional(hex) : std::nullopt;
}

std::string_view without_blanks(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ') && !text.ends_with("\\ ")) text.remove_suffix(1);
  return text;
}

/// The parts between `mark`, but for one behind a backslash.
std::vector<std::string_view> parts_of(std::string_view text, char mark) {
  std::vector<std::string_view> out;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\') {
      ++i;
    } else if (text[i] == mark) {
      out.push_back(text.substr(begin, i - begin));
      begin = i + 1;
    }
  }
  out.push_back(text.substr(begin));
  return out;
}

/// \C3 and the like as the bytes that they stand for; what else is escaped stays so.
std::string with_bytes(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    unsigned byte = 0;
    bool const escaped = text[i] == '\\' && i + 2 < text.size() && is_hex(text[i + 1]) && is_hex(text[i + 2]);
    if (escaped) std::from_chars(text.data() + i + 1, text.data() + i + 3, byte, 16);
    if (byte < 0x80) {
      out += text[i];
    } else {
      out += static_cast<char>(byte);
      i += 2;
    }
  }
  return out;
}

/// TYPE=value, blanks around the equals sign taken away.
std::optional<std::string> attribute(std::string_view part) {
  std::size_t const equals = part.find('=');
  if (equals == std::string_view::npos) return std::nullopt;
  std::string_view const type = without_blanks(part.substr(0, equals));
  bool const is_type = !type.empty() && std::all_of(type.begin(), type.end(), [](unsigned char c) {
    return std::isalnum(c) != 0 || c == '.' || c == '-';
  });
  if (!is_type) return std::nullopt;
  return std::string(type) + "=" + with_bytes(without_blanks(part.substr(equals + 1)));
}

}  // namespace

value_result<std::string> certificate_form(std::string_view text) {
  if (auto const hex = fingerprint(text)) return *hex;
  if (text.starts_with("subject=")) text.remove_prefix(8);
  text = without_blanks(text);
  bool const slashes = text.starts_with('/');
  std::vector<std::string_view> parts = parts_of(slashes ? text.substr(1) : text, slashes ? '/' : ',');
  bool const first_to_last =
      slashes || (parts.size() > 1 && std::all_of(parts.begin() + 1, parts.end(),
                                                  [](std::string_view part) { return part.starts_with(' '); }));
  if (first_to_last) std::reverse(parts.begin(), parts.end());
  std::string out;
  for (std::string_view const part : parts) {
    auto const one = attribute(part);
    if (!one)
      return wrong_value("--certificate",
                         "expected a SHA-256 fingerprint (64 hex digits) or a subject, as CN=name,O=organisation,C=DK");
    out += (out.empty() ? "" : ",") + *one;
  }
  return out;
}

}  // namespace samspil::admin
