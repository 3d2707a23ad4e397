// Solid files of requests: cut into records, start and end record checked, and
// the rest made into steps.
#include <optional>

#include "base/crypto.hpp"
#include "client/replay_ends.hpp"
#include "client/replay_script.hpp"
#include "client/replay_units.hpp"
#include "codec/field.hpp"
#include "codec/message_parts.hpp"
#include "rec/direkte.hpp"
#include "rec/sams_hoved.hpp"

namespace samspil::client::replay {
namespace {

using rec::HOVED;

decode_error fault(std::string const& file, std::size_t number, std::string record, std::string_view field,
                   std::size_t byte, std::string expected) {
  return {file, number, std::move(record), std::string(field), byte, std::move(expected)};
}

/// Bytes of the message of SAMS at the start of `bytes`, or what is wrong with it.
result<std::size_t> sams_length(std::string_view bytes, std::string const& name, std::size_t number) {
  auto const wrong = [&](std::string_view field, std::size_t byte, std::string expected) {
    return fault(name, number, "HOVED", field, byte, std::move(expected));
  };
  if (bytes.size() < HOVED::length) return wrong("", bytes.size() + 1, "100 bytes of header");
  auto const hoved = codec::view<HOVED>(bytes);
  if (hoved[HOVED::CPRTRANS] != "SAMS") return wrong("CPRTRANS", HOVED::CPRTRANS.offset + 1, "SAMS");
  auto const length = hoved[HOVED::LAENGDE];
  if (!codec::is_digits(length) || codec::number(length) < HOVED::length)
    return wrong("LAENGDE", HOVED::LAENGDE.offset + 1, "000100 or more");
  if (codec::number(length) > bytes.size())
    return wrong("LAENGDE", bytes.size() + 1, std::string(length) + " bytes as LAENGDE says");
  return codec::number(length);
}

/// Bytes of the record at the start of `bytes`, which nothing but itself delimits.
result<std::size_t> own_length(std::string_view bytes, std::string const& name, std::size_t number) {
  using rec::DIREKTE_LOGON;
  std::size_t length = length_of_end(bytes);
  if (codec::is_direkte(bytes))
    length = codec::is_direkte_logon(bytes) ? DIREKTE_LOGON::length : rec::DIREKTE_OPSLAG::length;
  if (length == 0) return sams_length(bytes, name, number);
  if (length <= bytes.size()) return length;
  return fault(name, number, "", "", bytes.size() + 1, std::to_string(length) + " bytes");
}

/// Records of a file with a prefix in front of each.
result<records> framed_records(std::string_view bytes, script const& to) {
  records out;
  while (!bytes.empty()) {
    std::size_t const prefix = to.frame.prefix_length(), number = out.size() + 1;
    frame_start const start = read_frame_start(to.frame, bytes);
    if (!start.valid || start.message_length == 0)
      return fault(to.name, number, "", "", 1, "a length as framing " + name_of(to.frame) + " has it");
    if (bytes.size() - prefix < start.message_length)
      return fault(to.name, number, "", "", bytes.size() + 1,
                   std::to_string(start.message_length) + " bytes as the frame says");
    converted latin1 = to_latin1(to.page, bytes.substr(prefix, start.message_length));
    if (latin1.lost != converted::none)
      return fault(to.name, number, "", "", prefix + latin1.lost + 1, "a character that ISO-8859-1 has");
    out.push_back(std::move(latin1.text));
    bytes.remove_prefix(prefix + start.message_length);
  }
  return out;
}

/// Records of `length` bytes each, 0: of what each says itself.
result<records> plain_records(std::string_view bytes, script const& to, std::size_t length) {
  converted const latin1 = to_latin1(to.page, bytes);
  if (latin1.lost != converted::none)
    return fault(to.name, 0, "", "", latin1.lost + 1, "a character that ISO-8859-1 has");
  records out;
  for (std::string_view rest = latin1.text; !rest.empty();) {
    std::size_t const number = out.size() + 1;
    if (length > rest.size())
      return fault(to.name, number, "", "", rest.size() + 1, std::to_string(length) + " bytes");
    std::string_view const whole = length == 0 ? rest : rest.substr(0, length);
    std::size_t used = length;
    if (length == 0 || whole.starts_with("SAMS")) {
      auto const size = own_length(whole, to.name, number);
      if (!size) return size.error();
      used = *size;
    }
    out.emplace_back(rest.substr(0, used));
    rest.remove_prefix(length == 0 ? used : length);
  }
  return out;
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
  auto read = frame.prefix_length() != 0 ? framed_records(bytes, out) : plain_records(bytes, out, record_length);
  if (!read) return read.error();
  auto const ends = check_ends(*read, out.name);
  if (!ends) return ends.error();
  for (std::size_t i = *ends ? 1 : 0; i < read->size() - (*ends ? 1 : 0); ++i) {
    step next;
    next.line = i + 1;
    next.request.push_back({piece::kind::bytes, std::move((*read)[i]), 1});
    add_step(out, std::move(next));
  }
  return out;
}

}  // namespace samspil::client::replay
