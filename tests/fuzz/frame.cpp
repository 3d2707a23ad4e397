// SAMS header and frame: what a connection's bytes hold does not depend on how
// they arrive, a header that passes is whole, and the refusal of one that does
// not is an answer that the client reads.
#include <algorithm>

#include "client/message.hpp"
#include "client/replay_text.hpp"
#include "fuzz/fuzz.hpp"
#include "session/functions.hpp"
#include "session/wire.hpp"

namespace samspil::fuzz {
namespace {

void one(std::string_view have) {
  std::size_t const whole = session::message_size(have);
  for (std::size_t n = 0; n <= std::min<std::size_t>(have.size(), 100); ++n) {
    std::size_t const early = session::message_size(have.substr(0, n));
    check(early == whole || early == 0, "more bytes do not change the size of a message");
    check(n < 100 || early == whole, "100 bytes are enough");
  }
  check(whole <= session::message_length_max, "no message is longer than the longest");
  if (whole == 0 || whole > have.size()) return;
  auto const seen = session::check_header(have.substr(0, whole));
  check(whole >= 100 || seen.closes, "the connection closes behind a foreign start");
  check(seen.wrong || seen.parsed.what->body_length == seen.parsed.body.size(), "a body is as long as its function's");
  session::reply refusal;
  refusal.kvit = 'F';
  refusal.fejlnr = seen.wrong ? seen.wrong->number : 0;
  refusal.messages.assign(have.back() & 0x7f, {9060, 'F', seen.wrong ? std::string(seen.wrong->felt) : "", 0, "", ""});
  check(client::answer::read(session::encode(seen.parsed, refusal)).has_value(), "the client reads every refusal");
}

}  // namespace
}  // namespace samspil::fuzz

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  std::string_view const bytes = samspil::fuzz::text(data, size);
  samspil::fuzz::one(bytes);
  samspil::fuzz::one(samspil::client::replay::complete_request(std::string(bytes)));  // with the right LAENGDE
  return 0;
}
