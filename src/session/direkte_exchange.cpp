#include "codec/dialogue_layouts.hpp"
#include "record/person.hpp"
#include "session/direkte.hpp"
#include "session/failure.hpp"
#include "session/fejl_text.hpp"

namespace samspil::session {
namespace {

using rec::DIREKTE_LOGON;
using rec::DIREKTE_OPSLAG;
using rec::DIREKTE_SVAR;

/// "003 CONVN": record type and item that hold a byte of the data.
std::string name_of_byte(std::string_view function, std::string_view data, std::size_t byte) {
  std::string const book = function == "PRIV" ? "PRIV-" : "PERSON-";
  for (std::size_t at = 0; at + 3 <= data.size();) {
    std::string const type(data.substr(at, 3));
    codec::record_layout const* const layout = codec::find_layout(book + type);
    if (layout == nullptr) return {};
    if (byte < at + layout->length) {
      for (codec::layout_item const& item : layout->items)
        if (byte >= at + item.offset && byte < at + item.offset + item.width) return type + " " + item.path;
      return type;
    }
    at += layout->length;
  }
  return {};
}

}  // namespace

bool is_direkte(std::string_view message) {
  return message.size() >= DIREKTE_LOGON::length && (message.starts_with("PRIV") || message.starts_with("OFF4"));
}

direkte_exchange::direkte_exchange(service::state& of, std::string_view message, peer const& from, completion done)
    : service_(of), function_(message.substr(0, 4)), from_(from), done_(std::move(done)) {
  service_.under_way.fetch_add(1);
  codec::view<DIREKTE_LOGON> const logon(message);
  head_.set(DIREKTE_SVAR::KUNDENR, logon[DIREKTE_LOGON::KUNDENR])
      .set(DIREKTE_SVAR::ABON_TYPE, logon[DIREKTE_LOGON::ABON_TYPE])
      .set(DIREKTE_SVAR::DATA_TYPE, logon[DIREKTE_LOGON::DATA_TYPE]);
  if (message.size() == DIREKTE_LOGON::length) {
    head_.set(DIREKTE_SVAR::BRUGER_ID, logon[DIREKTE_LOGON::BRUGER_ID]);
  } else {
    codec::view<DIREKTE_OPSLAG> const look_up(message);
    head_.set(DIREKTE_SVAR::TOKEN, look_up[DIREKTE_OPSLAG::TOKEN])
        .set(DIREKTE_SVAR::BRUGER_ID, look_up[DIREKTE_OPSLAG::BRUGER_ID]);
  }
}

direkte_exchange::~direkte_exchange() {
  service_.under_way.fetch_sub(1);
  service_.under_way.notify_all();
}

std::string direkte_exchange::encode(unsigned fejlnr, std::string_view data) const {
  codec::buffer<DIREKTE_SVAR> head = head_;
  head.set(DIREKTE_SVAR::FEJLNR, fejlnr).set(DIREKTE_SVAR::DATALEN, DIREKTE_SVAR::length + data.size());
  return std::string(head.bytes()).append(data);
}

std::optional<std::string> direkte_exchange::unsendable(std::string_view data) const {
  if (from_.page == code_page::iso_8859_1) return std::nullopt;
  converted const page = from_latin1(from_.page, data);
  if (page.lost == converted::none) return std::nullopt;
  return name_of_byte(function_, data, page.lost);
}

void direkte_exchange::answer(std::string_view data) { hand_over(0, data); }

void direkte_exchange::hand_over(unsigned fejlnr, std::string_view data) {
  service_.answers_by_fejlnr[fejlnr].fetch_add(1, std::memory_order_relaxed);
  std::string bytes = encode(fejlnr, data);
  if (from_.page != code_page::iso_8859_1) bytes = from_latin1(from_.page, bytes).text;
  done_({std::move(bytes), true});
}

void direkte_exchange::refuse(unsigned fejlnr, std::string_view language, std::string_view text) {
  std::string said(text);
  if (said.empty()) said = service_.text_of(fejlnr, language);
  hand_over(fejlnr, said);
}

void direkte_exchange::fail(std::exception_ptr what) {
  unsigned const number = fejlnr_of(what, "a look-up");
  try {
    refuse(number);
  } catch (std::exception const&) {  // the texts cannot be read either
    refuse(number, "da", "fejl");
  }
}

}  // namespace samspil::session
