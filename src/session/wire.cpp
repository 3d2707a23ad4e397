#include "session/wire.hpp"

#include <algorithm>

#include "codec/message_parts.hpp"
#include "rec/sams_meddelelse.hpp"
#include "session/functions.hpp"

namespace samspil::session {
namespace {

using hoved = rec::HOVED;
using meddelelse = rec::MEDDELELSE;

constexpr std::size_t messages_max = 99;

template <class Field>
std::optional<fejl> bad(Field const& field) {
  return fejl{60, field.name};
}

std::optional<fejl> header_fault(codec::view<hoved> const& h) {
  if (h[hoved::CPRTRANS] != sams_family) return bad(hoved::CPRTRANS);
  if (h[hoved::KOMMA] != ",") return bad(hoved::KOMMA);
  if (!codec::is_digits(h[hoved::LAENGDE])) return bad(hoved::LAENGDE);
  if (!codec::is_digits(h[hoved::VERSION])) return bad(hoved::VERSION);
  if (!codec::is_digits(h[hoved::KUNDENR])) return bad(hoved::KUNDENR);
  if (!codec::is_digits(h[hoved::DIALOGNR])) return bad(hoved::DIALOGNR);
  std::uint64_t const length = codec::number(h[hoved::LAENGDE]);
  if (length < header_length || length > message_length_max) return fejl{62, hoved::LAENGDE.name};
  if (h[hoved::VERSION] != "01") return fejl{63, hoved::VERSION.name};
  return std::nullopt;
}

void append(std::string& out, rules::message const& m) {
  codec::buffer<meddelelse> row;
  row.set(meddelelse::MEDDNR, m.number)
      .set(meddelelse::KLASSE, std::string_view(&m.klasse, 1))
      .set(meddelelse::FELT, std::string_view(m.felt).substr(0, 20))
      .set(meddelelse::FOREKOMST, m.occurrence)
      .set(meddelelse::REGELNR, std::string_view(m.rule).substr(0, 8))
      .set(meddelelse::TEKST, std::string_view(m.text).substr(0, 85));
  out.append(row.bytes());
}

/// 60 of the field that holds `byte`; nothing in what is ignored.
std::optional<fejl> fault_of_byte(std::string_view message, std::size_t byte) {
  auto const is_in = [byte](auto const& field) { return byte >= field.offset && byte < field.offset + field.width; };
  if (is_in(hoved::FEJLNR) || is_in(hoved::KVIT) || is_in(hoved::ANTAL_MEDD)) return std::nullopt;
  // The layouts, and the names in them, live as long as the program.
  for (codec::message_part const& part : codec::request_parts(message, {}))
    for (codec::layout_item const& item : part.layout->items)
      if (byte >= part.offset + item.offset && byte < part.offset + item.offset + item.width)
        return fejl{60, item.name};
  return std::nullopt;
}

}  // namespace

std::optional<fejl> header_fault(std::string_view header) { return header_fault(codec::view<hoved>(header)); }

std::size_t length_of(std::string_view header) {
  return codec::number(codec::view<hoved>(header)[hoved::LAENGDE]);
}

header_check check_header(std::string_view message, std::size_t frame_length) {
  header_check out;
  out.parsed.header = message.substr(0, header_length);
  if (message.size() < header_length) {
    bool const short_frame = frame_length != 0 && message.starts_with(sams_family);
    out.wrong = short_frame ? fejl{62, hoved::LAENGDE.name} : *bad(hoved::CPRTRANS);
    out.closes = true;
    return out;
  }
  out.parsed.body = message.substr(header_length);
  codec::view<hoved> const h(out.parsed.header);
  // Also of a faulty header: a refused LOGN or INIT echoes no TOKEN or DIALOGNR.
  if (h[hoved::CPRTRANS] == sams_family) out.parsed.what = find_function(h[hoved::FUNKTION]);
  out.wrong = header_fault(h);
  out.closes = out.wrong.has_value();
  if (!out.wrong && frame_length > message_length_max) {
    out.wrong = fejl{62, hoved::LAENGDE.name};
    out.closes = true;
  }
  if (out.wrong) return out;
  bool const as_framed = frame_length == 0 || frame_length == length_of(out.parsed.header);
  if (out.parsed.what == nullptr)
    out.wrong = fejl{61, hoved::FUNKTION.name};
  else if (!as_framed || out.parsed.body.size() != out.parsed.what->body_length)
    out.wrong = fejl{62, hoved::LAENGDE.name};
  return out;
}

std::optional<unreadable_byte> first_unreadable(code_page page, std::string_view bytes, std::string_view message) {
  for (std::size_t at = first_lost(page, bytes); at != converted::none; at = first_lost(page, bytes, at + 1)) {
    if (auto const wrong = fault_of_byte(message, at)) return unreadable_byte{at, *wrong};
    if (at >= header_length) break;  // a body's FILLER is its end, and the DATA of VALI has no fields yet
  }
  return std::nullopt;
}

char kvit_of(rules::messages const& list) {
  char out = 'O';
  for (rules::message const& m : list) {
    if (m.klasse == 'F') return 'F';
    if (m.klasse == 'A') out = 'A';
  }
  return out;
}

std::string encode(request const& to, reply const& answer) {
  codec::buffer<hoved> head;
  head.set(hoved::CPRTRANS, sams_family).set(hoved::KOMMA, ",").set(hoved::VERSION, "01");
  bool const is_logon = to.what != nullptr && to.what->is(function_id::logn);
  bool const is_init = to.what != nullptr && to.what->is(function_id::init);
  if (to.header.size() == header_length) {
    codec::view<hoved> const h = to.hoved();
    head.set(hoved::FUNKTION, h[hoved::FUNKTION])
        .set(hoved::KUNDENR, h[hoved::KUNDENR])
        .set(hoved::BRUGER_ID, h[hoved::BRUGER_ID])
        .set(hoved::KUNDEREFERENCE, h[hoved::KUNDEREFERENCE])
        .set(hoved::DIALOGNR, is_init ? "000000000000" : h[hoved::DIALOGNR]);
    if (!is_logon) head.set(hoved::TOKEN, h[hoved::TOKEN]);
  }
  if (is_logon) head.set(hoved::TOKEN, answer.token);
  if (answer.dialognr) head.set(hoved::DIALOGNR, *answer.dialognr);
  std::size_t const shown = std::min(answer.messages.size(), messages_max);
  std::string_view const body = answer.kvit == 'F' ? std::string_view() : std::string_view(answer.body);
  std::size_t const length = header_length + body.size() + shown * meddelelse::length;
  head.set(hoved::LAENGDE, length)
      .set(hoved::FEJLNR, answer.fejlnr)
      .set(hoved::KVIT, std::string_view(&answer.kvit, 1))
      .set(hoved::ANTAL_MEDD, shown);
  std::string out;
  out.reserve(length);
  out.append(head.bytes()).append(body);
  for (std::size_t i = 0; i < shown; ++i) {
    if (i + 1 == messages_max && answer.messages.size() > messages_max) {
      std::size_t const more = answer.messages.size() - i;
      append(out, {0, answer.kvit == 'F' ? 'F' : 'I', "", 0, "", "og " + std::to_string(more) + " flere meddelelser"});
    } else {
      append(out, answer.messages[i]);
    }
  }
  return out;
}

}  // namespace samspil::session
