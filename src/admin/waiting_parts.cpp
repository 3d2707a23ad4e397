// What VVIS answers, taken apart by the layouts of the event.
#include "admin/shipped_layouts.hpp"
#include "admin/waiting_report.hpp"
#include "layout/decode.hpp"
#include "rec/sams_fly.hpp"
#include "rec/sams_init.hpp"
#include "rec/sams_vvis.hpp"

namespace samspil::admin {
namespace {

/// The address fields of STAM that an event which moves somebody gives anew, in its DATA or its KLARTEKST.
constexpr std::string_view address_fields[] = {"KOMKOD",      "KOMNVN",    "VEJKOD", "VEJADRNVN", "HUSNR",
                                               "ETAGE",       "SIDEDOER",  "BNR",    "CONVN",     "LOKALITET",
                                               "STANDARDADR", "BYNVN",     "POSTNR", "POSTDISTTXT"};

/// The fields of `bytes` by the layout of that name; none when the program has no such layout.
shown_record shown(std::string_view name, std::string_view layout_name, std::string_view bytes) {
  shown_record out{std::string(name), {}};
  layout::record const* const found = find_record(layout_name);
  if (found == nullptr) return out;
  for (layout::placed_item const& field : layout::placed_items(*found)) {
    if (field.name == "FILLER") continue;
    out.fields.push_back(
        {field.name, std::string(codec::trimmed(bytes.substr(field.start - 1, field.what->length))), {}});
  }
  return out;
}

shown_field const* find(shown_record const& in, std::string_view name) {
  for (shown_field const& field : in.fields)
    if (field.name == name) return &field;
  return nullptr;
}

/// An event that moves somebody has a road in its DATA.
std::vector<shown_move> move_of(shown_record const& stam, shown_record const& data, shown_record const& klartekst,
                                std::string_view komkod) {
  std::vector<shown_move> out;
  if (find(data, "VEJKOD") == nullptr) return out;
  for (std::string_view const name : address_fields) {
    shown_move line{std::string(name), {}, {}};
    if (auto const* const now = find(stam, name)) line.now = now->value;
    shown_field const* after = find(data, name);
    if (after == nullptr) after = find(klartekst, name);
    if (after != nullptr) line.after = after->value;
    if (name == "KOMKOD") line.after = komkod;
    out.push_back(std::move(line));
  }
  return out;
}

}  // namespace

shown_event take_apart(std::string_view body, std::string_view keys, clear_text const& texts) {
  using init = rec::INIT_ANMODNING;
  codec::view<init> const event(keys);
  std::string const code(event[init::HAENDELSE]);
  std::size_t at = 0;
  auto const next = [&](std::size_t length) {
    std::string_view const bytes = body.substr(at, length);
    at += length;
    return bytes;
  };
  shown_event out;
  out.post = next(rec::VENTPOST::length);
  shown_record stam = shown("STAM", "STAM", next(rec::STAM::length));
  shown_record aktuel = shown("AKTUEL", code + "-AKTUEL", next(rec::FLY_AKTUEL::length));
  shown_record data = shown("DATA", code + "-DATA", next(rec::FLY_DATA::length));
  shown_record klartekst = shown("KLARTEKST", code + "-KLARTEKST", next(rec::FLY_KLARTEKST::length));
  codec::view<rec::BEGRUNDELSE> const reason(next(rec::BEGRUNDELSE::length));
  out.reason = codec::trimmed(reason[rec::BEGRUNDELSE::TEKST]);
  out.event_text = texts.of("HAENDELSE", code, {});
  out.authority = texts.of("KOMKOD", event[init::KOMKOD], {});
  out.move = move_of(stam, data, klartekst, event[init::KOMKOD]);
  out.parts = {std::move(stam), std::move(aktuel), std::move(data), std::move(klartekst)};
  return out;
}

}  // namespace samspil::admin
