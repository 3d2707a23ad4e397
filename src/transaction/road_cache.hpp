// Roads read before, shared by every message: the records of a generation never
// change, and a few thousand roads take most of a day's moves.
#pragma once

#include <memory>
#include <shared_mutex>
#include <string>
#include <string_view>
#include <unordered_map>

namespace samspil::transaction {

/// The records of a road, empty when there is none.
using road_records = std::shared_ptr<std::string const>;

class road_cache {
 public:
  /// Null when it has not been kept.
  road_records find(std::string const& key) const;
  void keep(std::string key, road_records records);

 private:
  static constexpr std::size_t roads_max = 20'000;  // some tens of MB; when full it begins anew
  mutable std::shared_mutex mutex_;
  std::unordered_map<std::string, road_records> roads_;
};

}  // namespace samspil::transaction
