// Internal. Addresses for generated households: roads are opened in several
// municipalities as they fill up.
#pragma once

#include <string>
#include <vector>

#include "admin/generate_person.hpp"
#include "admin/generate_random.hpp"
#include "admin/generate_roads.hpp"

namespace samspil::admin {

class address_giver {
 public:
  explicit address_giver(random_source& random);
  /// An address of a municipality chosen by weight, never the same twice.
  place next();
  /// An address that somebody has or had: for histories. Some are on a road that is closed.
  place former();
  /// An administrative road: no fixed home.
  place without_home();
  place without_home_in_greenland();
  road_book& roads() { return roads_; }

 private:
  struct town {
    unsigned index;         // into the table of municipalities
    unsigned roads = 0;     // opened so far
    std::vector<place> free{};  // of the newest road, the next one last
    bool has_administrative = false;
  };
  void open_road(town& in);
  void close_road_before(town const& in, road_facts const& now, unsigned n);
  place administrative(town& in);

  random_source& random_;
  road_book roads_;
  std::vector<town> towns_;
  std::vector<place> given_;  // the latest ones, round and round
  std::size_t oldest_ = 0;
  std::vector<place> closed_;  // addresses on closed roads
};

}  // namespace samspil::admin
