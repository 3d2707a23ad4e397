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

}  // namespace

result<script> parse_solid(std::string_view bytes, std::string name, target to, std::size_t record_length) {
  script out;
  out.name = std::move(name);
  out.targets.push_back(std::move(to));
  out.digest = crypto::sha256_hex(bytes);
  out.solid = true;
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
