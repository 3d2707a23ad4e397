// Waiting events as the administrator's tool shows them.
#pragma once

#include <boost/json/object.hpp>

#include <string>
#include <string_view>
#include <vector>

#include "admin/clear_text.hpp"
#include "admin/person_report.hpp"
#include "codec/field.hpp"
#include "rec/sams_vlst.hpp"

namespace samspil::admin {

using ventpost = codec::view<rec::VENTPOST>;

/// One event of a list.
boost::json::object ventpost_json(ventpost const& post);
std::vector<std::string> ventpost_headings();
std::vector<std::string> ventpost_cells(ventpost const& post);

/// What a state's letter means.
std::string_view state_text(std::string_view tilstand);

/// An address as it is in the register beside what the event makes of it.
struct shown_move {
  std::string field;
  std::string now;
  std::string after;
};

/// A whole event: VVIS taken apart. Texts are ISO-8859-1.
struct shown_event {
  std::string post;        ///< VENTPOST
  std::string event_text;  ///< of HAENDELSE
  std::string authority;   ///< name of the deciding authority
  std::string reason;      ///< given with the latest decision, or why it failed
  std::vector<shown_move> move;     ///< only of an event that moves somebody
  std::vector<shown_record> parts;  ///< STAM, AKTUEL, DATA, KLARTEKST with the fields of their layouts
};

/// `body` is VENTPOST, STAM, AKTUEL, DATA, KLARTEKST and BEGRUNDELSE, as VVIS answers.
shown_event take_apart(std::string_view body, std::string_view keys, clear_text const& texts);
std::string event_text(shown_event const& event);
boost::json::object event_json(shown_event const& event);

}  // namespace samspil::admin
