#include "admin/shipped_layouts.hpp"

#include <cctype>
#include <stdexcept>

#include "codec/copybooks.hpp"

namespace samspil::admin {
namespace {

std::vector<shipped_layout> read_all() {
  std::vector<shipped_layout> out;
  for (codec::copybook const& book : codec::shipped_copybooks()) {
    auto records = layout::read_copybook(book.text, book.name);
    // The build has read them already: one that cannot be read is a mistake of the program.
    if (!records) throw std::logic_error(records.error().text());
    out.push_back({book.name, book.text, *std::move(records)});
  }
  return out;
}

bool same_word(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i)
    if (std::toupper(static_cast<unsigned char>(a[i])) != std::toupper(static_cast<unsigned char>(b[i]))) return false;
  return true;
}

}  // namespace

std::vector<shipped_layout> const& shipped_layouts() {
  static std::vector<shipped_layout> const all = read_all();
  return all;
}

layout::record const* find_record(std::string_view name) {
  for (shipped_layout const& book : shipped_layouts())
    for (layout::record const& record : book.records)
      if (same_word(record.name, name)) return &record;
  return nullptr;
}

}  // namespace samspil::admin
