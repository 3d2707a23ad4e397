#include "admin/report.hpp"

#include <boost/json/serialize.hpp>

#include <algorithm>

#include "admin/encoding.hpp"

namespace samspil::admin {
namespace {

void end_line(std::string& text) {
  while (text.ends_with(' ')) text.pop_back();
  text += '\n';
}

}  // namespace

std::string record_type_text(unsigned type) { return std::to_string(1000 + type).substr(1); }

std::string padded(std::string_view utf8, std::size_t width) {
  std::size_t const have = width_of(utf8);
  return std::string(utf8) + std::string(width > have ? width - have : 0, ' ');
}

std::string columns::text() const {
  std::vector<std::size_t> widths(rows_.front().size());
  for (auto const& row : rows_)
    for (std::size_t i = 0; i < widths.size(); ++i) widths[i] = std::max(widths[i], width_of(row[i]));
  std::string text;
  for (auto const& row : rows_) {
    for (std::size_t i = 0; i < widths.size(); ++i) text += padded(row[i], widths[i] + 2);
    end_line(text);
  }
  return text;
}

std::string pairs_text(std::vector<std::pair<std::string, std::string>> const& pairs) {
  std::size_t width = 0;
  for (auto const& [name, value] : pairs) width = std::max(width, width_of(name));
  std::string text;
  for (auto const& [name, value] : pairs) {
    text += padded(name, width + 2) + value;
    end_line(text);
  }
  return text;
}

void write_json(std::ostream& out, boost::json::value const& value) { out << boost::json::serialize(value) << '\n'; }

void json_list::add(boost::json::value const& value) {
  out_ << (any_ ? ",\n" : "\n") << boost::json::serialize(value);
  any_ = true;
}

}  // namespace samspil::admin
