#include "codec/message_parts.hpp"

#include <map>

#include "codec/field.hpp"
#include "rec/direkte.hpp"
#include "rec/sams_hoved.hpp"
#include "rec/sams_init.hpp"
#include "rec/sams_meddelelse.hpp"
#include "rec/sams_vlst.hpp"

namespace samspil::codec {
namespace {

using rec::HOVED;

bool has_header(std::string_view message) { return message.size() >= HOVED::length && message.starts_with("SAMS"); }

function_type const* function_of(std::string_view message) {
  return find_function(view<HOVED>(message)[HOVED::FUNKTION]);
}

/// Collects parts one behind the other until the bytes end.
class walker {
 public:
  explicit walker(std::string_view message) : message_(message) {}

  bool add(record_layout const& layout, std::size_t occurrence = 0) {
    if (message_.size() < at_ + layout.length) return false;
    std::string label = layout.name;
    if (occurrence > 0) label += "(" + std::to_string(occurrence) + ")";
    parts_.push_back({&layout, std::move(label), at_});
    at_ += layout.length;
    return true;
  }
  void add_all(std::span<std::string_view const> names, std::string_view event) {
    for (std::string_view name : names)
      if (!add(event_layout(event, name))) return;
  }
  void add_times(std::string_view name, std::size_t count) {
    for (std::size_t i = 1; i <= count; ++i)
      if (!add(event_layout("", name), i)) return;
  }
  std::vector<message_part> take() { return std::move(parts_); }

 private:
  std::string_view message_;
  std::vector<message_part> parts_;
  std::size_t at_ = 0;
};

/// DIREKTE-SVAR and, without an error, the records behind it by their types.
std::vector<message_part> direkte_answer_parts(std::string_view message, std::string_view family) {
  walker parts(message);
  if (!parts.add(*find_layout(rec::DIREKTE_SVAR::name))) return parts.take();
  if (view<rec::DIREKTE_SVAR>(message)[rec::DIREKTE_SVAR::FEJLNR] != "00") return parts.take();
  std::string const book = family == "PRIV" ? "PRIV-" : "PERSON-";
  std::map<std::string, std::size_t> seen;
  for (std::size_t at = rec::DIREKTE_SVAR::length; at + 3 <= message.size();) {
    record_layout const* const layout = find_layout(book + std::string(message.substr(at, 3)));
    if (layout == nullptr || !parts.add(*layout, ++seen[layout->name])) break;
    at += layout->length;
  }
  return parts.take();
}

bool has_body(std::string_view message) {
  char const kvit = view<HOVED>(message)[HOVED::KVIT].front();
  return kvit == 'O' || kvit == 'A';
}

/// ANTAL of the VLST-SVAR that begins at `offset`, nothing when it is not there.
std::optional<std::size_t> listed(std::string_view message, std::size_t offset) {
  if (message.size() < offset + rec::VLST_SVAR::length) return std::nullopt;
  auto const count = view<rec::VLST_SVAR>(message.substr(offset))[rec::VLST_SVAR::ANTAL];
  if (!is_digits(count)) return std::nullopt;
  return number(count);
}

/// The event of an answer: VVIS says it, the others are of the dialogue.
std::string_view event_of(std::string_view message, function_type const& function, std::string_view event) {
  if (function.code != "VVIS" || message.size() < HOVED::length + rec::VENTPOST::length) return event;
  return view<rec::VENTPOST>(message.substr(HOVED::length))[rec::VENTPOST::HAENDELSE];
}

}  // namespace

bool is_direkte(std::string_view request) { return request.starts_with("PRIV") || request.starts_with("OFF4"); }

bool is_direkte_logon(std::string_view request) {
  std::size_t const decides = rec::DIREKTE_LOGON::ABON_TYPE.offset;
  return is_direkte(request) && request.size() > decides && request[decides] == '9';
}

std::vector<message_part> request_parts(std::string_view message, std::string_view event) {
  if (is_direkte(message)) {
    walker parts(message);  // bytes behind a request are ignored
    parts.add(*find_layout(is_direkte_logon(message) ? rec::DIREKTE_LOGON::name : rec::DIREKTE_OPSLAG::name));
    return parts.take();
  }
  if (!has_header(message)) return {};
  walker parts(message);
  parts.add(event_layout("", HOVED::name));
  if (function_type const* function = function_of(message)) parts.add_all(function->request, event);
  return parts.take();
}

std::vector<message_part> answer_parts(std::string_view message, std::string_view event) {
  if (is_direkte(event)) return direkte_answer_parts(message, event);
  if (!has_header(message)) return {};
  walker parts(message);
  parts.add(event_layout("", HOVED::name));
  function_type const* const function = function_of(message);
  if (function != nullptr && has_body(message)) {
    parts.add_all(function->answer, event_of(message, *function, event));
    if (function->code == "VLST") parts.add_times(rec::VENTPOST::name, listed(message, HOVED::length).value_or(0));
  }
  auto const count = view<HOVED>(message)[HOVED::ANTAL_MEDD];
  if (is_digits(count)) parts.add_times(rec::MEDDELELSE::name, number(count));
  return parts.take();
}

std::optional<std::size_t> answer_length(std::string_view message) {
  if (!has_header(message)) return std::nullopt;
  auto const hoved = view<HOVED>(message);
  if (!is_digits(hoved[HOVED::ANTAL_MEDD])) return std::nullopt;
  std::size_t length = HOVED::length;
  if (has_body(message)) {
    function_type const* const function = function_of(message);
    if (function == nullptr) return std::nullopt;
    for (std::string_view name : function->answer) length += event_layout("", name).length;
    if (function->code == "VLST") {
      auto const count = listed(message, HOVED::length);
      if (!count) return std::nullopt;
      length += *count * rec::VENTPOST::length;
    }
  } else if (hoved[HOVED::KVIT] != "F") {
    return std::nullopt;
  }
  return length + number(hoved[HOVED::ANTAL_MEDD]) * rec::MEDDELELSE::length;
}

named_byte name_of_byte(std::vector<message_part> const& parts, std::size_t byte) {
  for (message_part const& part : parts) {
    if (byte < part.offset || byte >= part.offset + part.layout->length) continue;
    for (layout_item const& item : part.layout->items)
      if (byte - part.offset >= item.offset && byte - part.offset < item.offset + item.width)
        return {part.label, item.path};
    return {part.label, {}};
  }
  return {};
}

}  // namespace samspil::codec
