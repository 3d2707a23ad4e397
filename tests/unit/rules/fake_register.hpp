// A register in memory with a few fictitious persons, roads and authorities.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "rec/authority.hpp"
#include "rec/person.hpp"
#include "rec/road.hpp"
#include "rules/source.hpp"

namespace samspil::test {

class fake_register final : public rules::register_source {
 public:
  rules::stored_person const* person(std::string_view pnr) override {
    auto const found = persons.find(pnr);
    return found == persons.end() ? nullptr : &found->second;
  }
  std::string const& road(std::string_view komkod, std::string_view vejkod) override {
    return roads[std::string(komkod) + std::string(vejkod)];
  }
  std::string dwelling(std::string_view komkod, std::string_view vejkod, std::string_view husnr, std::string_view etage,
                       std::string_view sidedoer) override {
    std::string key;
    for (std::string_view const part : {komkod, vejkod, husnr, etage, sidedoer}) key += part;
    return dwellings[key];
  }
  std::vector<std::string> const& authorities(std::string_view mynkod) override {
    return authority[std::string(mynkod)];
  }
  bool awaits_approval(std::string_view pnr, std::string_view haendelse) override {
    return waiting.contains({std::string(pnr), std::string(haendelse)});
  }

  std::optional<rules::registered_event> latest_event(std::string_view pnr) override {
    auto const found = latest.find(pnr);
    return found == latest.end() ? std::nullopt : std::optional(found->second);
  }

  record::person& of(std::string_view pnr) { return persons.find(pnr)->second.records; }

  std::map<std::string, rules::stored_person, std::less<>> persons;
  std::map<std::string, rules::registered_event, std::less<>> latest;
  std::map<std::string, std::string> roads, dwellings;
  std::map<std::string, std::vector<std::string>> authority;
  std::set<std::pair<std::string, std::string>> waiting;
};

/// A record of a person: RECORDTYPE and PNR filled in.
template <class Record>
codec::buffer<Record> record_for(std::string_view pnr) {
  codec::buffer<Record> out;
  out.set(Record::RECORDTYPE, record::type_of<Record>()).set(Record::PNR, pnr);
  return out;
}

/// A field of a person's first record of its type is given another value.
template <class Record, std::size_t O, std::size_t W, codec::kind K>
void change(record::person& person, codec::field<Record, O, W, K> const& field, std::string_view value) {
  codec::buffer<Record> out(person.first(record::type_of<Record>()));
  out.set(field, value);
  person.set(out.bytes());
}

// The persons: a family at 0851 1188 009 05 tv, a grown child elsewhere, a stranger at the same address.
inline constexpr std::string_view father = "0101801111";
inline constexpr std::string_view mother = "0202812222";
inline constexpr std::string_view son = "0303104333";       // born 3 March 2010
inline constexpr std::string_view daughter = "2902124444";  // born 29 February 2012
inline constexpr std::string_view grown = "0505001556";     // born 5 May 1900 by its number, 2000 by its record
inline constexpr std::string_view lodger = "0606901777";

void fill(fake_register& reg);

}  // namespace samspil::test
