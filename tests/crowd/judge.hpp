// What is left when the crowd has gone: the register and the server's log.
#pragma once

#include <string>

#include "crowd/crowd.hpp"
#include "crowd/faults.hpp"
#include "store/database.hpp"

namespace samspil::test {

/// Numbers given out once each; in the register every receipt and every move
/// as it was sent, once, and no registration besides. Gives how many persons moved.
std::size_t judge_register(store::database& db, crowd const& all, faults& out);

/// Each ending that the disturbers cause stands in the log, and no other warning or error.
void judge_log(std::string const& log, faults& out);

}  // namespace samspil::test
