// A customer as the commands show it.
#pragma once

#include <boost/json/object.hpp>

#include <string>
#include <vector>

#include "store/rows.hpp"

namespace samspil::admin {

/// SAMS, PRIV, OFF4: what the customer may say.
std::vector<std::string> transactions_of(store::customer_row const& row);
/// Its record types; empty when it gets all.
std::vector<std::string> record_types_of(store::customer_row const& row);
/// Its address ranges; empty: any address.
std::vector<std::string> address_ranges_of(store::customer_row const& row);
boost::json::object customer_json(store::customer_row const& row);
std::string customer_text(store::customer_row const& row);

}  // namespace samspil::admin
