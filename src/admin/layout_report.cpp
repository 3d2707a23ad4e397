#include "admin/layout_report.hpp"

#include <algorithm>

#include "admin/encoding.hpp"
#include "admin/report.hpp"
#include "codec/field.hpp"
#include "layout/offset_table.hpp"

namespace samspil::admin {
namespace {

constexpr std::size_t name_width = 34;
constexpr std::size_t value_width = 20;

boost::json::value text_or_null(std::string const& text) {
  return text.empty() ? boost::json::value() : boost::json::value(text);
}

/// Without the blanks that only fill the item.
std::string_view shown_value(layout::decoded_item const& item) {
  std::string_view value = codec::trimmed(item.value.text);
  if (item.at.what->justified) value.remove_prefix(std::min(value.find_first_not_of(' '), value.size()));
  return value;
}

std::vector<std::string_view> conditions_met(layout::decoded_item const& item) {
  return item.value.fits ? layout::conditions_of(*item.at.what, item.value.text) : std::vector<std::string_view>();
}

std::string condition_names(layout::decoded_item const& item, std::string_view between) {
  std::string out;
  for (std::string_view const name : conditions_met(item)) {
    if (!out.empty()) out += between;
    out += name;
  }
  return out;
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
    std::string const value = to_terminal(shown_value(item));
    std::string const names = condition_names(item, " ");
    if (value.empty() && item.value.fits && names.empty()) continue;
    text += "  " + padded(item.at.name, name_width);
    if (!item.value.fits)
      text += value + "  (byte " + std::to_string(item.at.start + item.value.wrong) + ": expected " +
              std::string(item.value.expected) + ")";
    else
      text += names.empty() ? value : padded(value, value_width) + names;
    text += "\n";
  }
  return text;
}

boost::json::object decoded_json(file_record const& record, std::vector<layout::decoded_item> const& items) {
  boost::json::object fields;
  boost::json::object conditions;
  boost::json::array faults;
  for (layout::decoded_item const& item : items) {
    if (item.at.what->name == "FILLER") continue;
    fields[item.at.name] = to_utf8(shown_value(item));
    if (!item.value.fits) faults.emplace_back(item.at.name);
    boost::json::array names;
    for (std::string_view const name : conditions_met(item)) names.emplace_back(name);
    if (!names.empty()) conditions[item.at.name] = names;
  }
  return {{"number", record.number},
          {"record", record.what->name},
          {"fields", fields},
          {"conditions", conditions},
          {"faults", faults}};
}

}  // namespace samspil::admin
