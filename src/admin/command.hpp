// The table of commands: one row maps words to what they take, what they need
// and the function that does it. Help, man page check, completion, tool and
// server all read this table.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "admin/arguments.hpp"
#include "admin/context.hpp"

namespace samspil::admin {

enum class takes {
  flag,        ///< --name
  value,       ///< --name VALUE, once; or a positional argument
  values,      ///< --name VALUE, any number of times
  file,        ///< a file that the tool opens for reading: a positional argument, or --name FILE
  files,       ///< a positional argument: any number of such files
  result,      ///< --name FILE, the result by that name when it is whole, else standard output
  input_line,  ///< a flag that says: the value is the first line of standard input
};

struct option {
  std::string_view name;  ///< "--kundenr"; without dashes it is positional
  takes what = takes::value;
  bool required = false;
  std::string_view value_name{};  ///< as help shows it
  std::string_view help{};
};

enum class needs {
  nothing,   ///< runs in the tool, no database
  database,  ///< runs where the database is open
  pepper,    ///< the same, and with the passwords' pepper
};

enum class audited {
  no,      ///< shows nothing about anybody (stat): monitoring calls it all the time
  before,  ///< one row, written by run() before the function is called
  itself,  ///< the function writes its rows: those of its change, or with the person in them
};

struct command {
  std::string_view words;  ///< "user add"
  std::string_view help;   ///< one line
  needs need;
  audited audit;
  std::vector<option> options;
  int (*run)(context const&, arguments const&);
};

/// First words that stand before others: "user" and its help line.
struct command_group {
  std::string_view word;
  std::string_view help;
};

/// In the order of help and manual.
std::span<command const> commands();
std::span<command_group const> command_groups();
/// Null when there is none.
command const* find_command(std::string_view words);

}  // namespace samspil::admin
