#include "rules/case_data.hpp"

#include <charconv>
#include <optional>

#include "rules/condition_names.hpp"

namespace samspil::rules {
namespace {

/// The fields of the event's DATA; none when there is no such event.
std::span<codec::column const> fields_of(trial_event const& event) {
  codec::view<rec::INIT_ANMODNING> const keys(event.keys);
  return columns_of(std::string(keys[rec::INIT_ANMODNING::HAENDELSE]) + "-DATA")
      .value_or(std::span<codec::column const>());
}

codec::column const* field_of(trial_event const& event, std::string_view name) {
  for (codec::column const& one : fields_of(event))
    if (one.name == name) return &one;
  return nullptr;
}

/// The bytes of hex digits; nothing when they are not pairs of such.
std::optional<std::string> bytes_of(std::string_view hex) {
  std::string out;
  for (; hex.size() >= 2; hex.remove_prefix(2)) {
    unsigned char byte = 0;
    if (std::from_chars(hex.data(), hex.data() + 2, byte, 16).ptr != hex.data() + 2) return std::nullopt;
    out += static_cast<char>(byte);
  }
  return hex.empty() ? std::optional(out) : std::nullopt;
}

/// The value at `at`, which is moved behind it; nothing when it is malformed.
struct written_value {
  std::string text;
  bool bare = false;
};
std::optional<written_value> value_at(std::string_view text, std::size_t& at) {
  bool const hex = text.substr(at).starts_with("X'");
  std::size_t begin = at + (hex ? 1 : 0);
  if (begin == text.size() || text[begin] != '\'') {
    std::size_t const end = std::min(text.find(' ', at), text.size());
    written_value const out{std::string(text.substr(at, end - at)), true};
    at = end;
    if (out.text.empty() || out.text.find('\'') != std::string::npos) return std::nullopt;
    return out;
  }
  written_value out;
  for (++begin;; ++begin) {
    if (begin == text.size()) return std::nullopt;
    if (text[begin] == '\'' && text.substr(begin + 1, 1) != "'") break;
    if (text[begin] == '\'') ++begin;
    out.text += text[begin];
  }
  at = begin + 1;
  if (at < text.size() && text[at] != ' ') return std::nullopt;
  if (!hex) return out;
  auto bytes = bytes_of(out.text);
  if (!bytes) return std::nullopt;
  return written_value{*std::move(bytes), false};
}

}  // namespace

case_data::case_data(trial_event& event) : event_(event) {
  event_.data.assign(400, ' ');
  for (codec::column const& f : fields_of(event))
    for (std::size_t i = 0; f.type == codec::kind::digits && i < f.count; ++i)
      event_.data.replace(f.offset + i * f.stride, f.width, f.width, '0');
}

void case_data::read(std::string_view text, complaint const& wrong) {
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == ' ') {
      ++at;
      continue;
    }
    std::size_t const begin = at, equals = text.find('=', at);
    std::string_view name = text.substr(at, std::min(equals, text.find(' ', at)) - at);
    if (equals == std::string_view::npos || at + name.size() != equals)
      return wrong(at, "expected NAME=value or NAME(n)=value");
    at = equals + 1;
    auto value = value_at(text, at);
    if (!value) return wrong(equals + 1, "expected a word, 'text' or X'hex digits' and a blank behind it");
    std::string_view occurrence;
    if (auto const open = name.find('('); open != std::string_view::npos && name.ends_with(')')) {
      occurrence = name.substr(open + 1, name.size() - open - 2);
      name = name.substr(0, open);
      if (occurrence.empty()) return wrong(begin, "expected a number between ( and )");
    }
    put(name, begin, occurrence, std::move(value->text), value->bare, wrong);
  }
}

void case_data::put(std::string_view name, std::size_t name_at, std::string_view occurrence, std::string value,
                    bool bare, complaint const& wrong) {
  std::string const shown(name);
  if (!seen_.insert(shown + "(" + std::string(occurrence) + ")").second)
    return wrong(name_at, shown + " has a value already");
  if (!name.empty() && name.front() >= 'a' && name.front() <= 'z') {
    if (!occurrence.empty() || !suppose(name, value))
      wrong(name_at, "expected waiting=number, awaits-decision=0 or 1, undo-event=code or undo-time=yyyyMMddHHmm");
    return;
  }
  codec::column const* const field = field_of(event_, name);
  if (field == nullptr) return wrong(name_at, "the event's DATA has no field " + shown);
  if (event_.keys_only) return wrong(name_at, "a case of step K has no DATA");
  std::size_t index = 0;
  bool const number = occurrence.size() <= 2 && codec::is_digits(occurrence);
  if (!occurrence.empty()) index = number ? codec::number(occurrence) : 0;
  if (field->count == 1 && !occurrence.empty()) return wrong(name_at, shown + " does not repeat");
  if (field->count > 1 && (index == 0 || index > field->count))
    return wrong(name_at, shown + " has occurrences (1) to (" + std::to_string(field->count) + ")");
  if (value.size() > field->width)
    return wrong(name_at, shown + " has " + std::to_string(field->width) + " bytes, the value has " +
                              std::to_string(value.size()));
  std::size_t const missing = field->width - value.size();
  if (bare && field->type == codec::kind::digits && codec::is_digits(value))
    value.insert(0, missing, '0');
  else
    value.append(missing, ' ');
  event_.data.replace(field->offset + (index == 0 ? 0 : index - 1) * field->stride, field->width, value);
}

/// False when there is nothing of that name to suppose, or not with that value.
bool case_data::suppose(std::string_view name, std::string_view value) {
  supposition& to = event_.supposed;
  bool const number = !value.empty() && value.size() <= 4 && codec::is_digits(value);
  if (name == "waiting" && number) {
    to.waiting = static_cast<unsigned>(codec::number(value));
  } else if (name == "awaits-decision" && (value == "0" || value == "1")) {
    to.awaits_decision = value == "1";
  } else if (name == "undo-event" && value.size() <= 3) {
    to.undo_event = value;
  } else if (name == "undo-time" && value.size() <= 12) {
    to.undo_time = value;
  } else {
    return false;
  }
  return true;
}

}  // namespace samspil::rules
