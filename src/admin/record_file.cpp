#include "admin/record_file.hpp"

#include <algorithm>
#include <cstdint>
#include <string>

#include "codec/field.hpp"

namespace samspil::admin {
namespace {

layout::record const* layout_of(std::string_view bytes, std::vector<layout::record> const& layouts) {
  if (layouts.size() == 1) return &layouts.front();
  if (bytes.size() < 3) return nullptr;
  std::string const ending = "-" + std::string(bytes.substr(0, 3));
  for (layout::record const& record : layouts)
    if (record.name.ends_with(ending)) return &record;
  return nullptr;
}

/// Length of the record that `bytes` begins with: with DEPENDING ON as its
/// counter says, else (also for a counter that is no number) the layout's.
std::size_t length_of(layout::record const& what, std::string_view bytes) {
  for (layout::item const& table : what.items) {
    if (table.depending.empty()) continue;
    for (layout::item const& counter : what.items) {
      if (counter.name != table.depending || bytes.size() < counter.start - 1 + counter.length) continue;
      std::string_view const digits = bytes.substr(counter.start - 1, counter.length);
      if (digits.size() > 18 || !codec::is_digits(digits)) continue;
      std::uint64_t const count = codec::number(digits);
      if (count >= table.least && count <= table.occurs) return what.length - (table.occurs - count) * table.length;
    }
  }
  return what.length;
}

/// A line end within the first record tells line form.
bool is_line_form(std::string_view file, std::size_t first_length) {
  return file.substr(0, first_length + 1).find('\n') != std::string_view::npos;
}

}  // namespace

result<void> each_record(std::string_view file, std::string_view source, std::vector<layout::record> const& layouts,
                         std::function<bool(file_record const&)> const& take) {
  std::size_t number = 0;
  auto fail = [&](std::string_view record, std::size_t byte, std::string expected) {
    return decode_error{std::string(source), number, std::string(record), "", byte, std::move(expected)};
  };
  layout::record const* const first = layout_of(file, layouts);
  bool const lines = first == nullptr || is_line_form(file, first->length + 1);
  while (!file.empty()) {
    ++number;
    layout::record const* const what = layout_of(file, layouts);
    if (what == nullptr) return fail("", 1, "a record type of the layout");
    std::string bytes;
    std::size_t const length = length_of(*what, file);
    if (lines) {
      std::size_t const end = std::min(file.find('\n'), file.size());
      bytes = file.substr(0, end);
      file.remove_prefix(std::min(end + 1, file.size()));
      if (bytes.ends_with('\r')) bytes.pop_back();
      if (bytes.size() > length) return fail(what->name, length + 1, std::to_string(length) + " bytes");
      bytes.resize(length, ' ');
    } else {
      bytes = file.substr(0, length);
      file.remove_prefix(bytes.size());
      if (bytes.size() < length) return fail(what->name, bytes.size() + 1, std::to_string(length) + " bytes");
    }
    if (!take({number, what, std::move(bytes)})) break;
  }
  return {};
}

}  // namespace samspil::admin
