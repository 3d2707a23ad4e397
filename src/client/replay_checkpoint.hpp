// Where a run stopped (--checkpoint), so that the next one goes on there. Units
// that were begun and not done are done again: their references make that safe.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "client/replay_conversation.hpp"
#include "client/replay_script.hpp"

namespace samspil::client::replay {

struct checkpoint {
  bool found = false;           ///< of an earlier run
  std::uint64_t done = 0;       ///< units, counted over all playings
  std::uint64_t out_bytes = 0;  ///< of the answers written
  std::uint64_t record_bytes = 0;  ///< of --record
  std::vector<std::uint64_t> receipt_bytes;  ///< of each FILE.receipts; none: not wanted
  conversation known;           ///< values of names; no token, no password
};

/// Reads `path`. A file that is not there is a checkpoint at the beginning.
/// Errors: not of this tool, or of other files than `scripts` (their content counts).
result<checkpoint> read_checkpoint(std::string const& path, std::vector<script> const& scripts);
/// Replaces `path` in one step, readable by its owner alone; false when it cannot be written.
bool write_checkpoint(std::string const& path, std::vector<script> const& scripts, checkpoint const& at);

}  // namespace samspil::client::replay
