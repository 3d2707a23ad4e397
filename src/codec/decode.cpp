#include "codec/decode.hpp"

namespace samspil::codec {

decode_error decode_fault(std::string_view bytes, std::string_view record, std::size_t length,
                          std::span<column const> columns) {
  decode_error out{"", 0, std::string(record), "", 0, std::to_string(length) + " bytes"};
  if (bytes.size() != length) {
    out.byte = std::min(bytes.size(), length) + 1;
    return out;
  }
  out.expected = "digits";
  for (column const& c : columns) {
    if (c.type != kind::digits) continue;
    for (std::size_t i = 0; i < c.count; ++i) {
      std::size_t const first = c.offset + i * c.stride;
      for (std::size_t at = first; at < first + c.width; ++at) {
        bool const is_digit = bytes[at] >= '0' && bytes[at] <= '9';
        if (is_digit || (out.byte != 0 && out.byte <= at + 1)) continue;
        out.byte = at + 1;
        out.field = c.name;
      }
    }
  }
  return out;
}

}  // namespace samspil::codec
