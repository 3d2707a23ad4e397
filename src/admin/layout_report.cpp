#include "admin/layout_report.hpp"

#include "admin/encoding.hpp"
#include "admin/report.hpp"
#include "codec/field.hpp"
#include "layout/offset_table.hpp"

namespace samspil::admin {
namespace {

constexpr std::size_t name_width = 34;

boost::json::value text_or_null(std::string const& text) {
  return text.empty() ? boost::json::value() : boost::json::value(text);
}

}  // namespace

std::string offsets_text(std::vector<layout::record> const& records) {
  std::string text;
  for (layout::record const& record : records) {
    if (!text.empty()) text += '\n';
    text += layout::offset_table(record);
  }
  return text;
}

boost::json::array offsets_json(std::vector<layout::record> const& records) {
  boost::json::array out;
  for (layout::record const& record : records)
    for (layout::item const& item : record.items) {
      boost::json::object object{{"level", item.level},
                                 {"name", item.name},
                                 {"start", item.start},
                                 {"length", item.length},
                                 {"occurs", item.occurs},
                                 {"picture", text_or_null(item.picture)},
                                 {"usage", text_or_null(item.usage)},
                                 {"redefines", text_or_null(item.redefines)}};
      if (!item.depending.empty()) object["depending"] = item.depending;
      out.push_back(object);
    }
  return out;
}

std::string decoded_text(file_record const& record, std::vector<layout::decoded_item> const& items) {
  std::string text = record.what->name + ", record " + std::to_string(record.number) + "\n";
  for (layout::decoded_item const& item : items) {
    std::string_view const value = codec::trimmed(item.value);
    if (value.empty() && item.fits) continue;
    text += "  " + padded(item.at.name, name_width) + to_terminal(value) + (item.fits ? "" : "  (not digits)") + "\n";
  }
  return text;
}

boost::json::object decoded_json(file_record const& record, std::vector<layout::decoded_item> const& items) {
  boost::json::object fields;
  boost::json::array faults;
  for (layout::decoded_item const& item : items) {
    if (item.at.what->name == "FILLER") continue;
    fields[item.at.name] = to_utf8(codec::trimmed(item.value));
    if (!item.fits) faults.emplace_back(item.at.name);
  }
  return {{"number", record.number}, {"record", record.what->name}, {"fields", fields}, {"faults", faults}};
}

}  // namespace samspil::admin
