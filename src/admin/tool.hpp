// The program `samspil` as a function: tools/samspil_main.cpp gives it what a
// process has, tests give it what they like.
#pragma once

#include <functional>
#include <istream>
#include <ostream>
#include <stop_token>
#include <string>
#include <vector>

#include "admin/actor.hpp"
#include "base/clock.hpp"

namespace samspil::admin {

struct tool_surroundings {
  std::string home;        ///< when the command line has no --home
  clock const& time;       ///< when no server runs
  actor who;               ///< the process's account
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  unsigned columns = 0;    ///< of the terminal at standard error, 0 when it is none
  std::stop_token cancelled{};
};

/// Runs one command line (without the program's name): in the server that runs
/// on the home, else on a database of its own. Gives the exit status.
int run_tool(std::vector<std::string> const& words, tool_surroundings const& with);

/// /var/lib/samspil
inline constexpr char const* default_home = "/var/lib/samspil";

}  // namespace samspil::admin
