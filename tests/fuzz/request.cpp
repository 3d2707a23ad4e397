// Every record of every copybook, the bodies of requests among them: bytes that
// decode come out of their fields as they went in; else the error names a byte,
// and an item that holds no digit there.
#include <algorithm>
#include <string>
#include <vector>

#include "codec/decode.hpp"
#include "fuzz/fuzz.hpp"
#include "rec/all.hpp"

namespace samspil::fuzz {
namespace {

/// The two halves of codec::decode without the type, which takes the compiler seconds for each record.
struct record_type {
  std::string_view name;
  std::size_t length;
  std::span<codec::column const> columns;
  bool (*parses)(char const*);
};

template <class... Records>
std::vector<record_type> types_of(std::tuple<Records...> const*) {
  return {{Records::name, Records::length, Records::columns(), &Records::parses}...};
}

void decode(record_type const& r, std::string_view bytes) {
  if (bytes.size() != r.length || !r.parses(bytes.data())) {
    std::size_t const at = codec::decode_fault(bytes, r.name, r.length, r.columns).byte;
    check(at >= 1 && at <= std::min(bytes.size(), r.length) + 1, "an error names a byte of the input");
    check(bytes.size() != r.length || !codec::is_digits(bytes.substr(at - 1, 1)), "and no digit stands there");
    return;
  }
  std::string again(bytes);
  for (codec::column const& c : r.columns)
    for (std::size_t i = 0, at = c.offset; i < c.count; ++i, at += c.stride) {
      bool const digits = c.type == codec::kind::digits;
      check(!digits || codec::is_digits(bytes.substr(at, c.width)), "what decodes has digits where they belong");
      codec::place(again.data() + at, c.width, c.type, bytes.substr(at, c.width), r.name, c.name);
    }
  check(again == bytes, "a field's own bytes put in again change nothing");
}

}  // namespace
}  // namespace samspil::fuzz

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  using namespace samspil;
  static auto const types = fuzz::types_of(static_cast<rec::all_records const*>(nullptr));
  std::string_view const bytes = fuzz::text(data, size);
  for (fuzz::record_type const& r : types) {
    fuzz::decode(r, bytes);
    std::string fitted(bytes.substr(0, r.length));  // as long as the record: digits items take the zeros
    fitted.resize(r.length, '0');
    fuzz::decode(r, fitted);
  }
  return 0;
}
