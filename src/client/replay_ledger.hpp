// What a run leaves behind, put in order: the answers of --raw, the record, the
// checkpoint, and the counts. Units end in any order; answers leave in that of
// their requests, and the checkpoint says how far everything is done.
#pragma once

#include <map>
#include <mutex>
#include <string>

#include "client/replay_run.hpp"

namespace samspil::client::replay {

/// What one unit gave.
struct unit_result {
  std::uint64_t ordinal = 0;
  script const* of = nullptr;
  bool complete = false;  ///< every step was done
  int status = 0;         ///< why not, as the program's status; 0 with a difference or at the end of the run
  std::string problem;    ///< the same in words
  std::string answers;
  std::string record;
  std::string receipts;  ///< lines of FILE.receipts
  summary counted;
  conversation known;
};

class ledger {
 public:
  /// `units`: of the whole run, 0 without end.
  ledger(std::vector<script> const& scripts, run_options const& options, environment const& world, checkpoint start,
         std::uint64_t units);

  void add(unit_result unit);
  /// A line about a difference, and its explanation.
  void report(std::string const& text);
  /// Writes what is left.
  outcome end();

 private:
  void write(unit_result const& unit);
  void save(bool always);

  std::vector<script> const& scripts_;
  run_options const& options_;
  environment const& world_;
  std::uint64_t const units_;
  std::mutex mutex_;
  checkpoint at_;
  std::map<std::uint64_t, unit_result> ahead_;  ///< done, behind one that is not
  outcome result_;
  steady_time saved_;
};

}  // namespace samspil::client::replay
