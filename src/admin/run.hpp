// Runs one command, in the tool or in the server.
#pragma once

#include <filesystem>
#include <map>
#include <ostream>
#include <stop_token>
#include <string>
#include <string_view>

#include "admin/actor.hpp"
#include "admin/live_server.hpp"
#include "admin/parse.hpp"
#include "admin/result_file.hpp"
#include "base/clock.hpp"
#include "store/database.hpp"

namespace samspil::admin {

struct surroundings {
  std::filesystem::path home;
  clock const& time;
  actor who;
  store::database* database = nullptr;
  std::string_view pepper{};
  std::string_view input_line{};
  std::map<std::string, int, std::less<>> files{};  ///< opened input files by the name given
  result_file* result = nullptr;  ///< of commands that take one
  std::ostream& out;
  std::ostream& err;
  unsigned columns = 0;  ///< of the terminal that `err` goes to, 0 when it is none
  std::stop_token cancelled{};
  live_server live{};
};

/// Gives the exit status. What is thrown inside becomes status::fault and one line.
int run(invocation const& what, surroundings const& where);

/// The files that the command line names for reading, in their order.
std::vector<std::string> input_files(invocation const& what);
/// Whether the command has a result of its own (takes::result), and by which name; empty: standard output.
std::optional<std::string> result_name(invocation const& what);
/// Whether the command reads a line of standard input.
bool wants_input_line(invocation const& what);

}  // namespace samspil::admin
