// Audit rows as the commands show them.
#pragma once

#include <boost/json/object.hpp>

#include <string>

#include "store/rows.hpp"

namespace samspil::admin {

boost::json::object audit_json(store::audit_row const& row);
/// One line without its end: sequence, time, who, from where, what, person, purpose, outcome.
std::string audit_line(store::audit_row const& row);

}  // namespace samspil::admin
