// Internal. Households of a synthetic population: who lives together, who is
// married to whom, whose children they are, and where they lived before.
#pragma once

#include <vector>

#include "admin/generate_person.hpp"
#include "admin/generate_pnr.hpp"
#include "admin/generate_random.hpp"
#include "admin/generate_towns.hpp"

namespace samspil::admin {

class family_maker {
 public:
  explicit family_maker(random_source& random) : random_(random), addresses_(random) {}

  /// A household, or two that a divorce made of one: 1 to `persons_max`
  /// persons, who name only each other.
  std::vector<citizen> next(std::size_t persons_max);
  road_book& roads() { return addresses_.roads(); }
  std::size_t households() const { return households_; }

 private:
  date day_between(date from, date to);
  date day_of_age(int youngest, int oldest);
  citizen person(char sex, date born, std::string last_name);
  citizen adult(int youngest, int oldest);
  citizen partner_of(citizen& other);
  void settle(std::vector<citizen*> const& persons, date earliest);
  void move_history(citizen& c, date from);
  void marry(citizen& a, citizen& b);
  void divorce(citizen& a, citizen& b);
  void children_of(std::vector<citizen>& family, std::size_t parents, std::size_t count_max);
  void colour(citizen& c);

  std::vector<citizen> couple(std::size_t persons_max, bool married);
  std::vector<citizen> single(std::size_t persons_max);
  std::vector<citizen> divorced(std::size_t persons_max);
  std::vector<citizen> widowed();
  std::vector<citizen> emigrated();

  random_source& random_;
  pnr_giver numbers_;
  address_giver addresses_;
  std::size_t households_ = 0;
};

/// The day on which generated registers stand: nothing in them is later.
date generated_on();

}  // namespace samspil::admin
