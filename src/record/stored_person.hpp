// A person as the register has it now: what the store hands out and the rules look at.
#pragma once

#include <cstdint>

#include "record/person.hpp"

namespace samspil::record {

struct stored_person {
  person records;
  std::uint64_t changed = 0;          ///< audit sequence of the last change of the records
  std::uint64_t waiting_changed = 0;  ///< the same for the waiting register
  unsigned waiting_open = 0;          ///< events in state A or G with this main person
  std::uint64_t last_event = 0;       ///< number of the last journal row that has the person
};

}  // namespace samspil::record
