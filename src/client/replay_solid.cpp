#include "base/crypto.hpp"
#include "client/replay_script.hpp"
#include "client/replay_units.hpp"
#include "rec/sams_hoved.hpp"

namespace samspil::client::replay {
namespace {

using rec::HOVED;

/// Bytes of the message at the start of `bytes`, or what is wrong with it.
result<std::size_t> delimit(std::string_view bytes, std::string const& name, std::size_t number) {
  auto const fault = [&](std::string_view field, std::size_t byte, std::string expected) {
    return decode_error{name, number, "HOVED", std::string(field), byte, std::move(expected)};
  };
  if (bytes.size() < HOVED::length) return fault("", bytes.size() + 1, "100 bytes of header");
  auto const hoved = codec::view<HOVED>(bytes);
  if (hoved[HOVED::CPRTRANS] != "SAMS") return fault("CPRTRANS", HOVED::CPRTRANS.offset + 1, "SAMS");
  auto const length = hoved[HOVED::LAENGDE];
  if (!codec::is_digits(length) || codec::number(length) < HOVED::length)
    return fault("LAENGDE", HOVED::LAENGDE.offset + 1, "000100 or more");
  if (codec::number(length) > bytes.size())
    return fault("LAENGDE", bytes.size() + 1, std::string(length) + " bytes as LAENGDE says");
  return codec::number(length);
}

/// The records of a file with a prefix in front of each; what is wrong, if anything.
std::optional<decode_error> add_framed(script& to, std::string_view bytes) {
  for (std::size_t number = 1; !bytes.empty(); ++number) {
    auto const fault = [&](std::size_t byte, std::string expected) {
      return decode_error{to.name, number, "", "", byte, std::move(expected)};
    };
    std::size_t const prefix = to.frame.prefix_length();
    frame_start const start = read_frame_start(to.frame, bytes);
    if (!start.valid || start.message_length == 0)
      return fault(1, "a length as framing " + name_of(to.frame) + " has it");
    if (bytes.size() - prefix < start.message_length)
      return fault(bytes.size() + 1, std::to_string(start.message_length) + " bytes as the frame says");
    converted latin1 = to_latin1(to.page, bytes.substr(prefix, start.message_length));
    if (latin1.lost != converted::none) return fault(prefix + latin1.lost + 1, "a character that ISO-8859-1 has");
    step next;
    next.line = number;
    next.request.push_back({piece::kind::bytes, std::move(latin1.text), 1});
    add_step(to, std::move(next));
    bytes.remove_prefix(prefix + start.message_length);
  }
  return std::nullopt;
}

}  // namespace

result<script> parse_solid(std::string_view bytes, std::string name, target to, std::size_t record_length,
                           framing const& frame) {
  script out;
  out.frame = frame;
  out.page = to.page;
  out.name = std::move(name);
  out.targets.push_back(std::move(to));
  out.digest = crypto::sha256_hex(bytes);
  out.solid = true;
  if (frame.prefix_length() != 0) {
    if (auto const wrong = add_framed(out, bytes)) return *wrong;
    return out;
  }
  converted const latin1 = to_latin1(out.page, bytes);
  if (latin1.lost != converted::none)
    return decode_error{out.name, 0, "", "", latin1.lost + 1, "a character that ISO-8859-1 has"};
  bytes = latin1.text;
  for (std::size_t number = 1; !bytes.empty(); ++number) {
    if (record_length > bytes.size())
      return decode_error{out.name, number, "", "", bytes.size() + 1, std::to_string(record_length) + " bytes"};
    std::size_t used = record_length;
    if (record_length == 0 || bytes.starts_with("SAMS")) {
      auto const size = delimit(record_length == 0 ? bytes : bytes.substr(0, record_length), out.name, number);
      if (!size) return size.error();
      used = *size;
    }
    step next;
    next.line = number;
    next.request.push_back({piece::kind::bytes, std::string(bytes.substr(0, used)), 1});
    add_step(out, std::move(next));
    bytes.remove_prefix(record_length == 0 ? used : record_length);
  }
  return out;
}

}  // namespace samspil::client::replay
