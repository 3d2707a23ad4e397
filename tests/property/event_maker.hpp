// Makes up an event that could happen to a person: keys and DATA, without
// knowing whether the rules will take it.
#pragma once

#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "property/population.hpp"
#include "record/person.hpp"

namespace samspil::property {

struct made_event {
  std::string haendelse, komkod;
  std::string data = std::string(400, ' ');

  void put(std::string_view field, std::string_view value, unsigned occurrence = 1);
};

class event_maker {
 public:
  event_maker(population const& from, unsigned seed) : from_(from), random_(seed) {}

  unsigned below(unsigned end) { return std::uniform_int_distribution<unsigned>(0, end - 1)(random_); }
  template <class T>
  T const& one_of(std::vector<T> const& all) {
    return all[below(static_cast<unsigned>(all.size()))];
  }
  std::string const& person() { return one_of(from_.persons); }
  /// For this person; `members`: numbers of the household that INIT showed.
  made_event make(record::person const& of, std::string_view haendelse, std::vector<std::string> const& members);
  /// One that the person's status allows, FTR aside.
  std::string_view kind_for(std::string_view status);

 private:
  void put_address(made_event& out);
  void put_movers(made_event& out, std::vector<std::string> const& members);
  void put_lines(made_event& out, std::string_view field);

  population const& from_;
  std::mt19937 random_;
};

}  // namespace samspil::property
