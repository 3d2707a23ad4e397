#include "admin/layout_source.hpp"

#include <filesystem>

#include "admin/context.hpp"
#include "admin/load.hpp"
#include "admin/shipped_layouts.hpp"

namespace samspil::admin {
namespace {

layout_result<layout::format> format_of(arguments const& given) {
  std::string_view const name = given.value("--format");
  if (name.empty()) return layout::format::automatic;
  if (name == "fixed") return layout::format::fixed;
  if (name == "free") return layout::format::free;
  return layout_fault{status::usage, "--format: expected fixed or free"};
}

/// A shipped record is named itself; else the name is that of a copybook.
bool means(layout::record const& r, std::string_view name) { return find_record(name) == &r; }

}  // namespace

void throw_exception_from_error(layout_fault const& e, boost::source_location const&) {
  throw std::logic_error("unchecked result: " + e.text);
}

layout_result<layout_source> find_layout_source(std::string_view name, arguments const& given) {
  for (shipped_layout const& book : shipped_layouts()) {
    bool meant = book.name == name;
    for (layout::record const& r : book.records) meant = meant || means(r, name);
    if (meant) return layout_source{std::string(book.name), "", std::string(book.text)};
  }
  auto const as = format_of(given);
  if (!as) return as.error();
  std::string const path(name);
  auto text = read_file(path);
  if (!text) return layout_fault{status::usage, text.error().text + " (and no shipped layout has that name)"};
  return layout_source{std::filesystem::path(path).stem().string(), path, *std::move(text), *as};
}

layout_result<named_layouts> find_layouts(std::string_view name, arguments const& given) {
  auto from = find_layout_source(name, given);
  if (!from) return from.error();
  named_layouts out{*std::move(from), {}};
  if (layout::record const* const shipped = out.from.path.empty() ? find_record(name) : nullptr) {
    out.records.push_back(*shipped);
  } else {
    auto records = layout::read_copybook(out.from.text, out.from.path, out.from.as);
    if (!records) return layout_fault{status::usage, records.error().text()};
    out.records = *std::move(records);
  }
  if (!given.has("--record")) return out;
  for (layout::record& r : out.records) {
    if (r.name != given.value("--record")) continue;
    layout::record chosen = std::move(r);
    out.records = {std::move(chosen)};
    return out;
  }
  return layout_fault{status::refused, "the copybook has no record of that name"};
}

}  // namespace samspil::admin
