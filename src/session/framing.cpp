#include "session/framing.hpp"

#include <algorithm>

#include "rec/direkte.hpp"
#include "session/latin1_head.hpp"

namespace samspil::session {
namespace {

using hoved = rec::HOVED;
using direkte = rec::DIREKTE_LOGON;

constexpr std::size_t family_length = 4;

cut of_kind(cut::kind what, std::size_t prefix, std::size_t length) {
  return {what, prefix, length, prefix + length, 0, false};
}

/// SAMS behind `start.prefix` bytes; its family is there and known.
cut next_sams(std::string_view have, wire_format const& how, cut start, bool first) {
  bool const framed = start.prefix != 0;
  std::size_t const header = framed ? std::min(header_length, start.frame_length) : header_length;
  std::string_view const rest = have.substr(start.prefix);
  if (rest.size() < header) return {};
  latin1_head const head(how.page, rest.substr(0, header));
  std::size_t const announced = header < header_length || header_fault(head.text()) ? 0 : length_of(head.text());
  start.what = cut::kind::message;
  start.length = framed ? start.frame_length : announced;  // where it ends, whatever LAENGDE says (62)
  bool const no_length = announced == 0 || start.length < header_length || start.length > message_length_max;
  // A client of another framing may wait for its answer and send nothing more.
  bool const as_another = first && start.length != announced && !resembles(have, how).empty();
  if (no_length || as_another) {
    start.length = header;
    start.closes = true;
  }
  if (rest.size() < start.length) return {};
  start.used = start.prefix + start.length;
  return start;
}

/// CPR Direkte: a logon when byte 10 says so, else a look-up.
cut next_direkte(std::string_view have, wire_format const& how, cut start) {
  std::size_t const decides = direkte::ABON_TYPE.offset + 1;
  std::string_view const rest = have.substr(start.prefix);
  bool const fits = start.frame_length >= rec::DIREKTE_LOGON::length && start.frame_length <= message_length_max;
  if (start.prefix != 0 && !fits) return of_kind(cut::kind::not_served, 0, 0);
  if (rest.size() < decides) return {};
  latin1_head const head(how.page, rest.substr(0, decides));
  std::string_view const seen = head.text();
  if (seen.substr(direkte::KOMMA.offset, direkte::KOMMA.width) != "," ||
      !codec::is_digits(seen.substr(direkte::KUNDENR.offset, direkte::KUNDENR.width)))
    return of_kind(cut::kind::not_served, 0, 0);
  start.what = cut::kind::message;
  start.length = seen.back() == '9' ? rec::DIREKTE_LOGON::length : rec::DIREKTE_OPSLAG::length;
  start.closes = true;
  std::size_t const whole = start.prefix != 0 ? start.frame_length : start.length;
  if (whole < start.length) return of_kind(cut::kind::not_served, 0, 0);
  if (rest.size() < whole) return {};
  start.used = start.prefix + whole;
  return start;
}

}  // namespace

cut next_message(std::string_view have, wire_format const& how, bool first) {
  std::size_t const prefix = how.frame.prefix_length();
  if (have.size() < prefix + family_length) return {};
  cut start;
  start.prefix = prefix;
  bool framed = true;
  if (prefix != 0) {
    frame_start const frame = read_frame_start(how.frame, have);
    framed = frame.valid && frame.message_length >= family_length;
    start.frame_length = frame.message_length;
  }
  latin1_head const head(how.page, have.substr(prefix, family_length));
  std::string_view const family = head.text();
  if (first && framed && (family == "PRIV" || family == "OFF4")) {
    bool const served = family == "PRIV" ? how.priv : how.off4;
    return served ? next_direkte(have, how, start) : of_kind(cut::kind::not_served, 0, 0);
  }
  if (framed && family == sams_family)
    return how.sams ? next_sams(have, how, start, first) : of_kind(cut::kind::not_served, 0, 0);
  if (!how.sams) return of_kind(cut::kind::not_served, 0, 0);
  cut out = of_kind(cut::kind::foreign, prefix, family_length);
  out.closes = true;
  return out;
}

}  // namespace samspil::session
