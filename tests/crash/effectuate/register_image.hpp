// What a register holds, without the times and numbers that every run gives out anew.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "store/database.hpp"

namespace samspil::test {

struct register_image {
  std::map<std::string, std::string> persons;    ///< by PNR: records and WAITING-OPEN
  std::map<std::string, std::string> waiting;    ///< by VENTENR
  std::vector<std::string> registrations;        ///< what the daily run put into the register, in its order
  std::vector<std::uint64_t> events_of_starts;   ///< by the audit log: of each start of the command, in their order
  std::map<std::string, unsigned> states;        ///< how many events in each
};

register_image image_of(store::database& db);

/// The differences, a line each and without personnummer: at most some of each kind.
std::string differences(register_image const& undisturbed, register_image const& disturbed);

/// What is wrong with one register by itself: an event registered twice or not
/// at all, a person with more or fewer 099 than events that touched it.
std::string own_faults(store::database& db);

}  // namespace samspil::test
