// The client's reader of answers: whatever a server sends, an answer that it
// takes has lengths that agree, by its parts as by its header.
#include <string>

#include "client/message.hpp"
#include "fuzz/fuzz.hpp"

namespace samspil::fuzz {
namespace {

void read(std::string const& bytes) {
  for (std::string_view event : {"", "FLY", "NAB", "KRE"})
    for (auto const& parts : {client::answer_parts(bytes, event), client::request_parts(bytes, event)})
      for (std::size_t i = 0, at = 0; i < parts.size(); at += parts[i++].layout->length) {
        check(parts[i].offset == at, "parts stand one behind the other");
        check(at + parts[i].layout->length <= bytes.size(), "and within the message");
      }
  auto const seen = client::answer::read(bytes);
  if (!seen) {
    check(seen.error().byte <= 100, "an error is in the header");
    return;
  }
  check(client::answer_length(bytes) == bytes.size(), "an answer is as long as its parts");
  check(100 + seen->body().size() + rec::MEDDELELSE::length * seen->messages() == bytes.size(),
        "header, body and messages are all of it");
  check(seen->accepted() || seen->body().empty(), "a refusal has no body");
  for (std::size_t i = 0; i < seen->messages(); ++i)
    check(seen->says(seen->message(i)[rec::MEDDELELSE::MEDDNR]), "its messages can be asked for");
  static_cast<void>(seen->summary());
}

}  // namespace
}  // namespace samspil::fuzz

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  std::string bytes(samspil::fuzz::text(data, size));
  samspil::fuzz::read(bytes);
  if (size < 100) return 0;
  // LAENGDE as it must be, and the bytes as many as the rest of the header demands.
  if (auto const length = samspil::client::answer_length(bytes); length) bytes.resize(*length, '0');
  bytes.replace(9, 6, std::to_string(1'000'000 + bytes.size()).substr(1));
  samspil::fuzz::read(bytes);
  return 0;
}
