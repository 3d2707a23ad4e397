// The parser of copybooks: an error names a place in the text; every item of a
// layout that is taken lies within its record, and the record can be decoded,
// shown and made into code.
#include <string>

#include "fuzz/fuzz.hpp"
#include "layout/decode.hpp"
#include "layout/generate.hpp"
#include "layout/offset_table.hpp"

namespace samspil::fuzz {
namespace {

void use(layout::record const& r) {
  check(r.length >= 1 && r.items.at(0).length == r.length, "a record is as long as its first item");
  std::size_t occurrences = 1;
  for (layout::item const& i : r.items) {
    check(i.start >= 1 && i.start - 1 + i.length * i.occurs <= r.length, "an item lies within its record");
    occurrences += i.occurs;
  }
  check(!layout::offset_table(r).empty(), "a layout can be shown");
  if (occurrences > 2000 || r.length > 20'000) return;  // a table of tables may have millions of places
  for (layout::placed_item const& p : layout::placed_items(r))
    check(p.start >= 1 && p.start - 1 + p.what->length <= r.length, "every occurrence lies within its record");
  static_cast<void>(layout::decode(r, std::string(r.length, '1')));
}

void read(std::string_view text, layout::format as) {
  auto const records = layout::read_copybook(text, "fuzz.cpy", as);
  if (!records) {
    auto const at = records.error().at;
    check(is_place(text, at.line, at.column), "an error names a place of the text");
    return;
  }
  for (layout::record const& r : *records) use(r);
  if (text.size() < 4000) static_cast<void>(layout::generate(*records, "fuzz"));
}

}  // namespace
}  // namespace samspil::fuzz

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  using samspil::layout::format;
  for (format as : {format::automatic, format::free}) samspil::fuzz::read(samspil::fuzz::text(data, size), as);
  return 0;
}
