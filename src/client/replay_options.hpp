// What the command line of samspil-replay says.
#pragma once

#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "client/connection.hpp"
#include "client/replay_run.hpp"

namespace samspil::client::replay {

struct command_options {
  run_options run;
  endpoint tls;  ///< certificates; host and port come from `start` and the files
  target start;  ///< --connect, --kundenr and --user
  bool password_stdin = false;
  bool raw = false;
  std::size_t record_length = 0;  ///< --lrecl
  framing file_frame;             ///< --file-framing, else --framing unless --lrecl is given
  std::string out;                ///< --out
  std::string record;             ///< --record
  bool receipts = false;          ///< --receipts
  std::vector<std::string> files;
};

/// Either options, or the status to end with at once (0 after --help).
struct parsed_options {
  command_options options;
  std::optional<int> end;
};

/// What it has to say goes to `out` (--help, --version) or `problems`.
parsed_options parse_options(std::vector<std::string> arguments, std::ostream& out, std::ostream& problems);

}  // namespace samspil::client::replay
