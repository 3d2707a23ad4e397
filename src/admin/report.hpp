// How results are written: columns and pairs for people, JSON for programs.
#pragma once

#include <boost/json/value.hpp>

#include <ostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace samspil::admin {

/// Lines of columns under their headings, each as wide as its longest cell.
class columns {
 public:
  explicit columns(std::vector<std::string> headings) { add(std::move(headings)); }
  void add(std::vector<std::string> cells) { rows_.push_back(std::move(cells)); }
  /// Two blanks between columns, none at the end of a line.
  std::string text() const;

 private:
  std::vector<std::vector<std::string>> rows_;
};

/// Lines of a name and its value, the values under each other.
std::string pairs_text(std::vector<std::pair<std::string, std::string>> const& pairs);

/// One value and a line end.
void write_json(std::ostream& out, boost::json::value const& value);

/// A list written value by value, however long it gets: one value a line.
class json_list {
 public:
  explicit json_list(std::ostream& out) : out_(out) { out_ << '['; }
  ~json_list() { out_ << (any_ ? "\n]\n" : "]\n"); }
  json_list(json_list const&) = delete;
  json_list& operator=(json_list const&) = delete;
  void add(boost::json::value const& value);

 private:
  std::ostream& out_;
  bool any_ = false;
};

/// A record type as records have it: three digits.
std::string record_type_text(unsigned type);

/// `text` with blanks behind it up to `width` characters.
std::string padded(std::string_view utf8, std::size_t width);

}  // namespace samspil::admin
