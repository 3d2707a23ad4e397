#include "rules/facts.hpp"

#include <stdexcept>

#include "record/pnr.hpp"

namespace samspil::rules {

key_facts::key_facts(std::string_view keys40, actor const& who_, tables const& table_, register_source& source_,
                     date business)
    : keys(keys40),
      who(who_),
      table(table_),
      source(source_),
      business_date(business),
      event_mode(table.groups.event_mode(who.group, haendelse())),
      event(find_event(haendelse())),
      event_date(parse_date8(hdto())),
      person(record::birth_date(pnr()) ? source.person(pnr()) : nullptr) {}

std::string_view key_facts::status() const {
  return person == nullptr ? std::string_view() : person->records.value(rec::PERSON_001::PERSONSTATUS);
}

namespace {

record::person const& person_of(key_facts const& keys) {
  if (keys.event == nullptr || keys.person == nullptr || !keys.event_date)
    throw std::logic_error("the data of an event whose keys do not hold");
  return keys.person->records;
}

}  // namespace

data_facts::data_facts(key_facts const& keys_, std::string_view data400)
    : keys(keys_), person(person_of(keys_)), data(normalised(*keys_.event, data400)) {}

std::string_view data_facts::value(data_field const& f, unsigned occurrence) const {
  std::size_t const index = occurrence == 0 ? 0 : occurrence - 1;
  return std::string_view(data).substr(f.offset + index * f.stride, f.width);
}

std::string_view data_facts::text(std::string_view name) const {
  data_field const* found = find_field(*keys.event, name);
  return found == nullptr ? std::string_view() : value(*found, 0);
}

std::vector<household_member> const& data_facts::members() const {
  if (!members_) members_ = household(person, keys.source, keys.hdto());
  return *members_;
}

household_member const* data_facts::member(std::string_view pnr) const {
  for (household_member const& m : members())
    if (m.pnr == pnr) return &m;
  return nullptr;
}

}  // namespace samspil::rules
