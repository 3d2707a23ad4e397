// GnuCOBOL's word against this project's, for many copybooks at a time.
#pragma once

#include <filesystem>

#include "copybooks/probe.hpp"

namespace samspil::copybooks {

struct difference {
  std::string copybook;
  std::string what;  ///< one line or more
};

struct comparison {
  std::size_t copybooks = 0;
  std::size_t skipped = 0;  ///< cobc itself fails on them
  std::size_t items = 0;   ///< occurrences whose place and length agree
  std::size_t values = 0;  ///< of which the value was decoded too
  std::vector<difference> differences;
};

/// Compiles one program for all of `books` with `cobc -std=ibm` in `directory`
/// and runs it. With `sliding` (-fodoslide) tables of DEPENDING ON have any
/// length and what follows moves up, else they are as long as they can be.
comparison compare(std::vector<copybook> const& books, std::filesystem::path const& directory, bool sliding,
                   std::uint64_t seed);

}  // namespace samspil::copybooks
