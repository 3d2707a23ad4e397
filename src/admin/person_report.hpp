// A person's records field by field, with CPR's names and clear texts.
#pragma once

#include <boost/json/object.hpp>

#include <string>
#include <string_view>
#include <vector>

#include "admin/clear_text.hpp"

namespace samspil::admin {

/// One field of one record; ISO-8859-1.
struct shown_field {
  std::string name;
  std::string value;  ///< without trailing blanks
  std::string text;   ///< what the code means; may be empty
};
struct shown_record {
  std::string type;  ///< three digits
  std::vector<shown_field> fields;
};

/// The records that `wanted` says, in the register's order.
std::vector<shown_record> show_records(std::string_view records, bool (*wanted)(unsigned type),
                                       clear_text const& texts);
/// A line for each field that is not blank, under a line for each record.
std::string person_text(std::vector<shown_record> const& records);
/// {"pnr", "records": [{"type", FIELD: value ..., "texts": {FIELD: text}}]}
boost::json::object person_json(std::string_view pnr, std::vector<shown_record> const& records);

}  // namespace samspil::admin
