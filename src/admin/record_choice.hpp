// Which level 01 of a copybook a record is of.
#pragma once

#include <string_view>
#include <vector>

#include "layout/value.hpp"

namespace samspil::admin {

class record_choice {
 public:
  /// Both must outlive it.
  record_choice(std::vector<layout::record> const& layouts, layout::reading const& how)
      : layouts_(layouts), how_(how) {}

  /// The layout of the record that `bytes` begins with; null when nothing
  /// tells. One layout is every record's. Of several it is the one whose name
  /// ends in the record's first three digits (PERSON-002); else the one whose
  /// first item has a VALUE or a level 88 that holds, when it is the only one.
  layout::record const* of(std::string_view bytes) const;

 private:
  std::vector<layout::record> const& layouts_;
  layout::reading const& how_;
};

}  // namespace samspil::admin
