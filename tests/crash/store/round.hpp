// One life of a store under load, its end, the power cut, and what is there then.
#pragma once

#include <filesystem>
#include <memory>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "crash/store/disk_model.hpp"

namespace samspil::crash {

/// What the clients hold, over all rounds of one home.
struct ledger {
  std::set<std::string> saves;     ///< references with a receipt
  std::set<std::string> look_ups;  ///< notes of audit rows that were answered
};

struct life {
  int status = -1;              ///< how the process ended
  bool failed = false;          ///< the planned fault happened
  std::uint64_t lost_pages = 0; ///< by a failed sync
  std::uint64_t answered = 0;   ///< saves of this life
};

/// Runs a process on `home` that saves and looks up until the plan or its own
/// end stops it; adds what it answered to `held`; cuts the power.
/// `number` keeps the references of the lives apart.
life live(std::filesystem::path const& home, plan const& what, bool fail_stop, unsigned number,
          std::minstd_rand& random, ledger& held);

/// Opens `home` as the next start would; what is wrong there, a line each.
/// Empty: every answered save and row is there, and verify is content.
std::vector<std::string> judge(std::filesystem::path const& home, ledger const& held);

}  // namespace samspil::crash
