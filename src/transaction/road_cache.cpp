#include "transaction/road_cache.hpp"

#include <mutex>
#include <utility>

namespace samspil::transaction {

road_records road_cache::find(std::string const& key) const {
  std::shared_lock const lock(mutex_);
  auto const at = roads_.find(key);
  return at == roads_.end() ? nullptr : at->second;
}

void road_cache::keep(std::string key, road_records records) {
  std::unique_lock const lock(mutex_);
  if (roads_.size() >= roads_max) roads_.clear();
  roads_.emplace(std::move(key), std::move(records));
}

}  // namespace samspil::transaction
