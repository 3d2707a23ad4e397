// A request as the dialogue sees it, and how an answer is put together
// (protocol.md, "The dialogue (SAMS)").
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/code_page.hpp"
#include "codec/field.hpp"
#include "rec/sams_hoved.hpp"
#include "rules/message.hpp"
#include "session/handler.hpp"

namespace samspil::session {

inline constexpr std::size_t header_length = rec::HOVED::length;
inline constexpr std::size_t message_length_max = 4096;

/// A FEJLNR with the field it names.
struct fejl {
  unsigned number = 0;
  std::string_view felt = {};
};

struct function;

/// The views live as long as the message's bytes.
struct request {
  std::string_view header;  ///< 100 bytes; of a foreign start only what came
  std::string_view body;
  function const* what = nullptr;

  codec::view<rec::HOVED> hoved() const { return codec::view<rec::HOVED>(header); }
};

/// CPRTRANS of the dialogue.
inline constexpr std::string_view sams_family = "SAMS";
/// What is wrong with the header's own fields (60, 62 out of range, 63), in that order; 100 bytes.
std::optional<fejl> header_fault(std::string_view header);
/// LAENGDE of a header without a fault.
std::size_t length_of(std::string_view header);

/// What is wrong with the header, in the order of precedence: 60 of a field,
/// 62 out of range, 63, 61, 62 of a length that does not fit FUNKTION. Fills in
/// `parsed` as far as it came. `closes` is set when the connection closes after the answer.
/// `frame_length`: bytes that a frame announced, which must be LAENGDE (62, and the end of the connection only when it
/// is no length of a message); 0: no frame.
struct header_check {
  request parsed;
  std::optional<fejl> wrong;
  bool closes = false;
};
header_check check_header(std::string_view message, std::size_t frame_length = 0);

/// The parts of an answer. HOVED is made from the request's.
struct reply {
  std::string token;                ///< of LOGN: the new one; else the request's is echoed
  std::optional<std::string> dialognr;  ///< of INIT: 12 digits; else the request's is echoed
  unsigned fejlnr = 0;
  char kvit = 'O';
  std::string body;                 ///< only with O or A
  rules::messages messages;
};

/// A byte of a request that ISO-8859-1 has not.
struct unreadable_byte {
  std::size_t at;  ///< 0-based
  fejl wrong;      ///< 60 of its field
};
/// The first that stands in a field which is not ignored (FILLER; FEJLNR, KVIT and ANTAL-MEDD of HOVED), and not
/// in the DATA of VALI, whose event is not known yet. `bytes`: as they came; `message`: in ISO-8859-1.
std::optional<unreadable_byte> first_unreadable(code_page page, std::string_view bytes, std::string_view message);

/// KVIT of an answer of the rules: F with a message of class F, A with a warning, else O.
char kvit_of(rules::messages const& list);
/// The answer's bytes. More than 99 messages: the 99th says how many more.
std::string encode(request const& to, reply const& answer);

}  // namespace samspil::session
