// Plays scripts over any exchange of messages: the whole of samspil-replay but
// its command line, its files and its sockets.
#pragma once

#include <chrono>
#include <functional>
#include <iosfwd>
#include <string>
#include <vector>

#include "client/replay_checkpoint.hpp"
#include "client/replay_receipts.hpp"
#include "client/replay_script.hpp"
#include "client/replay_sessions.hpp"
#include "client/replay_summary.hpp"

namespace samspil::client::replay {

struct run_options {
  std::size_t parallel = 1;  ///< connections
  double rate = 0;           ///< messages begun in a second, over all connections; 0: as fast as they go
  std::uint64_t repeat = 1;  ///< playings of all files; 0: until interrupted
  bool keep_going = false;   ///< behind a difference
  bool explain = false;
  bool clear = false;  ///< show personnummer
  bool json = false;
  std::string checkpoint;  ///< file; empty: none
};

using steady_time = std::chrono::steady_clock::time_point;

/// What the run needs of the world. Called from every connection's thread, but
/// for the streams, which are written to one at a time.
struct environment {
  /// A new connection to `to`; what it throws ends the run with status 16. An
  /// empty answer: the server closed without one.
  std::function<exchange(target const& to)> connect;
  std::function<steady_time()> now;
  std::function<void(steady_time)> sleep_until;
  std::function<bool()> interrupted;
  std::ostream* report = nullptr;    ///< differences
  std::ostream* problems = nullptr;  ///< why the run ended early
  std::ostream* answers = nullptr;   ///< of --raw, in the order of their requests; null: not wanted
  std::ostream* record = nullptr;    ///< of --record; null: not wanted
  receipt_files* receipts = nullptr;  ///< of --receipts, one for each script; null: not wanted
  /// Units done, of how many (0: without end), messages sent; may be empty.
  std::function<void(std::uint64_t done, std::uint64_t all, std::uint64_t messages)> progress = {};
};

struct outcome {
  summary counted;
  int status = 0;  ///< 0; 4 refused answers or interrupted; 8 differences, logon refused; 16 machine
};

/// Plays `scripts` from `start` on. The checkpoint's file is removed when
/// everything was done.
outcome run(std::vector<script> const& scripts, std::vector<secrets> passwords, run_options const& options,
            environment const& world, checkpoint start = {});

}  // namespace samspil::client::replay
