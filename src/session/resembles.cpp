// The framing doctor: a client that was set up for another listener is told so.
#include <array>
#include <vector>

#include "rec/sams_hoved.hpp"
#include "session/framing.hpp"
#include "session/latin1_head.hpp"

namespace samspil::session {
namespace {

using hoved = rec::HOVED;
using kind = framing::kind;

constexpr std::size_t message_length_min = 35;  // a logon of CPR Direkte

std::string_view item(std::string_view from, std::size_t offset, std::size_t width) {
  return offset + width > from.size() ? std::string_view() : from.substr(offset, width);
}

/// Whether the bytes are the beginning of a message under this framing and page.
bool fits(std::string_view bytes, framing const& how, code_page page) {
  std::size_t length = 0;
  if (how.what != kind::header) {
    frame_start const start = read_frame_start(how, bytes);
    if (!start.valid || start.message_length < message_length_min || start.message_length > message_length_max)
      return false;
    length = start.message_length;
    bytes.remove_prefix(how.prefix_length());
  }
  latin1_head const seen(page, bytes);
  std::string_view const head = seen.text();
  std::string_view const family = item(head, 0, 4);
  if (family != "SAMS" && family != "PRIV" && family != "OFF4") return false;
  std::string_view const comma = item(head, hoved::KOMMA.offset, hoved::KOMMA.width);
  if (!comma.empty() && comma != ",") return false;
  std::string_view const announced = item(head, hoved::LAENGDE.offset, hoved::LAENGDE.width);
  if (family != "SAMS" || announced.empty()) return true;
  return codec::is_digits(announced) && (length == 0 || codec::number(announced) == length);
}

std::vector<framing> all_framings() {
  std::vector<framing> out{{kind::header, false}};
  for (kind const what : {kind::len2, kind::len4, kind::ascii4, kind::llzz, kind::rdw})
    for (bool const self : {false, true}) out.push_back({what, self});
  return out;
}

void add(std::string& list, std::string const& name) {
  if (list.find(name) == std::string::npos || list.empty()) list += (list.empty() ? "" : "/") + name;
}

}  // namespace

std::string resembles(std::string_view first_bytes, wire_format const& how) {
  if (fits(first_bytes, how.frame, how.page)) return {};
  // The two EBCDIC pages have the same letters: a client of one would do for the other.
  code_page const ebcdic = how.page == code_page::ibm1142 ? code_page::ibm1142 : code_page::ibm277;
  std::string framings, pages;
  for (code_page const page : {code_page::iso_8859_1, ebcdic}) {
    for (framing const& each : all_framings()) {
      if (!fits(first_bytes, each, page)) continue;
      if (each == how.frame) framings = name_of(each);
      if (!(framings == name_of(how.frame))) add(framings, name_of(each));
      add(pages, page == code_page::iso_8859_1 ? "ISO-8859-1" : page == how.page ? std::string(name_of(page))
                                                                                 : "IBM277/IBM1142");
    }
  }
  if (framings.empty()) return {};
  std::string out;
  if (pages != name_of(how.page)) out = "code page " + pages;
  if (framings != name_of(how.frame)) out += (out.empty() ? "" : ", ") + ("framing " + framings);
  return out;
}

}  // namespace samspil::session
