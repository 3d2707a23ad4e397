// A command line into a command and its arguments.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "admin/command.hpp"

namespace samspil::admin {

struct invocation {
  command const* what;
  arguments given;
  std::optional<std::string> home;  ///< --home
  bool json;                        ///< --json
};

/// --help or --version: print it, status::ok.
struct help_text {
  std::string text;
};

/// One line that says what is wrong, without any value of a positional argument.
struct usage_error {
  std::string text;
};

/// `words`: the command line without the program's name.
std::variant<invocation, help_text, usage_error> parse(std::vector<std::string> const& words);

}  // namespace samspil::admin
