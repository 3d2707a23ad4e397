#include "base/log.hpp"
#include "codec/dialogue_layouts.hpp"
#include "record/person.hpp"
#include "session/direkte.hpp"
#include "session/fejl_text.hpp"
#include "store/error.hpp"

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

void direkte_exchange::answer(std::string_view data) {
  std::string bytes = encode(0, data);
  if (from_.page != code_page::iso_8859_1) {
    converted page = from_latin1(from_.page, bytes);
    if (page.lost != converted::none) {
      std::string const field = name_of_byte(function_, data, page.lost - DIREKTE_SVAR::length);
      return refuse(9, "da", service_.text_of(answer_not_in_page, "da", field));
    }
    bytes = std::move(page.text);
  }
  service_.answers_by_fejlnr[0].fetch_add(1, std::memory_order_relaxed);
  done_({std::move(bytes), true, false});
}

void direkte_exchange::refuse(unsigned fejlnr, std::string_view language, std::string_view text) {
  std::string said(text);
  if (said.empty()) said = service_.text_of(fejlnr, language);
  service_.answers_by_fejlnr[fejlnr].fetch_add(1, std::memory_order_relaxed);
  done_({from_latin1(from_.page, encode(fejlnr, said)).text, true, false});
}

void direkte_exchange::fail(std::exception_ptr what) {
  unsigned number = 9;
  try {
    std::rethrow_exception(what);
  } catch (store::busy const&) {
    number = 8;
  } catch (store::conflict const&) {
    number = 8;
  } catch (std::exception const& e) {
    log::error(std::string("a look-up could not be served: ") + e.what());
  }
  try {
    refuse(number);
  } catch (std::exception const&) {  // the texts cannot be read either
    refuse(number, "da", "fejl");
  }
}

}  // namespace samspil::session
