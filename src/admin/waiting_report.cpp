#include "admin/waiting_report.hpp"

#include <boost/json/array.hpp>

#include <algorithm>
#include <array>
#include <cctype>

#include "admin/encoding.hpp"
#include "admin/report.hpp"
#include "admin/user_report.hpp"

namespace samspil::admin {
namespace {

using post = rec::VENTPOST;
using codec::trimmed;

constexpr std::size_t field_width = 26;

std::string plain_number(std::string_view digits) { return std::to_string(codec::number(digits)); }

bool is_nothing(std::string_view value) { return value.find_first_not_of("0 ") == std::string_view::npos; }

std::string when(std::string_view digits) { return is_nothing(digits) ? "" : time_text(digits); }

std::string user_of(ventpost const& v) {
  std::string const user = to_terminal(trimmed(v[post::BRUGER_ID]));
  return std::string(v[post::KUNDENR]) + "/" + user;
}

std::string fields_text(shown_record const& part) {
  std::string text;
  for (shown_field const& field : part.fields)
    if (!is_nothing(field.value)) text += "  " + padded(field.name, field_width) + to_terminal(field.value) + '\n';
  return text.empty() ? text : part.type + '\n' + text;
}

std::string move_text(std::vector<shown_move> const& move) {
  columns table({"ADDRESS", "NOW", "NEW"});
  for (shown_move const& line : move)
    if (!is_nothing(line.now) || !is_nothing(line.after))
      table.add({line.field, to_terminal(line.now), to_terminal(line.after)});
  return table.text();
}

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::tolower(c); });
  return text;
}

}  // namespace

std::string_view state_text(std::string_view tilstand) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 6> texts{{{"A", "waits for approval"},
                                                                               {"G", "approved, waits for its date"},
                                                                               {"E", "effectuated"},
                                                                               {"X", "rejected"},
                                                                               {"T", "withdrawn"},
                                                                               {"F", "failed"}}};
  for (auto const& [letter, text] : texts)
    if (letter == tilstand) return text;
  return {};
}

boost::json::object ventpost_json(ventpost const& v) {
  return {{"ventenr", codec::number(v[post::VENTENR])},
          {"state", v[post::TILSTAND]},
          {"event", v[post::HAENDELSE]},
          {"pnr", v[post::PNR]},
          {"name", to_utf8(trimmed(v[post::ADRNVN]))},
          {"date", day_text(v[post::HDTO])},
          {"authority", v[post::KOMKOD]},
          {"received", time_text(v[post::MODTAGET])},
          {"kundenr", v[post::KUNDENR]},
          {"user", to_utf8(trimmed(v[post::BRUGER_ID]))},
          {"decided", when(v[post::AFGJORT])},
          {"decided_by", to_utf8(trimmed(v[post::AFGJORT_AF]))},
          {"deadline", day_text(v[post::FRIST])}};
}

std::vector<std::string> ventpost_headings() {
  return {"VENTENR", "STATE", "EVENT", "DATE", "AUTHORITY", "DEADLINE", "RECEIVED", "FROM", "PNR", "NAME"};
}

std::vector<std::string> ventpost_cells(ventpost const& v) {
  return {plain_number(v[post::VENTENR]), std::string(v[post::TILSTAND]),
          std::string(v[post::HAENDELSE]), day_text(v[post::HDTO]),
          std::string(v[post::KOMKOD]), day_text(v[post::FRIST]),
          time_text(v[post::MODTAGET]), user_of(v),
          std::string(v[post::PNR]),    to_terminal(trimmed(v[post::ADRNVN]))};
}

std::string event_text(shown_event const& event) {
  ventpost const v(event.post);
  std::string const state(v[post::TILSTAND]);
  std::vector<std::pair<std::string, std::string>> pairs{
      {"ventenr", plain_number(v[post::VENTENR])},
      {"state", state + "  " + std::string(state_text(state))},
      {"event", std::string(v[post::HAENDELSE]) + "  " + to_terminal(event.event_text)},
      {"date", day_text(v[post::HDTO])},
      {"person", std::string(v[post::PNR]) + "  " + to_terminal(trimmed(v[post::ADRNVN]))},
      {"authority", std::string(v[post::KOMKOD]) + "  " + to_terminal(event.authority)},
      {"received", time_text(v[post::MODTAGET]) + " from " + user_of(v)},
      {"deadline", day_text(v[post::FRIST])}};
  if (!is_nothing(v[post::AFGJORT]))
    pairs.emplace_back("decided", time_text(v[post::AFGJORT]) + " by " + to_terminal(trimmed(v[post::AFGJORT_AF])));
  if (!event.reason.empty()) pairs.emplace_back("reason", to_terminal(event.reason));
  std::string text = pairs_text(pairs);
  if (!event.move.empty()) text += '\n' + move_text(event.move);
  for (shown_record const& part : event.parts)
    if (std::string const fields = fields_text(part); !fields.empty()) text += '\n' + fields;
  return text;
}

boost::json::object event_json(shown_event const& event) {
  boost::json::object out = ventpost_json(ventpost(event.post));
  out["state_text"] = state_text(ventpost(event.post)[post::TILSTAND]);
  out["event_text"] = to_utf8(event.event_text);
  out["authority_name"] = to_utf8(event.authority);
  out["reason"] = to_utf8(event.reason);
  if (!event.move.empty()) {
    boost::json::array list;
    for (shown_move const& line : event.move)
      list.push_back(boost::json::object{
          {"field", line.field}, {"now", to_utf8(line.now)}, {"new", to_utf8(line.after)}});
    out["address"] = list;
  }
  for (shown_record const& part : event.parts) {
    boost::json::object fields;
    for (shown_field const& field : part.fields) fields[field.name] = to_utf8(field.value);
    out[lower(part.type)] = fields;
  }
  return out;
}

}  // namespace samspil::admin
