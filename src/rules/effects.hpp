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

/// A person before and after `change`, 099 aside.
template <class Change>
touched_person touch(record::person const& person, std::string_view relation, Change const& change) {
  touched_person out{std::string(person.pnr()), std::string(relation), person, person};
  change(out.after);
  return out;
}
/// The person and its co-movers (MEDFLYTTER), each changed in the same way.
template <class Change>
std::vector<touched_person> touch_all_moving(data_facts const& f, Change const& change) {
  std::vector<touched_person> out;
  out.push_back(touch(f.person, "", change));
  data_field const& list = *find_field(*f.keys.event, "MEDFLYTTER");
  for (unsigned i = 1; i <= list.count; ++i) {
    std::string_view const pnr = f.value(list, i);
    stored_person const* const other = is_zero(pnr) ? nullptr : f.keys.source.person(pnr);
    if (other == nullptr) continue;
    household_member const* const member = f.member(pnr);
    out.push_back(touch(other->records, member == nullptr ? std::string_view() : member->relation, change));
  }
  return out;
}

/// Whom the event would touch now, ten digits each, one behind the other, the main person first.
std::string touched_numbers(key_facts const& keys, std::string_view approved_data400);

/// The main person first, then the others, co-movers in DATA's order. `approved_data400` is
/// what validate() approved; `timestampu12` is the time of the registration (yyyyMMddHHmm).
/// A co-mover who has left the household since gets no AFLEDTMRK: the caller refuses such
/// a save (7022) when it sees that the person changed.
std::vector<touched_person> effects(key_facts const& keys, std::string_view approved_data400,
                                    std::string_view timestampu12);

}  // namespace samspil::rules
