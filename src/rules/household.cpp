#include "rules/household.hpp"

#include "record/pnr.hpp"

namespace samspil::rules {

using rec::PERSON_001;
using rec::PERSON_002;
using rec::PERSON_012;
using rec::PERSON_014;

std::string_view address_key(record::person const& person) {
  auto const address = person.get<PERSON_002>();
  if (!address) return {};
  constexpr std::size_t begin = decltype(PERSON_002::KOMKOD)::offset;
  constexpr std::size_t end = decltype(PERSON_002::BNR)::offset + decltype(PERSON_002::BNR)::width;
  return address->bytes().substr(begin, end - begin);
}

std::optional<date> born(record::person const& person) {
  if (auto const known = parse_date10(person.value(PERSON_001::FOED_DT))) return known;
  return record::birth_date(person.pnr());
}

std::vector<household_member> household(record::person const& person, register_source& source, date on) {
  std::vector<household_member> out;
  std::string_view const home = address_key(person);
  if (home.empty()) return out;

  std::string_view const civst = person.value(PERSON_012::CIVST);
  if (civst == "G" || civst == "P") {
    std::string const pnr(person.value(PERSON_012::AEGTEPNR));
    stored_person const* spouse = pnr == person.pnr() ? nullptr : source.person(pnr);
    if (spouse != nullptr && address_key(spouse->records) == home)
      out.push_back({pnr, std::string(civst == "G" ? relation_spouse : relation_partner), spouse});
  }
  for (std::string_view const record : person.all(record::type_of<PERSON_014>())) {
    std::string const pnr(codec::view<PERSON_014>(record)[PERSON_014::PNR_BARN]);
    stored_person const* child = source.person(pnr);
    if (child == nullptr || address_key(child->records) != home) continue;
    auto const birth = born(child->records);
    if (!birth || record::age_on(*birth, on) >= 18) continue;
    out.push_back({pnr, std::string(relation_child), child});
  }
  return out;
}

}  // namespace samspil::rules
