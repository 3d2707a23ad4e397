// Header, frame and code page: what a connection's bytes hold does not depend on how
// they arrive, a header that passes is whole, and the refusal of one that does
// not is an answer that the client reads.
#include <algorithm>

#include "client/message.hpp"
#include "client/replay_text.hpp"
#include "fuzz/fuzz.hpp"
#include "session/framing.hpp"
#include "session/functions.hpp"
#include "session/wire.hpp"

namespace samspil::fuzz {
namespace {

bool same(session::cut const& a, session::cut const& b) {
  return a.what == b.what && a.prefix == b.prefix && a.length == b.length && a.used == b.used &&
         a.frame_length == b.frame_length && a.closes == b.closes;
}

void one(std::string_view have, session::wire_format const& how) {
  using kind = session::cut::kind;
  session::cut const whole = session::next_message(have, how, true);
  for (std::size_t n = 0; n <= have.size(); ++n) {
    session::cut const early = session::next_message(have.substr(0, n), how, true);
    check(early.what == kind::more || same(early, whole), "more bytes do not change a message");
    check(whole.what != kind::message || n < whole.used || same(early, whole), "a message needs no byte behind it");
  }
  static_cast<void>(session::resembles(have, how));
  if (whole.what != kind::message && whole.what != kind::foreign) return;
  check(whole.prefix + whole.length <= whole.used && whole.used <= have.size(), "a message is made of bytes that came");
  check(whole.length <= session::message_length_max, "no message is longer than the longest");
  std::string const message = to_latin1(how.page, have.substr(whole.prefix, whole.length)).text;
  if (message.starts_with("PRIV") || message.starts_with("OFF4")) return;
  auto const seen = session::check_header(message, whole.frame_length);
  check(whole.length >= 100 || seen.closes, "the connection closes behind a foreign start");
  check(seen.wrong || seen.parsed.what->body_length == seen.parsed.body.size(), "a body is as long as its function's");
  session::reply refusal;
  refusal.kvit = 'F';
  refusal.fejlnr = seen.wrong ? seen.wrong->number : 0;
  refusal.messages.assign(message.back() & 0x7f, {9060, 'F', seen.wrong ? std::string(seen.wrong->felt) : "", 0, "",
                           ""});
  check(client::answer::read(session::encode(seen.parsed, refusal)).has_value(), "the client reads every refusal");
}

}  // namespace
}  // namespace samspil::fuzz

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  std::string_view const bytes = samspil::fuzz::text(data, size);
  if (bytes.empty()) return 0;
  // The last byte chooses the listener.
  auto const choice = static_cast<unsigned char>(bytes.back());
  samspil::session::wire_format how;
  how.frame.what = static_cast<samspil::framing::kind>(choice % 6);
  how.frame.counts_itself = how.frame.what != samspil::framing::kind::header && (choice & 0x40) != 0;
  how.page = static_cast<samspil::code_page>(choice / 6 % 3);
  how.priv = (choice & 0x80) == 0;
  samspil::fuzz::one(bytes, how);
  std::string const complete = samspil::client::replay::complete_request(std::string(bytes));  // with the right LAENGDE
  samspil::fuzz::one(complete, {});
  if (auto const prefix = how.frame.prefix_of(complete.size()))
    samspil::fuzz::one(*prefix + samspil::from_latin1(how.page, complete).text, how);
  return 0;
}
