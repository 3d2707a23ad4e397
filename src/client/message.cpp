#include "client/message.hpp"

#include <algorithm>

#include "rec/sams_init.hpp"
#include "rec/sams_vlst.hpp"

namespace samspil::client {
namespace {

using rec::HOVED;

bool has_header(std::string_view message) { return message.size() >= HOVED::length && message.starts_with("SAMS"); }

function_type const* function_of(std::string_view message) {
  return find_function(codec::view<HOVED>(message)[HOVED::FUNKTION]);
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

bool has_body(std::string_view message) {
  char const kvit = codec::view<HOVED>(message)[HOVED::KVIT].front();
  return kvit == 'O' || kvit == 'A';
}

/// ANTAL of the VLST-SVAR that begins at `offset`, nothing when it is not there.
std::optional<std::size_t> listed(std::string_view message, std::size_t offset) {
  if (message.size() < offset + rec::VLST_SVAR::length) return std::nullopt;
  auto const count = codec::view<rec::VLST_SVAR>(message.substr(offset))[rec::VLST_SVAR::ANTAL];
  if (!codec::is_digits(count)) return std::nullopt;
  return codec::number(count);
}

/// The event of an answer: VVIS says it, the others are of the dialogue.
std::string_view event_of(std::string_view message, function_type const& function, std::string_view event) {
  if (function.code != "VVIS" || message.size() < HOVED::length + rec::VENTPOST::length) return event;
  return codec::view<rec::VENTPOST>(message.substr(HOVED::length))[rec::VENTPOST::HAENDELSE];
}

}  // namespace

std::vector<message_part> request_parts(std::string_view message, std::string_view event) {
  if (!has_header(message)) return {};
  walker parts(message);
  parts.add(event_layout("", HOVED::name));
  if (function_type const* function = function_of(message)) parts.add_all(function->request, event);
  return parts.take();
}

std::vector<message_part> answer_parts(std::string_view message, std::string_view event) {
  if (!has_header(message)) return {};
  walker parts(message);
  parts.add(event_layout("", HOVED::name));
  function_type const* const function = function_of(message);
  if (function != nullptr && has_body(message)) {
    parts.add_all(function->answer, event_of(message, *function, event));
    if (function->code == "VLST") parts.add_times(rec::VENTPOST::name, listed(message, HOVED::length).value_or(0));
  }
  auto const count = codec::view<HOVED>(message)[HOVED::ANTAL_MEDD];
  if (codec::is_digits(count)) parts.add_times(rec::MEDDELELSE::name, codec::number(count));
  return parts.take();
}

std::optional<std::size_t> answer_length(std::string_view message) {
  if (!has_header(message)) return std::nullopt;
  auto const hoved = codec::view<HOVED>(message);
  if (!codec::is_digits(hoved[HOVED::ANTAL_MEDD])) return std::nullopt;
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
  return length + codec::number(hoved[HOVED::ANTAL_MEDD]) * rec::MEDDELELSE::length;
}

request::request(std::string_view function) {
  hoved_.set(HOVED::CPRTRANS, "SAMS").set(HOVED::KOMMA, ",").set(HOVED::FUNKTION, function).set(HOVED::VERSION, "01");
  function_type const* const known = find_function(function);
  if (known == nullptr) return;
  for (std::string_view name : known->request) {
    record_layout const& layout = event_layout("", name);
    std::string blank(layout.length, ' ');
    for (layout_item const& item : layout.items)
      if (item.type == codec::kind::digits) blank.replace(item.offset, item.width, item.width, '0');
    body_ += blank;
  }
}

request& request::body(std::string_view bytes) {
  body_ = bytes;
  return *this;
}

std::string request::bytes() const {
  codec::buffer<HOVED> header = hoved_;
  header.set(HOVED::LAENGDE, HOVED::length + body_.size());
  return std::string(header.bytes()) + body_;
}

result<answer> answer::read(std::string bytes) {
  auto const fault = [](std::string_view field, std::size_t byte, std::string expected) {
    return decode_error{"answer", 0, "HOVED", std::string(field), byte, std::move(expected)};
  };
  if (bytes.size() < HOVED::length) return fault("", 0, "100 bytes or more, not " + std::to_string(bytes.size()));
  auto const hoved = codec::view<HOVED>(bytes);
  if (hoved[HOVED::CPRTRANS] != "SAMS") return fault("CPRTRANS", HOVED::CPRTRANS.offset + 1, "SAMS");
  auto const length = hoved[HOVED::LAENGDE];
  if (!codec::is_digits(length) || codec::number(length) != bytes.size())
    return fault("LAENGDE", HOVED::LAENGDE.offset + 1, "the " + std::to_string(bytes.size()) + " bytes that came");
  if (!codec::is_digits(hoved[HOVED::FEJLNR])) return fault("FEJLNR", HOVED::FEJLNR.offset + 1, "digits");
  if (std::string_view("OAF").find(hoved[HOVED::KVIT].front()) == std::string_view::npos)
    return fault("KVIT", HOVED::KVIT.offset + 1, "O, A or F");
  if (!codec::is_digits(hoved[HOVED::ANTAL_MEDD])) return fault("ANTAL-MEDD", HOVED::ANTAL_MEDD.offset + 1, "digits");
  auto const by_parts = answer_length(bytes);
  if (!by_parts) return fault("FUNKTION", HOVED::FUNKTION.offset + 1, "one that has an answer body");
  if (*by_parts != bytes.size())
    return fault("LAENGDE", HOVED::LAENGDE.offset + 1, std::to_string(*by_parts) + " by FUNKTION, KVIT and ANTAL-MEDD");
  answer out;
  out.messages_ = codec::number(hoved[HOVED::ANTAL_MEDD]);
  out.bytes_ = std::move(bytes);
  return out;
}

std::string_view answer::body() const {
  std::string_view const all(bytes_);
  return all.substr(HOVED::length, all.size() - HOVED::length - messages_ * rec::MEDDELELSE::length);
}

codec::view<rec::MEDDELELSE> answer::message(std::size_t i) const {
  if (i >= messages_) throw std::out_of_range("answer: no such MEDDELELSE");
  std::size_t const offset = bytes_.size() - (messages_ - i) * rec::MEDDELELSE::length;
  return codec::view<rec::MEDDELELSE>(std::string_view(bytes_).substr(offset));
}

bool answer::says(std::string_view meddnr) const {
  for (std::size_t i = 0; i < messages_; ++i)
    if (message(i)[rec::MEDDELELSE::MEDDNR] == meddnr) return true;
  return false;
}

std::string answer::summary() const {
  std::string text = std::string(fejlnr()) + ' ' + kvit();
  for (std::size_t i = 0; i < messages_; ++i) {
    auto const each = message(i);
    text += i == 0 ? " " : ", ";
    text += each[rec::MEDDELELSE::MEDDNR];
    if (auto const field = codec::trimmed(each[rec::MEDDELELSE::FELT]); !field.empty())
      text += " " + std::string(field);
  }
  return text;
}

}  // namespace samspil::client
