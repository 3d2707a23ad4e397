// A user as the commands show it: never a password or a hash.
#pragma once

#include <boost/json/object.hpp>

#include <string>

#include "store/rows.hpp"

namespace samspil::admin {

/// `0101/MEYER`, for messages and audit notes; UTF-8 when `for_terminal`, else as in the row.
std::string user_name(store::user_row const& row, bool for_terminal);
boost::json::object user_json(store::user_row const& row);
std::string user_text(store::user_row const& row);
/// yyyy-mm-dd of eight digits, `never` of zeros.
std::string day_text(std::string_view digits);
/// yyyy-mm-dd hh:mm:ss of fourteen digits or more, `never` of zeros.
std::string time_text(std::string_view digits);

}  // namespace samspil::admin
