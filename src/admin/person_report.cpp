#include "admin/person_report.hpp"

#include <boost/json/array.hpp>

#include "admin/encoding.hpp"
#include "admin/report.hpp"
#include "admin/shipped_layouts.hpp"
#include "layout/decode.hpp"
#include "record/person.hpp"

namespace samspil::admin {
namespace {

constexpr std::size_t name_width = 34;
constexpr std::size_t value_width = 20;

shown_record show_record(std::string_view bytes, unsigned type, clear_text const& texts) {
  shown_record out{std::string(bytes.substr(0, 3)), {}};
  layout::record const* const found = find_record(record::person_record_name(type));
  if (found == nullptr) return out;
  std::string komkod;
  for (layout::placed_item const& field : layout::placed_items(*found)) {
    if (field.name == "RECORDTYPE") continue;
    std::string const value(codec::trimmed(bytes.substr(field.start - 1, field.what->length)));
    if (field.name == "KOMKOD") komkod = value;
    out.fields.push_back({field.name, value, value.empty() ? std::string() : texts.of(field.name, value, komkod)});
  }
  return out;
}

}  // namespace

std::vector<shown_record> show_records(std::string_view records, bool (*wanted)(unsigned type),
                                       clear_text const& texts) {
  std::vector<shown_record> out;
  auto const person = record::person::trusted(std::string(records));
  for (std::string_view const bytes : person.all())
    if (unsigned const type = record::record_type(bytes); wanted(type)) out.push_back(show_record(bytes, type, texts));
  return out;
}

std::string person_text(std::vector<shown_record> const& records) {
  std::string text;
  for (shown_record const& record : records) {
    text += record.type + '\n';
    for (shown_field const& field : record.fields) {
      if (field.value.empty()) continue;
      text += "  " + padded(field.name, name_width);
      text += field.text.empty() ? to_terminal(field.value)
                                 : padded(to_terminal(field.value), value_width) + to_terminal(field.text);
      text += '\n';
    }
  }
  return text;
}

boost::json::object person_json(std::string_view pnr, std::vector<shown_record> const& records) {
  boost::json::array list;
  for (shown_record const& record : records) {
    boost::json::object object{{"type", record.type}};
    boost::json::object texts;
    for (shown_field const& field : record.fields) {
      object[field.name] = to_utf8(field.value);
      if (!field.text.empty()) texts[field.name] = to_utf8(field.text);
    }
    object["texts"] = texts;
    list.push_back(object);
  }
  return {{"pnr", pnr}, {"records", list}};
}

}  // namespace samspil::admin
