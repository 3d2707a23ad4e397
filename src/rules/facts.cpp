#include "rules/facts.hpp"

#include "record/pnr.hpp"

namespace samspil::rules {

key_facts::key_facts(std::string_view keys40, actor const& who_, tables const& table_, register_source& source_,
                     date business)
    : keys(keys40),
      who(who_),
      table(table_),
      source(source_),
      business_date(business),
      event(find_event(haendelse())),
      event_date(parse_date8(hdto())),
      person(record::birth_date(pnr()) ? source.person(pnr()) : nullptr) {}

std::string_view key_facts::status() const {
  return person == nullptr ? std::string_view() : person->records.value(rec::PERSON_001::PERSONSTATUS);
}

std::string key_facts::text_value(unsigned number) const {
  if (number == 7011 && person != nullptr) return std::string(person->records.value(rec::PERSON_001::PNRGAELD));
  return {};
}

data_facts::data_facts(key_facts const& keys_, std::string normal)
    : keys(keys_),
      person(keys_.person->records),
      data(std::move(normal)),
      members(household(person, keys_.source, *keys_.event_date)) {}

std::string_view data_facts::value(data_field const& f, unsigned occurrence) const {
  std::size_t const index = occurrence == 0 ? 0 : occurrence - 1;
  return std::string_view(data).substr(f.offset + index * f.stride, f.width);
}

household_member const* data_facts::member(std::string_view pnr) const {
  for (household_member const& m : members)
    if (m.pnr == pnr) return &m;
  return nullptr;
}

}  // namespace samspil::rules
