// What a saved event does to the records of the persons it touches (domain.md, "Events").
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "record/person.hpp"
#include "rules/facts.hpp"

namespace samspil::rules {

struct touched_person {
  std::string pnr;
  std::string aflmrk;     ///< AFLEDTMRK, how the person stands to the main one; empty for the main one
  record::person before;  ///< as the register has it
  record::person after;   ///< with the event's 099
};

/// The main person first, then the others, co-movers in DATA's order. `approved_data400` is
/// what validate() approved; `timestampu12` is the time of the registration (yyyyMMddHHmm).
/// A co-mover who has left the household since gets no AFLEDTMRK: the caller refuses such
/// a save (7022) when it sees that the person changed.
std::vector<touched_person> effects(key_facts const& keys, std::string_view approved_data400,
                                    std::string_view timestampu12);

}  // namespace samspil::rules
