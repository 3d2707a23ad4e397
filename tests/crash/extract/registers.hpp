// The two registers of the campaign: one where events happen, one that loads the extracts.
#pragma once

#include <filesystem>
#include <map>
#include <random>
#include <string>

#include "base/date.hpp"

namespace samspil::test {

/// How many 099 of each person.
using event_counts = std::map<std::string, unsigned>;

/// Saves `count` events of single persons of a crowd, as of `day`; the first
/// `subscribed` of the crowd are the customer's. What its extract must have.
event_counts make_events(std::filesystem::path const& home, date day, unsigned count, unsigned persons,
                         unsigned subscribed, std::mt19937& random, unsigned& references);

/// The records of every person but 099, by PNR. Completes a load that was activated.
std::map<std::string, std::string> persons_of(std::filesystem::path const& home);

/// What a file of an extract holds.
struct extract_file {
  std::string proddto, proddtoforrig;
  event_counts events;
  std::map<std::string, std::string> persons;  ///< records but 099
};
/// std::runtime_error that names record and byte when it is not whole.
extract_file read_extract(std::filesystem::path const& file);

}  // namespace samspil::test
