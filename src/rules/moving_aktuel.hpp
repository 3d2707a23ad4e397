// AKTUEL of FLY, UDR and FSV, which have the same layout: the current address's
// dates and the household.
#pragma once

#include <algorithm>
#include <string>

#include "rules/facts.hpp"

namespace samspil::rules {

/// `Aktuel` is rec::FLY_AKTUEL or one with the same fields.
template <class Aktuel>
std::string moving_aktuel(key_facts const& f) {
  codec::buffer<Aktuel> out;
  record::person const& person = f.person->records;
  if (auto const now = person.get<rec::PERSON_002>()) {
    using address = rec::PERSON_002;
    out.set(Aktuel::TILFLYDTO, or_zeros((*now)[address::TILFLYDTO]))
        .set(Aktuel::TILFLYKOMDTO, or_zeros((*now)[address::TILFLYKOMDTO]))
        .set(Aktuel::FRAFLYKOMKOD, or_zeros((*now)[address::FRAFLYKOMKOD]));
  }
  auto const members = household(person, f.source, f.hdto());
  using line = typename Aktuel::HUSSTAND;
  std::size_t const shown = std::min(members.size(), line::PNR.count);
  out.set(Aktuel::ANTAL_HUSSTAND, shown);
  for (std::size_t i = 0; i < shown; ++i)
    out.set(line::PNR, i, members[i].pnr)
        .set(line::RELATION, i, members[i].relation)
        .set(line::ADRNVN, i, members[i].person->records.value(rec::PERSON_003::ADRNVN));
  return std::string(out.bytes());
}

}  // namespace samspil::rules
