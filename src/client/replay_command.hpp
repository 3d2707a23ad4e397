// The command line of samspil-replay (operations.md).
#pragma once

#include <functional>
#include <iosfwd>
#include <string>
#include <vector>

namespace samspil::client::replay {

/// Runs the program with `arguments` (without its name) and gives its exit
/// status. `interrupted` tells whether somebody wants it to end.
int command(std::vector<std::string> arguments, std::istream& in, std::ostream& out, std::ostream& problems,
            std::function<bool()> interrupted);

}  // namespace samspil::client::replay
