// Internal. What a database object holds, in the order it must be taken down.
#pragma once

#include <array>
#include <filesystem>
#include <memory>
#include <mutex>

#include "store/committer.hpp"
#include "store/database.hpp"
#include "store/environment.hpp"
#include "store/maintenance.hpp"

namespace samspil::store {

/// Loads that are going on; shared with them.
struct load_claims {
  std::mutex mutex;
  std::array<bool, reference_count> reference{};
  bool persons = false;
};

struct database::state {
  state(std::filesystem::path home_path, options const& how);
  ~state();

  std::filesystem::path const home;
  options const how;
  environment env;
  std::shared_ptr<load_claims> claims = std::make_shared<load_claims>();
  std::mutex audit_index_mutex;
  std::unique_ptr<committer> writer;
  std::unique_ptr<maintenance> care;
};

}  // namespace samspil::store
