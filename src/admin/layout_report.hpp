// Layouts and decoded records as the layout commands show them.
#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <string>
#include <vector>

#include "base/result.hpp"
#include "layout/decode.hpp"
#include "layout/layout.hpp"

namespace samspil::admin {

/// The offset table of each record, a blank line between.
std::string offsets_text(std::vector<layout::record> const& records);
/// One object for each item, records one after the other: level, name, start,
/// length of one occurrence, occurs, picture, usage, redefines (operations.md).
boost::json::array offsets_json(std::vector<layout::record> const& records);

/// A record of a file, by the layout that fits it.
struct file_record {
  std::size_t number;  ///< 1-based
  layout::record const* what;
  std::string bytes;
};
/// `PERSON-001, record 3` and a line for each item that is not blank, with the
/// level 88 that hold; one that does not hold what its picture says is marked.
std::string decoded_text(file_record const& record, std::vector<layout::decoded_item> const& items);
/// {"number", "record", "fields": {NAME: value}, "conditions": {NAME: [level 88]},
/// "faults": [NAME]}
boost::json::object decoded_json(file_record const& record, std::vector<layout::decoded_item> const& items);

}  // namespace samspil::admin
