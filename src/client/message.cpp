#include "client/message.hpp"

#include "rec/sams_init.hpp"

namespace samspil::client {

using rec::HOVED;

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
