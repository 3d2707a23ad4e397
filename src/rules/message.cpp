#include "rules/message.hpp"

#include <optional>

#include "codec/field.hpp"
#include "rec/sams_meddelelse.hpp"
#include "rules/checks.hpp"

namespace samspil::rules {

bool refused(messages const& list) {
  for (message const& m : list)
    if (m.klasse == 'F') return true;
  return false;
}

namespace {

/// The brackets around a text's `%`.
struct optional_part {
  std::size_t open, percent, close;
};
std::optional<optional_part> optional_part_of(std::string_view text) {
  optional_part out{0, text.find('%'), 0};
  if (out.percent == std::string_view::npos) return std::nullopt;
  out.open = text.rfind('[', out.percent);
  out.close = text.find(']', out.percent);
  if (out.open == std::string_view::npos || out.close == std::string_view::npos) return std::nullopt;
  return out;
}

/// The text with the value for its `%`, without its optional part when there is no value.
std::string with_value(std::string_view text, std::string_view value) {
  std::string out(text);
  if (auto const part = optional_part_of(text)) {
    if (value.empty()) return out.erase(part->open, part->close + 1 - part->open);
    return out.erase(part->close, 1).replace(part->percent, 1, value).erase(part->open, 1);
  }
  if (auto const place = text.find('%'); place != std::string_view::npos) out.replace(place, 1, value);
  return out;
}

}  // namespace

bool needs_value(std::string_view text) {
  return text.find('%') != std::string_view::npos && !optional_part_of(text);
}

message make_message(tables const& table, actor const& who, std::string_view rule, unsigned number, char klasse,
                     std::string_view felt, unsigned occurrence, std::string_view value) {
  std::string const text = with_value(table.messages.find(number, who.language), codec::trimmed(value));
  constexpr std::size_t width = decltype(rec::MEDDELELSE::TEKST)::width;
  return {number, klasse, std::string(felt), occurrence, std::string(rule), text.substr(0, width)};
}

}  // namespace samspil::rules
