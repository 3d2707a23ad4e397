#include "rules/household.hpp"

#include "base/date.hpp"
#include "record/pnr.hpp"
#include "rules/road.hpp"

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

std::string_view residence_of(record::person const& p) {
  using past = rec::PERSON_023;
  if (auto const now = p.get<rec::PERSON_002>()) return (*now)[rec::PERSON_002::KOMKOD];
  std::string_view komkod, latest;
  for (std::string_view const bytes : p.all(record::type_of<past>())) {
    codec::view<past> const v(bytes);
    if (v[past::ANNKOR] == "A" || v[past::FRAFLYDTO] < latest) continue;
    latest = v[past::FRAFLYDTO];
    komkod = v[past::KOMKOD];
  }
  return komkod;
}

std::string digits_of(std::string_view dt) {
  if (codec::trimmed(dt).empty()) return {};
  std::string out(dt.substr(0, 4));
  return out.append(dt.substr(5, 2)).append(dt.substr(8, 2));
}

std::string dashed(std::string_view day) {
  if (is_zero(day)) return {};
  return std::string(day.substr(0, 4)).append("-").append(day.substr(4, 2)).append("-").append(day.substr(6, 2));
}

std::string birth_digits(record::person const& person) {
  if (std::string known = digits_of(person.value(PERSON_001::FOED_DT)); !known.empty()) return known;
  auto const birth = record::birth_date(person.pnr());
  return birth ? date8(*birth) : std::string();
}

bool under_age(record::person const& person, std::string_view hdto) {
  std::string of_age = birth_digits(person);
  if (of_age.size() != 8 || !codec::is_digits(of_age)) return false;
  // As digits, 29 February of any year lies before 1 March and after 28 February.
  std::string const year = std::to_string(codec::number(std::string_view(of_age).substr(0, 4)) + 18);
  of_age.replace(0, 4, year);
  return hdto < of_age;
}

stored_person const* related(register_source& source, std::string_view pnr) {
  if (!codec::is_digits(pnr) || pnr == "0000000000") return nullptr;
  return source.person(pnr);
}

married spouse_of(record::person const& person, register_source& source) {
  auto const civil = person.get<PERSON_012>();
  if (!civil) return {};
  std::string_view const civst = (*civil)[PERSON_012::CIVST], pnr = (*civil)[PERSON_012::AEGTEPNR];
  if ((civst != "G" && civst != "P") || pnr == person.pnr()) return {};
  stored_person const* const spouse = related(source, pnr);
  if (spouse == nullptr || spouse->records.value(PERSON_012::CIVST) != civst ||
      spouse->records.value(PERSON_012::AEGTEPNR) != person.pnr())
    return {};
  return {spouse, civst == "G" ? relation_spouse : relation_partner};
}

std::vector<household_member> household(record::person const& person, register_source& source, std::string_view hdto) {
  std::vector<household_member> out;
  std::string_view const home = address_key(person);
  if (home.empty()) return out;

  if (auto const civil = person.get<PERSON_012>()) {
    std::string_view const civst = (*civil)[PERSON_012::CIVST];
    std::string_view const pnr = (*civil)[PERSON_012::AEGTEPNR];
    if ((civst == "G" || civst == "P") && pnr != person.pnr()) {
      stored_person const* spouse = related(source, pnr);
      if (spouse != nullptr && address_key(spouse->records) == home)
        out.push_back({std::string(pnr), civst == "G" ? relation_spouse : relation_partner, spouse});
    }
  }
  for (std::string_view record = person.first(record::type_of<PERSON_014>()); !record.empty();
       record = person.next(record)) {
    std::string_view const pnr = codec::view<PERSON_014>(record)[PERSON_014::PNR_BARN];
    stored_person const* child = related(source, pnr);
    if (child == nullptr || address_key(child->records) != home || !under_age(child->records, hdto)) continue;
    out.push_back({std::string(pnr), relation_child, child});
  }
  return out;
}

}  // namespace samspil::rules
