// A generated population in a home of its own.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "support/temporary.hpp"

namespace samspil::property {

struct place {
  std::string komkod, vejkod, parity;  ///< parity U or L; house numbers 001 to 999
};

struct population {
  std::vector<std::string> persons;
  std::vector<place> places;
  std::vector<std::string> countries;  ///< Denmark aside
};

/// `samspil generate`, init and load into HOME; what is in the files.
population populate(std::filesystem::path const& home, unsigned persons, unsigned seed);

}  // namespace samspil::property
