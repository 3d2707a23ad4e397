// The decoder of partners' records. The input is a copybook, a line of four
// equal signs, and the bytes of a record; each is decoded in both pages and
// orders: places lie in the record, what fits is made into the same bytes' value
// again, what does not fit names a byte of its item.
#include <string>

#include "fuzz/fuzz.hpp"
#include "layout/decode.hpp"
#include "layout/describe.hpp"
#include "layout/diff.hpp"
#include "layout/encode.hpp"

namespace samspil::fuzz {
namespace {

constexpr std::string_view between = "\n====\n";

bool is_small(layout::record const& r) {
  std::size_t occurrences = 1;
  for (layout::item const& i : r.items) occurrences += i.occurs;
  return occurrences <= 2000 && r.length <= 20'000;
}

void one(layout::decoded_item const& i, layout::reading const& how) {
  layout::item const& of = *i.at.what;
  check(i.bytes.size() == of.length, "an item has its length");
  if (!i.value.fits) {
    check(i.value.wrong < of.length && !i.value.expected.empty(), "a misfit names a byte and what was expected");
    return;
  }
  static_cast<void>(layout::conditions_of(of, i.value.text));
  if (of.kind != layout::category::digits || i.value.text.find_first_not_of(' ') == std::string::npos) return;
  auto const again = layout::bytes_of(of, i.value.text, how);
  // A binary number may hold more than its picture says.
  bool const may_hold_more = of.stored == layout::storage::binary || of.stored == layout::storage::native;
  check(again || may_hold_more, "what was decoded can be encoded");
  if (again) check(layout::value_of(of, *again, how).text == i.value.text, "and is the same value again");
}

void decode(layout::record const& r, std::string_view bytes, layout::reading const& how) {
  auto const length = layout::length_of(r, bytes, how);
  if (!length) {
    check(length.error().byte >= 1 && !length.error().expected.empty(), "an error names a byte and what was expected");
    return;
  }
  check(*length <= r.length, "no record is longer than its layout");
  std::string whole(bytes.substr(0, *length));
  whole.resize(*length, '0');
  auto const items = layout::decode(r, whole, how, layout::views::included);
  if (!items) return;  // the counter stood behind the bytes
  for (layout::decoded_item const& i : *items) {
    check(i.at.start >= 1 && i.at.start - 1 + i.bytes.size() <= whole.size(), "an item lies within its record");
    one(i, how);
  }
}

}  // namespace
}  // namespace samspil::fuzz

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  using namespace samspil;
  std::string_view const input = fuzz::text(data, size);
  std::size_t const middle = input.find(fuzz::between);
  std::string_view const copybook = input.substr(0, middle);
  std::string_view const bytes =
      middle == std::string_view::npos ? std::string_view() : input.substr(middle + fuzz::between.size());
  auto const records = layout::read_copybook(copybook, "fuzz.cpy");
  if (!records) return 0;
  for (layout::record const& r : *records) {
    if (!fuzz::is_small(r)) continue;
    for (layout::item const& i : r.items) fuzz::check(!layout::type_text(i).empty(), "an item can be described");
    for (code_page const page : {code_page::iso_8859_1, code_page::ibm277, code_page::ibm1142})
      fuzz::decode(r, bytes, {page, page == code_page::ibm277 ? layout::byte_order::big : layout::byte_order::little});
  }
  if (size < 3000) fuzz::check(layout::differences(*records, *records).empty(), "a layout is the same as itself");
  return 0;
}
